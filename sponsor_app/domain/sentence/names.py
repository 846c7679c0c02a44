"""Find the names the store knows in a line, and tell `May` the person from May the month."""

from collections.abc import Sequence
from dataclasses import dataclass

from sponsor_app.domain.sentence.languages import language_of, marked
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.name_forms import TITLES, Form, forms_of, is_grammar_word, keys_of
from sponsor_app.domain.sentence.plain_words import (
    COMMON,
    calendar_words,
    is_lazy,
    meaningful_words,
    month_words,
)
from sponsor_app.domain.sentence.tokens import Sort, Token
from sponsor_app.domain.sentence.values import KnownName, Mention, NameKind

MONTH_DAYS = 31
_INNER_BREAKS = frozenset({",", "(", "-", "–", "—", "|", "/"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A known name at tokens `[first, end)`; `end` takes in a possessive s."""

    mention: Mention
    first: int
    end: int
    is_account: bool
    possessive: bool


def find_names(tokens: Sequence[Token], names: Sequence[KnownName], code: str) -> list[Sighting]:
    """The known names in the tokens, longest first at each place, left to right. `code`: the language."""
    finder = _Finder(tokens, names, code)
    found: list[Sighting] = []
    at = 0
    while at < len(tokens):
        sighting = finder.at(at)
        if sighting is not None:
            found.append(sighting)
        at = sighting.end if sighting is not None else at + 1
    return found


class _Finder:
    """Looks for names among the tokens of one line."""

    def __init__(self, tokens: Sequence[Token], names: Sequence[KnownName], code: str) -> None:
        self.tokens = tokens
        self.code = code
        self.words = meaningful_words(code)
        self.meanings = language_of(code).book.meanings
        present = {key for t in tokens if t.sort is Sort.WORD for key in keys_of(t, genitive=True)}
        self.by_word: dict[str, list[tuple[Form, KnownName]]] = {}
        for name in names:
            for form in forms_of(name):
                if form.words[0] in present:
                    self.by_word.setdefault(form.words[0], []).append((form, name))
        self.lazy = is_lazy(tokens)
        self.ends: dict[int, bool] = {}

    def at(self, at: int) -> Sighting | None:
        """The name that begins at a place and is meant as one."""
        if self.tokens[at].sort is not Sort.WORD:
            return None
        best = 0
        matched: list[tuple[Form, KnownName]] = []
        for key in keys_of(self.tokens[at], genitive=True):
            for form, name in self.by_word.get(key, ()):
                length = self._length(at, form.words)
                if length > best:
                    best, matched = length, []
                if length and length == best:
                    matched.append((form, name))
        if not matched or not self._is_meant(at, best, matched) or self._is_namesake(at, best):
            return None
        return self._sighting(at, best, matched)

    def _is_namesake(self, at: int, length: int) -> bool:
        """`Viktor Lang` is not Hans Lang: a first name nobody knows stands before the last."""
        before = self.tokens[at - 1] if at else None
        if before is None or length > 1 or self.tokens[at].glue or not self.tokens[at].capital:
            return False
        unknown = before.key not in self.words and before.key not in TITLES and at not in self.ends
        plain = before.sort is Sort.WORD and before.capital and not before.text.isupper()
        return plain and unknown and not is_grammar_word(before.key)

    def _length(self, at: int, words: tuple[str, ...]) -> int:
        """How many tokens a form takes here, over the full stop of an initial; 0 when it does not stand here."""
        place = at
        for index, word in enumerate(words):
            if index and place < len(self.tokens) and self.tokens[place].key == ".":
                place += 1
            if place >= len(self.tokens) or self.tokens[place].sort is not Sort.WORD:
                return 0
            if word not in keys_of(self.tokens[place], genitive=True):
                return 0
            place += 1
        return place - at

    def _sighting(self, at: int, length: int, matched: list[tuple[Form, KnownName]]) -> Sighting:
        end = at + length
        possessive = (
            end < len(self.tokens) and self.tokens[end].glue == "'" and self.tokens[end].key == "s"
        )
        genitive = not any(form.words[-1] == self.tokens[end - 1].key for form, _ in matched)
        is_account = self._is_account(at, matched)
        first, last = self.tokens[at], self.tokens[end - 1]
        text = " ".join(t.text for t in self.tokens[at:end] if t.key != ".")
        candidates = _ordered(matched, is_account=is_account)
        self.ends[end + possessive] = is_account
        mention = Mention(text, first.start, last.end, candidates)
        return Sighting(mention, at, end + possessive, is_account, possessive or genitive)

    def _is_account(self, at: int, matched: list[tuple[Form, KnownName]]) -> bool:
        accounts = [n.kind is NameKind.ACCOUNT for _, n in matched]
        if all(accounts) or not any(accounts):
            return accounts[0]
        before = self._before(at)
        return before in marked(Mark.ACCOUNT_AFTER) and before not in marked(Mark.NAME_AFTER)

    def _before(self, at: int) -> str:
        """The word that leads to a name, over titles and possessives."""
        for token in reversed(self.tokens[max(0, at - 3) : at]):
            if token.key in TITLES or token.key == "." or token.key in marked(Mark.OUR_NAME):
                continue
            return token.key
        return ""

    def _is_meant(self, at: int, length: int, matched: list[tuple[Form, KnownName]]) -> bool:
        token = self.tokens[at]
        if length > 1 and all(len(t.key) > 1 for t in self.tokens[at : at + length]):
            return True
        if length > 1:
            return token.capital or self.lazy
        if token.key in month_words() and self._is_month(at):
            return False
        if at > 0 and self.tokens[at - 1].key in TITLES:
            return True
        word = token.key in self.words
        if self._follows_name_or_cue(at, matched, word=word):
            return True
        if not word:
            return token.capital or self.lazy
        if _is_word_of_time(self.tokens, at):
            return False
        return (token.capital or self.lazy) and self._is_word_meant_as_name(at)

    def _follows_name_or_cue(
        self, at: int, matched: list[tuple[Form, KnownName]], *, word: bool
    ) -> bool:
        """Whether what stands before leads to a name: `with`, `met`, `at`, a name and `and`."""
        before = self._before(at)
        token = self.tokens[at]
        account = any(n.kind is NameKind.ACCOUNT for _, n in matched)
        person = any(n.kind is not NameKind.ACCOUNT for _, n in matched)
        led = (person and before in marked(Mark.NAME_AFTER)) or (
            account and before in marked(Mark.ACCOUNT_AFTER)
        )
        if not led:
            return before in {",", "/"} and token.capital and word and self._after_name(at)
        if not word or token.capital:
            return True
        if before in marked(Mark.NOUNS_TOO):
            return False
        if account and not any(form.whole for form, _ in matched) and not self._ends_phrase(at + 1):
            return False
        if before in marked(Mark.WEAK_LEADS):
            return self._after_name(at) and not self._runs_on(at)
        return not self._runs_on(at) or before in marked(Mark.SURE_LEADS)

    def _ends_phrase(self, at: int) -> bool:
        """Whether no thing follows that a word would describe: `at our summer party` is no visit to Summer Foods."""
        if not self.lazy:
            return False
        if at >= len(self.tokens) or self.tokens[at].sort is not Sort.WORD:
            return True
        return self.tokens[at].key in calendar_words() or is_grammar_word(self.tokens[at].key)

    def _after_name(self, at: int) -> bool:
        return (at - 1) in self.ends

    def _runs_on(self, at: int) -> bool:
        """Whether a word typed small goes on as a word: `will send`, `bill them`."""
        after = self.tokens[at + 1].key if at + 1 < len(self.tokens) else ""
        book = language_of("en").book.meanings.get(after)
        return book is not None and (book.verb is not None or book.whom is not None)

    def _is_month(self, at: int) -> bool:
        before = self.tokens[at - 1].key if at else ""
        after = self._key(at + 1)
        if (
            before in marked(Mark.SURE_LEADS) | marked(Mark.AND_NAMES)
            and self._key(at + 2) in month_words()
        ):
            return False
        if (
            before in marked(Mark.MONTH_AFTER)
            or before.rstrip("stndrh.").isdecimal()
            or before == "."
        ):
            return True
        day = after.rstrip("stndrh")
        return (
            day.isdecimal()
            and int(day[:4]) <= MONTH_DAYS
            and self._key(at + 2) not in month_words()
        )

    def _heads_list(self, at: int) -> bool:
        """`Mark, Rose and Grace for lunch`, `Claire: agreed`."""
        if self._key(at) == ":":
            return True
        more = at + 1 < len(self.tokens) and self.tokens[at + 1].capital
        return more and (self._key(at) == "," or self._key(at) in marked(Mark.AND_NAMES))

    def _does(self, after: str) -> bool:
        """Whether a word says what somebody did or how they are: `Mark called`, `Art happy`."""
        sense = self.meanings.get(after)
        past = self.code == "en" and after.endswith("ed") and len(after) > len("need")
        return past or after in marked(Mark.DOES) or (sense is not None and sense.mood is not None)

    def _key(self, at: int) -> str:
        return self.tokens[at].key if at < len(self.tokens) else ""

    def _is_word_meant_as_name(self, at: int) -> bool:
        """A capital in the middle of a sentence, or a line that begins `Mark said`."""
        token = self.tokens[at]
        before = self.tokens[at - 1] if at else None
        parted = before is None or before.sort is Sort.BREAK
        starts = parted and (before is None or before.text not in _INNER_BREAKS)
        after = self._key(at + 1)
        if starts and token.capital and self._heads_list(at + 1):
            return True
        if starts or token.key not in COMMON or self.lazy:
            plain = before is None or before.key not in marked(Mark.WORD_AFTER)
            apart = parted or (self.lazy and plain)
            return self._does(after) and apart and not self._runs_on(at)
        return not self._runs_on(at)


def _is_word_of_time(tokens: Sequence[Token], at: int) -> bool:
    """`im Sommer`, `in summer`: a word of time, whatever its capital."""
    return at > 0 and tokens[at - 1].key in marked(Mark.SEASON_AFTER)


def _ordered(matched: list[tuple[Form, KnownName]], *, is_account: bool) -> tuple[KnownName, ...]:
    """Candidates once each: the wanted register first, whole names before parts, then by rank and name."""
    whole: dict[KnownName, bool] = {}
    for form, name in matched:
        if (name.kind is NameKind.ACCOUNT) == is_account:
            whole[name] = whole.get(name, False) or form.whole
    return tuple(sorted(whole, key=lambda n: (not whole[n], -n.rank, n.name, n.id)))
