"""A compiled gettext catalogue: English texts and what they are in another language."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from struct import unpack_from

CONTEXT, PLURAL = "\x04", "\x00"
PHRASE, FORM = "phrase", "format"
"""Contexts: sentences that arrive finished from below the window, and how numbers are written."""
HOLE = re.compile(r"\{(\w+)\}")


class Catalogue:
    """Reads the content of a `.mo` file; `Spoken` of domain/language."""

    def __init__(self, code: str, content: bytes) -> None:
        self.code = code
        self._texts: dict[str, str] = {}
        self._counted: dict[str, list[str]] = {}
        self._phrases: dict[str, str] = {}
        forms: dict[str, str] = {}
        for english, said in _entries(content):
            if PLURAL in english:
                self._counted[english] = said.split(PLURAL)
            elif CONTEXT in english:
                context, _mark, text = english.partition(CONTEXT)
                (forms if context == FORM else self._phrases)[text] = said
            else:
                self._texts[english] = said
        self.thousands, self.decimal = forms.get("thousands", ","), forms.get("decimal", ".")
        self._head = self._texts.pop("", "")

    @cached_property
    def _form(self) -> Callable[[int], int]:
        from gettext import c2py  # noqa: PLC0415 - 10 ms, not before the first paint

        rule = re.search(r"plural=([^;\n]+)", self._head)
        return c2py(rule[1] if rule else "n != 1")

    @cached_property
    def _holed(self) -> list[str]:
        return [one for one in self._phrases if HOLE.search(one)]

    def text(self, english: str) -> str | None:
        """The words for a text."""
        return self._texts.get(english)

    def counted(self, one: str, many: str, count: int) -> str | None:
        """The words for a text that depends on a number, by the language's own rule."""
        forms = self._counted.get(one + PLURAL + many)
        return forms[min(self._form(count), len(forms) - 1)] if forms else None

    def phrase(self, english: str) -> str | None:
        """The words for a finished sentence: what stands in its holes is kept as it is.

        A hole in capitals holds words of ours, which are translated in their turn.
        """
        found = self._phrases.get(english) or self._texts.get(english)
        if found:
            return found
        fitting = [one for one in self._holed if _frames(one, english)]
        for one in sorted(fitting, key=_weight, reverse=True):
            match = _pattern(one).fullmatch(english)
            if match:
                parts = {
                    name: (self.phrase(part) or part) if name.isupper() else part
                    for name, part in match.groupdict().items()
                }
                return self._phrases[one].format_map(parts)
        return None


def _entries(content: bytes) -> Iterator[tuple[str, str]]:
    """The pairs of a little-endian `.mo` file."""
    _magic, _version, count, keys, values = unpack_from("<5I", content)
    of_keys = unpack_from(f"<{2 * count}I", content, keys)
    of_values = unpack_from(f"<{2 * count}I", content, values)
    return zip(_texts(content, of_keys), _texts(content, of_values), strict=True)


def _texts(content: bytes, table: tuple[int, ...]) -> Iterator[str]:
    """The texts of a table of lengths and places."""
    for size, start in zip(table[::2], table[1::2], strict=True):
        yield content[start : start + size].decode()


def _frames(template: str, sentence: str) -> bool:
    """Whether a sentence begins and ends as a template does."""
    return sentence.startswith(template[: template.index("{")]) and sentence.endswith(
        template[template.rindex("}") + 1 :]
    )


def _weight(template: str) -> int:
    """How much of a template is fixed: the more, the surer is a match."""
    return len(HOLE.sub("", template))


@lru_cache(maxsize=256)
def _pattern(template: str) -> re.Pattern[str]:
    seen: set[str] = set()
    made = ""
    for at, part in enumerate(HOLE.split(template)):
        if at % 2 == 0:
            made += re.escape(part)
        else:
            made += f"(?P={part})" if part in seen else f"(?P<{part}>.+?)"
            seen.add(part)
    return re.compile(made, re.DOTALL)
