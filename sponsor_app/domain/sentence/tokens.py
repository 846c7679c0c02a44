"""The words and marks of a line, each with its place in what was typed."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from sponsor_app.domain.folding import fold

# Nobody says more than this about one meeting in one breath; a pasted novel is kept, and read this far.
READ_CHARACTERS = 2_000
READ_TOKENS = 400


def word_set(text: str) -> frozenset[str]:
    """The words of a list with blanks between."""
    return frozenset(text.split())


_PATTERN = re.compile(
    r"""
    (?P<date>
        \d{4}-\d{1,2}-\d{1,2}(?![\d-])
      | \d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?!\d)
      | \d{1,2}\.\d{1,2}\.?(?![\d%])
      | \d{1,2}/\d{1,2}(?![\d/%])
    )
  | (?P<time>\d{1,2}[:h]\d{2}(?!\d))
  | (?P<word>(?:[^\W_]|[\u0300-\u036f])+|[:;]-?[()](?!\w))
  | (?P<mark>\n|[^\s])
    """,
    re.VERBOSE,
)
_BREAKS = frozenset(",;!?()[]{}|•·…—\n") | {"->"}
_DASHES = frozenset("-–")
APOSTROPHES = frozenset("'’‘`\u00b4\u02bc")
# The longest amount in brackets, as tokens: `(€ 12.5%)`.
_AMOUNT = 6
_UNITS = frozenset("%€$£")
_SPOKEN = {"&": "and", "+": "and", "@": "at", "/": "and"}
_TITLES = word_set("mr mrs ms dr prof hr fr st mme mlle dipl ing ca approx vs bzw nr tel z b u")
_LETTERS_SPELLED_OUT = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ø": "oe",
        "å": "aa",
        "Ä": "ae",
        "Ö": "oe",
        "Ü": "ue",
        "Ø": "oe",
    }
)


class Sort(StrEnum):
    """What a token is."""

    WORD = "word"
    DATE = "date"
    TIME = "time"
    BREAK = "break"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """`key` is the folded text; `glue` is the apostrophe or hyphen that ties it to the token before."""

    start: int
    end: int
    text: str
    key: str
    sort: Sort
    glue: str = ""

    @property
    def capital(self) -> bool:
        """Whether it was typed with a capital first."""
        return self.text[:1].isupper()


def key_of(text: str) -> str:
    """One word folded, without white space that folding may bring in; folded twice, as letters may appear by folding."""
    folded = fold(text)
    return folded if text.isascii() else fold(folded).replace(" ", "")


def spelled_out(text: str) -> str:
    """The other way to write it without marks: `Müller` -> `mueller`."""
    return key_of(text.translate(_LETTERS_SPELLED_OUT))


def readable(text: str) -> str:
    """The first part of `text` in which meaning is looked for: so many characters, cut at white space, or tokens."""
    head = text
    if len(text) > READ_CHARACTERS:
        head = text[:READ_CHARACTERS]
        cut = max(head.rfind(" "), head.rfind("\n"))
        head = head[:cut] if cut > 0 else head
    if len(head) <= READ_TOKENS:
        return head
    last = next(islice(_PATTERN.finditer(head), READ_TOKENS - 1, None), None)
    return head[: last.end()] if last is not None else head


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of the readable part of `text`, in order."""
    found: list[Token] = []
    glue = ""
    read = readable(text)
    for match in _PATTERN.finditer(read):
        start, end = match.span()
        lexeme = match.group()
        if match["mark"] is not None:
            glue = _glue(read, start, lexeme)
            if not glue:
                found.append(_mark(read, start, end, lexeme))
            continue
        found.append(Token(start, end, lexeme, key_of(lexeme), _sort(match), glue))
        glue = ""
    return _with_full_stops(_with_amounts(_without_numbering(_with_shorthand(found))), read)


def _sort(match: re.Match[str]) -> Sort:
    if match["date"] is not None:
        return Sort.DATE
    return Sort.TIME if match["time"] is not None else Sort.WORD


def _glue(text: str, at: int, mark: str) -> str:
    """`mark` if it is an apostrophe or hyphen inside a word, else nothing."""
    if mark not in APOSTROPHES and mark not in _DASHES:
        return ""
    inside = 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
    return ("'" if mark in APOSTROPHES else "-") if inside else ""


def _mark(text: str, start: int, end: int, mark: str) -> Token:
    if mark in _SPOKEN:
        return Token(start, end, mark, _SPOKEN[mark], Sort.WORD)
    if mark in _DASHES or mark in _BREAKS:
        return Token(start, end, mark, mark, Sort.BREAK)
    return Token(start, end, mark, mark, Sort.MARK)


def _with_shorthand(tokens: list[Token]) -> list[Token]:
    """`w/ Dana` is with Dana; a slash that follows says nothing more."""
    result: list[Token] = []
    for token in tokens:
        before = result[-1] if result else None
        touching = before is not None and before.end == token.start
        if before is not None and touching and before.key == "w" and token.text == "/":
            result[-1] = replace(before, end=token.end, text=before.text + "/", key="with")
            continue
        result.append(token)
    return result


def _without_numbering(tokens: list[Token]) -> list[Token]:
    """`1) pricing 2) roadmap`: the number of an item is part of the break."""
    result: list[Token] = []
    opened = False
    for token in tokens:
        before = result[-1] if result else None
        if (
            token.text == ")"
            and not opened
            and before is not None
            and before.key.isdecimal()
            and before.end == token.start
        ):
            result[-1] = replace(token, start=before.start, text=before.text + ")", key=")")
        else:
            result.append(token)
        opened = token.text == "(" or (opened and token.text != ")")
    return result


def _with_amounts(tokens: list[Token]) -> list[Token]:
    """`credit (5%) by Friday`: brackets around an amount part nothing."""
    result = list(tokens)
    for at, token in enumerate(tokens):
        end = next(
            (i for i in range(at + 2, min(at + _AMOUNT, len(tokens))) if tokens[i].text == ")"),
            None,
        )
        if token.text != "(" or end is None:
            continue
        inside = tokens[at + 1 : end]
        signed = any(one.text in _UNITS for one in inside)
        counted = len(inside) == 2 and inside[0].key.isdecimal() and inside[1].sort is Sort.WORD  # noqa: PLR2004 - `2 pages`
        if counted or (signed and all(_is_amount(one) for one in inside)):
            result[at] = replace(token, sort=Sort.MARK)
            result[end] = replace(tokens[end], sort=Sort.MARK)
    return result


def _is_amount(token: Token) -> bool:
    return token.text in _UNITS or token.text[:1].isdecimal()


def _with_full_stops(tokens: list[Token], text: str) -> tuple[Token, ...]:
    """A full stop is a break unless it ends an initial, a title, an ordinal or stands inside a word."""
    result = list(tokens)
    for at, token in enumerate(result):
        if token.text == "." and token.sort is Sort.MARK and _ends_sentence(result, at, text):
            result[at] = replace(token, sort=Sort.BREAK)
    return tuple(result)


def _ends_sentence(tokens: list[Token], at: int, text: str) -> bool:
    end = tokens[at].end
    if at == 0 or at + 1 == len(tokens):
        return True
    if not text[end : end + 1].isspace():
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if before.key.isdecimal() and len(before.key) <= 2:  # noqa: PLR2004 - a day of the month
        return False
    short = len(before.key) == 1 or before.key in _TITLES
    return not (short or after.key.isdecimal())
