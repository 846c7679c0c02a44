"""What a person reads, in their language: English, until the window puts on another one.

The command line never does, and nothing that is stored or sent is written in any language but English.
"""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol, TypeVar

T = TypeVar("T")
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
UNDID = "Undid: "
"""What the title of a step begins with that takes another one back."""
_english = ContextVar("english", default=False)


class Spoken(Protocol):
    """A language other than English: each answer is None for what it has no words for."""

    code: str
    thousands: str
    decimal: str

    def text(self, english: str) -> str | None:
        """The words for a text."""
        ...

    def counted(self, one: str, many: str, count: int) -> str | None:
        """The words for a text that depends on a number."""
        ...

    def phrase(self, english: str) -> str | None:
        """The words for a finished sentence, whatever names and numbers stand in it."""
        ...


class _Voice:
    """Which language is spoken in this process; None is English."""

    spoken: Spoken | None = None

    @classmethod
    def now(cls) -> Spoken | None:
        """The language of what is said just now."""
        return None if cls.spoken is None or _english.get() else cls.spoken


def speak(spoken: Spoken | None) -> None:
    """Say everything in this language from now on; None is English."""
    _Voice.spoken = spoken


@contextmanager
def in_english() -> Generator[None]:
    """Whatever is said within is stored: it stays English, whoever wrote it."""
    before = _english.set(True)
    try:
        yield
    finally:
        _english.reset(before)


def tr(text: str) -> str:
    """`text`, an English wording, in the language of the reader; without a translation it stays English."""
    spoken = _Voice.now()
    return text if spoken is None else spoken.text(text) or text


def trn(one: str, many: str, count: int) -> str:
    """The wording for one, or for any other number; the number itself is filled in by the caller."""
    spoken = _Voice.now()
    found = None if spoken is None else spoken.counted(one, many, count)
    return found or (one if count == 1 else many)


def how_many(count: int, one: str, many: str = "") -> str:
    """`1 account`, `2 accounts`; the catalogues know it as `{count} accounts`."""
    words = trn(f"{{count}} {one}", f"{{count}} {many or one + 's'}", count)
    return words.format(count=number(count))


def understood(sentence: str) -> str:
    """A finished English sentence (an error, the title of a step) in the language of the reader."""
    spoken = _Voice.now()
    if spoken is not None and sentence.startswith(UNDID):
        what = understood(sentence.removeprefix(UNDID))
        return tr("Undid: {what}").format(what=what)
    return sentence if spoken is None else spoken.phrase(sentence) or sentence


def code() -> str:
    """Which language is spoken: `en`, `de`, ..."""
    spoken = _Voice.now()
    return "en" if spoken is None else spoken.code


def direction() -> str:
    """`ltr`, or `rtl` where people read from right to left."""
    return "rtl" if code() in RIGHT_TO_LEFT else "ltr"


def later(texts: T) -> T:
    """Mark English texts that are translated when they are shown: a text, or the values of a table."""
    return texts


def number(value: float, decimals: int = 0) -> str:
    """`12,345` or `12,345.5`, with the separators of the language."""
    said, spoken = f"{value:,.{decimals}f}", _Voice.now()
    if spoken is None:
        return said
    whole, _point, part = said.partition(".")
    return whole.replace(",", spoken.thousands) + (spoken.decimal + part if part else "")
