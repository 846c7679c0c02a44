"""People and accounts named in a line that the store does not know: offered as new, never taken for others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sponsor_app.domain.interaction import Kind, Place
from sponsor_app.domain.sentence.ahead import engagement
from sponsor_app.domain.sentence.languages import marked
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.name_forms import LEGAL_FORMS
from sponsor_app.domain.sentence.parts import Clause, ClauseSort
from sponsor_app.domain.sentence.pieces import Piece
from sponsor_app.domain.sentence.plain_words import CITIES, is_lazy
from sponsor_app.domain.sentence.senses import NOTHING, Cue, Word
from sponsor_app.domain.sentence.tokens import Token

LONGEST_NAME = 4


def _before_stranger() -> frozenset[str]:
    """Articles, and the full stop of a title."""
    return marked(Mark.BEFORE_STRANGER) | {"."}


@dataclass(frozen=True, slots=True)
class Stranger:
    """Pieces `[at, end)` that name a person or account nobody knows."""

    at: int
    end: int
    is_account: bool


def find_strangers(
    pieces: Sequence[Piece], clauses: Sequence[Clause], tokens: Sequence[Token], code: str
) -> list[Stranger]:
    """Names after `with`, `met`, `at` and the like that belong to no known record."""
    finder = _Finder(pieces, code, lazy=is_lazy(tokens))
    meetings = (c for c in clauses if c.sort is ClauseSort.MEETING)
    meeting = {at: c for c in meetings for at in range(c.first, c.end)}
    return finder.find(meeting)


class _Finder:
    def __init__(self, pieces: Sequence[Piece], code: str, *, lazy: bool) -> None:
        self.pieces = pieces
        self.code = code
        self.lazy = lazy

    def find(self, meeting: Mapping[int, Clause]) -> list[Stranger]:
        """All strangers that stand in the meeting, in order."""
        found: list[Stranger] = []
        people_end = -1
        at = 0
        while at < len(self.pieces):
            piece = self.pieces[at]
            if piece.name is not None:
                people_end = at + 1 if not piece.name.is_account else people_end
                at += 1
                continue
            clause = meeting.get(at)
            stranger = self._after(at, people_end, clause) if clause or piece.is_break else None
            if stranger is not None and stranger.at in meeting:
                found.append(stranger)
                people_end = people_end if stranger.is_account else stranger.end
                at = stranger.end
                continue
            at += 1
        return found

    def _names_role(self, comma: int) -> bool:
        """`with the new head of purchasing at Acme, Victor Lane`: a role and whose, then who it is."""
        name = self.pieces[comma - 1].name if comma else None
        if name is None or not name.is_account:
            return False
        start = max((i for i in range(comma) if self.pieces[i].is_break), default=-1) + 1
        words = [p.sense.word for p in self.pieces[start:comma]]
        return Word.ROLE in words and not any(
            p.name is not None and not p.name.is_account for p in self.pieces[start:comma]
        )

    def _is_engaged(self, at: int, clause: Clause | None) -> bool:
        """`I will call Bob on Friday`, `rufe Bob an`: what is planned is planned with somebody."""
        if clause is None or not clause.ahead:
            return False
        own = self.pieces[clause.first : clause.end]
        meant = self.pieces[at].sense.cue in (Cue.WILL, Cue.MUST)
        return engagement(self.pieces[at]) is not None or (
            self.code == "de" and meant and any(engagement(p) is not None for p in own)
        )

    def _after(self, at: int, people_end: int, clause: Clause | None) -> Stranger | None:
        """The stranger that the piece at `at` leads to."""
        piece = self.pieces[at]
        listed = people_end == at
        if listed and piece.sense.word is Word.AND:
            return self._person(at + 1)
        if listed and piece.key == ",":
            return self._listed(at + 1)
        if piece.key == "," and self._names_role(at):
            return self._person(at + 1)
        if (
            piece.key in marked(Mark.AT_ACCOUNT)
            or (listed and piece.key in marked(Mark.AFTER_PERSON) | {"("})
            or piece.key in marked(Mark.VISITS)
            or self._goes_to(at)
        ):
            return self._account(at + 1, bracket=piece.key == "(")
        felt = at > 0 and self.pieces[at - 1].sense.mood is not None
        if piece.sense.word is Word.WITH and felt:
            return None
        meets = piece.key in marked(Mark.MEETS) or piece.key.rpartition(" ")[2] in marked(Mark.WITH)
        if piece.sense.word is Word.WITH or meets or self._is_engaged(at, clause):
            return self._person(at + 1)
        return None

    def _goes_to(self, at: int) -> bool:
        """`visit to Zenith`."""
        visit = at > 0 and self.pieces[at - 1].sense.kind is Kind.VISIT
        return visit and self.pieces[at].sense.word is Word.TO

    def _person(self, at: int) -> Stranger | None:
        start = self._over_titles(at)
        if start is None:
            return None
        end = self._run(start)
        return Stranger(start, end, is_account=False) if end > start else None

    def _over_titles(self, at: int) -> int | None:
        """Past `Dr`, `their CFO`, `the new CFO`; None after `our`, because one of ours is no contact.

        After an article alone stands a thing: `mit der Lieferung`.
        """
        thing = False
        while at < len(self.pieces):
            piece = self.pieces[at]
            if piece.sense.word is Word.OUR:
                return None
            if piece.sense.word in (Word.THEIR, Word.ROLE) or piece.key in marked(Mark.TITLES):
                thing = False
            elif piece.key in _before_stranger():
                thing = thing or piece.key not in marked(Mark.NO_ARTICLE) | {"."}
            elif self._is_of_account(at):
                thing = False
            else:
                return None if thing else at
            at += 1
        return None

    def _is_of_account(self, at: int) -> bool:
        """`Acme's new CFO Paul Weber`: whose CFO, and no name of his own."""
        name = self.pieces[at].name
        return name is not None and name.is_account and name.possessive

    def _listed(self, at: int) -> Stranger | None:
        """A name in a list with commas: two words, or more names after it."""
        if at >= len(self.pieces) or not self.pieces[at].capital:
            return None
        end = self._run(at)
        if end <= at:
            return None
        goes_on = end < len(self.pieces) and (
            self.pieces[end].sense.word is Word.AND or self.pieces[end].sense.word is Word.AT
        )
        return (
            Stranger(at, end, is_account=False)
            if goes_on or (end - at > 1 and self.code != "de")
            else None
        )

    def _account(self, at: int, *, bracket: bool) -> Stranger | None:
        start = at
        if at < len(self.pieces) and self.pieces[at].key in _before_stranger() | marked(Mark.FIRMS):
            start = at + 1 if self.pieces[at].key in _before_stranger() else at
            firm = start < len(self.pieces) and self.pieces[start].key in marked(Mark.FIRMS)
            start += firm
            end = self._run(start, account=True)
            if not (firm or self._is_site_after(end) or self._has_legal_form(start, end)):
                return None
        end = self._run(start, account=True)
        if (
            end <= start
            or self._is_elsewhere(start, end)
            or (bracket and end < len(self.pieces) and self.pieces[end].key != ")")
        ):
            return None
        return Stranger(start, end, is_account=True)

    def _has_legal_form(self, start: int, end: int) -> bool:
        """`von der Nordwerk AG`."""
        return end > start + 1 and self.pieces[end - 1].key in LEGAL_FORMS

    def _is_elsewhere(self, start: int, end: int) -> bool:
        """`at Frankfurt airport`, `in Paris`: where, not with whom."""
        after = self.pieces[end] if end < len(self.pieces) else None
        if after is not None and after.sense.place is Place.NEUTRAL:
            return True
        return end == start + 1 and self.pieces[start].key in CITIES

    def _is_site_after(self, at: int) -> bool:
        return at < len(self.pieces) and self.pieces[at].sense.word is Word.SITE

    def _run(self, at: int, *, account: bool = False) -> int:
        """The end of the name that begins at `at`; `at` itself when none does."""
        end = at
        while end < len(self.pieces) and end - at < LONGEST_NAME:
            if self._is_name_word(end, first=end == at) or (
                end > at and self._joins(end, account=account)
            ):
                end += 1
                continue
            break
        while end > at and not self.pieces[end - 1].capital and not self.lazy:
            end -= 1
        return end

    def _joins(self, at: int, *, account: bool) -> bool:
        """A particle, the full stop of an initial, or `&` in a firm's name, with more of the name after it."""
        piece = self.pieces[at]
        after = at + 1
        while after < len(self.pieces) and self.pieces[after].key in marked(Mark.NAME_PARTICLES):
            after += 1
        more = after < len(self.pieces) and self._is_name_word(after, first=False)
        if piece.key in marked(Mark.NAME_LINKS):
            return more and after > at + 1
        initial = piece.key == "." and self.pieces[at - 1].stop - self.pieces[at - 1].start == 1
        firm = account and piece.sense.word is Word.AND and piece.stop - piece.start == 1
        return more and (piece.key in marked(Mark.NAME_PARTICLES) or initial or firm)

    def _is_name_word(self, at: int, *, first: bool) -> bool:
        piece = self.pieces[at]
        if (
            piece.is_break
            or piece.is_mark
            or piece.name
            or piece.day
            or not piece.key[:1].isalpha()
        ):
            return False
        if piece.sense is NOTHING:
            return piece.capital or (self.lazy and len(piece.key) > 1)
        if not piece.capital or self.code == "de" or piece.sense.is_anchor:
            return False
        grammar = (
            piece.sense.word is not None
            or piece.sense.who is not None
            or piece.sense.whom is not None
        )
        if piece.key in marked(Mark.FIRM_NAMES):
            return not first
        return not grammar and (not first or piece.sense.intent is None)
