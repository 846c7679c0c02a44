"""The words that make a clause a promise or speak of the next time, and when they do."""

from collections.abc import Sequence
from datetime import date

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.sentence.days import Lean, date_of
from sponsor_app.domain.sentence.languages import marked
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.pieces import Piece
from sponsor_app.domain.sentence.senses import Cue, Word
from sponsor_app.domain.sentence.subjects import Subject, find_subject

_ALWAYS = frozenset({Cue.PROMISED, Cue.TO_US, Cue.OWE})
_PLANNED = frozenset({Kind.VISIT, Kind.MEETING})
_NOUN_AFTER = frozenset({Word.WITH, Word.AT, Word.ABOUT, Word.BE, Word.NOT})


class Heads:
    """Tells which pieces begin a promise or a next time."""

    def __init__(self, pieces: Sequence[Piece], code: str, today: date) -> None:
        self.pieces = pieces
        self.code = code
        self.today = today

    def first_in(self, first: int, end: int) -> int | None:
        """The first piece of `[first, end)` that begins a promise or a next time."""
        for at in range(first, end):
            if self.is_next(at, first, end) or self.is_promise(at, first, end):
                return at
        return None

    def is_next(self, at: int, first: int, end: int) -> bool:
        """Whether the piece speaks of the next time."""
        piece = self.pieces[at]
        if piece.key in marked(Mark.SEES) and self._will_see(at, first, end):
            return True
        if piece.sense.cue is Cue.NEXT:
            return not self._past_day_in(first, end) or self.ahead_in(at, end)
        if piece.sense.cue in (Cue.WILL, Cue.MUST, Cue.PROMISED, Cue.PLAN):
            return self._will_meet(at, end)
        if piece.sense.cue is not Cue.AGAIN:
            return self._meets_again(at, end)
        if piece.key in marked(Mark.ONCE_MORE):
            return self.ahead_in(first, end)
        after = self._next_solid(at + 1, end)
        if after is None or not self.ahead_in(at, end):
            return False
        day = self.pieces[after].day
        if day is not None:
            return not day.by
        return self.pieces[after].sense.kind is not None

    def _will_see(self, at: int, first: int, end: int) -> bool:
        """`call with Dana, I will visit her on 1 Dec`, `ich besuche sie am 1.12.`: another meeting, after one was told."""
        told = any(p.sense.kind is not None for p in self.pieces[:first])
        limited = self._limit_in(at, end) or self._content_in(at + 1, end)
        if not told or limited or not self.ahead_in(first, end):
            return False
        subject = find_subject(self.pieces, first, at, end, self.code)
        return subject is not None and subject.direction is Direction.OURS

    def _meets_again(self, at: int, end: int) -> bool:
        """`see them again in two weeks`: the verb is where it begins."""
        piece = self.pieces[at]
        if piece.sense.kind is None and piece.sense.verb is None:
            return False
        for later in range(at + 1, min(at + 5, end)):
            sense = self.pieces[later].sense
            if self.pieces[later].key in marked(Mark.ONCE_MORE):
                return self.ahead_in(at, end)
            if self.pieces[later].is_content or sense.cue is not None:
                return False
        return False

    def _will_meet(self, at: int, end: int) -> bool:
        """`will see them again on 3 Dec`, `agreed to meet on 3 Dec`, `lunch booked for 3 Dec`."""
        after = self._next_solid(at + 1, end)
        if after is None or not self.ahead_in(at, end):
            return False
        piece = self.pieces[after]
        if piece.sense.cue is Cue.NEXT or self._meets_again(after, end):
            return True
        meets = piece.key in marked(Mark.MEETS_NEXT)
        return meets and not self._content_in(after + 1, end)

    def _content_in(self, first: int, end: int) -> bool:
        return any(p.is_content for p in self.pieces[first:end])

    def is_promise(self, at: int, first: int, end: int) -> bool:
        """Whether the piece begins a promise."""
        sense = self.pieces[at].sense
        if sense.cue in _ALWAYS:
            return not self._denied(at, first)
        if sense.cue is Cue.TO_DO:
            return (at == first or self._followed_by_colon(at)) and not self._names_who(at + 1, end)
        if sense.cue in (Cue.WILL, Cue.MUST):
            return self._is_modal_promise(at, first, end)
        if sense.cue is Cue.AWAIT:
            return self._limit_in(first, end) or self._is_taken(at, first, end)
        if sense.cue is Cue.REQUEST:
            return self._limit_in(at, end)
        return sense.verb is not None and self._is_verb_promise(at, first, end)

    def _serves_us(self, at: int, end: int) -> bool:
        return any(p.sense.whom is Direction.OURS for p in self.pieces[at:end])

    def _is_taken(self, at: int, first: int, end: int) -> bool:
        """`she gets the roadmap tomorrow`: what they receive is ours to give."""
        subject = find_subject(self.pieces, first, at, end, self.code)
        theirs = subject is not None and subject.direction is Direction.THEIRS
        return theirs and self.ahead_in(at, end)

    def _denied(self, at: int, first: int) -> bool:
        return at > first and self.pieces[at - 1].sense.word is Word.NOT

    def _names_who(self, first: int, end: int) -> bool:
        """`action: May to provide access`: then it is her promise, and begins with her."""
        for at in range(first, end):
            piece = self.pieces[at]
            if piece.is_mark or piece.sense.word is Word.FILLER:
                continue
            who = piece.name is not None or piece.sense.who is not None
            return who and any(
                self.pieces[later].sense.verb is not None
                for later in range(at + 1, min(at + 4, end))
            )
        return False

    def _followed_by_colon(self, at: int) -> bool:
        return at + 1 < len(self.pieces) and (
            self.pieces[at + 1].key == ":" or self.pieces[at + 1].is_break
        )

    def _is_modal_promise(self, at: int, first: int, end: int) -> bool:
        """`will send`, `muss noch klären`; of them only what they do for us or by a day."""
        after = self._next_solid(at + 1, end)
        if after is None or self._denied(at, first):
            return False
        verb = self._verb_in(at + 1, end)
        subject = find_subject(self.pieces, first, at, end, self.code)
        limit = self._limit_in(at, end)
        if self.code == "de" and self.pieces[at].key in marked(Mark.WANTS):
            return limit or (verb and self._serves_us(at, end))
        if self._is_plan(at, first, after, end):
            return False
        ours = subject is None or subject.direction is Direction.OURS
        if self.pieces[at].key in marked(Mark.WOULD) and not self._was_said(at, first):
            return (limit or (verb and self.ahead_in(at, end))) and self.pieces[
                after
            ].key not in marked(Mark.LIKES)
        if (
            self.pieces[after].key in marked(Mark.WISHES)
            or self.pieces[after].sense.word is Word.BE
        ):
            return limit and self.pieces[after].key not in marked(Mark.LIKES)
        if ours:
            return verb or limit or (self.code == "en" and (subject is not None or at == first))
        if self.pieces[at].sense.cue is Cue.MUST:
            return limit or (verb and self._helps_us(at, end))
        return verb or limit or self.pieces[min(after + 1, end - 1)].sense.whom is Direction.OURS

    def _is_plan(self, at: int, first: int, after: int, end: int) -> bool:
        """`will visit Acme on Friday` opens the line: a meeting that is planned, not a promise."""
        piece = self.pieces[after]
        opens = at == 0 or (at == 1 and self.pieces[0].sense.who is Direction.OURS)
        return opens and piece.sense.kind in _PLANNED and self.ahead_in(after, end)

    def _was_said(self, at: int, first: int) -> bool:
        """`said he would send it` is a promise, `would recommend us` is not."""
        return any(p.key in marked(Mark.REPORTED) for p in self.pieces[first:at])

    def _helps_us(self, at: int, end: int) -> bool:
        near = self.pieces[max(0, at - 2) : end]
        return any(p.sense.whom is Direction.OURS for p in near) or self.ahead_in(at, end)

    def _verb_in(self, first: int, end: int) -> bool:
        """Whether an action verb follows: at once in English and French, at the end in German."""
        for at in range(first, end):
            piece = self.pieces[at]
            if piece.sense.verb is not None:
                return True
            if self.code != "de" and not (
                piece.is_grammar or piece.is_mark or piece.day is not None
            ):
                return False
        return False

    def _is_verb_promise(self, at: int, first: int, end: int) -> bool:
        verb = self.pieces[at].sense.verb
        if verb is None or self._denied(at, first):
            return False
        if self._after_to(at, first):
            return self._is_to_do(at, first, end)
        subject = find_subject(self.pieces, first, at, end, self.code)
        if subject is not None and self._agrees(at, subject):
            if self.code == "en":
                return self.ahead_in(at, end)
            return subject.direction is Direction.OURS or self._helps_us(at, end)
        if self._starts(at, first) or self.pieces[at - 1].key == ":":
            return self._is_order(at, end)
        return self.code == "de" and self._ends_german(at, first, end)

    def _agrees(self, at: int, subject: Subject) -> bool:
        """Whether the form of a verb goes with its subject."""
        verb = self.pieces[at].sense.verb
        if (
            verb is None
            or self.pieces[at].sense.kind is not None
            or (self.code == "fr" and verb.bare)
        ):
            return False
        if self.code == "en":
            return verb.side is Direction.THEIRS or self.pieces[subject.at].sense.who is not None
        return verb.side is None or (verb.side is Direction.THEIRS) == subject.third

    def _after_to(self, at: int, first: int) -> bool:
        return at > first and self.pieces[at - 1].sense.word is Word.TO

    def _is_to_do(self, at: int, first: int, end: int) -> bool:
        """`to send the logs` at the start or after who is to; `devis à envoyer`, `Angebot zu schicken`."""
        if self.pieces[at].sense.kind is not None:
            return self._limit_in(at, end)
        if at - 1 == first or self.code == "fr":
            return not self._kind_in(first, at) or self._limit_in(at, end)
        subject = find_subject(self.pieces, first, at - 1, end, self.code)
        if subject is not None:
            return True
        return self._limit_in(at, end)

    def _kind_in(self, first: int, end: int) -> bool:
        return any(p.sense.kind is not None for p in self.pieces[first:end])

    def _starts(self, at: int, first: int) -> bool:
        """Whether nothing but adverbs stands before, since the break or since a feeling, place or day."""
        for piece in reversed(self.pieces[first:at]):
            if (
                piece.sense.mood is not None
                or piece.sense.place is not None
                or piece.day is not None
            ):
                return True
            if piece.sense.word not in (Word.ADVERB, Word.AND, Word.BUT) and not piece.is_mark:
                return False
        return True

    def _is_order(self, at: int, end: int) -> bool:
        """A clause that begins with the verb: `send pricing by Fri`, `schicke Preise`, `envoyer le devis`."""
        piece = self.pieces[at]
        verb = piece.sense.verb
        if verb is None or at + 1 >= end or verb.side is Direction.THEIRS:
            return (
                verb is not None and verb.side is Direction.THEIRS and self._helps_us(at + 1, end)
            )
        after = self.pieces[at + 1]
        if self._reads_as_noun(verb.infinitive, after):
            plain = piece.sense.kind is None and piece.sense.intent is None
            return plain and verb.bare and self.code != "en" and self._limit_in(at, end)
        noun = piece.sense.kind is not None or piece.sense.intent is not None
        if not verb.bare and verb.side is None and not noun:
            return self.ahead_in(at, end) or self.code == "fr"
        if noun:
            return (
                verb.bare
                and at > 0
                and (after.sense.whom is not None or after.key in marked(Mark.AFTER_ORDER))
            )
        return True

    def _reads_as_noun(self, verb: str, after: Piece) -> bool:
        """`update on the roadmap`, `intro to Jonas`, `support from Lena`: a noun, whatever else it may be."""
        if (
            after.key in marked(Mark.AFTER_THING) and verb not in marked(Mark.TAKES_TO)
        ) or after.key == ":":
            return True
        grammar = after.sense.word in _NOUN_AFTER or after.key in marked(Mark.AFTER_NOUN)
        return grammar or after.sense.cue is not None

    def _ends_german(self, at: int, first: int, end: int) -> bool:
        """`Angebot bis Freitag schicken`."""
        verb = self.pieces[at].sense.verb
        last = all(p.is_mark or p.day is not None for p in self.pieces[at + 1 : end])
        if verb is None or not last or self.pieces[at].sense.kind is not None:
            return False
        plain = verb.bare and self.pieces[at].sense.intent is None and not self._kind_in(first, at)
        return plain or self._limit_in(first, end)

    def _next_solid(self, first: int, end: int) -> int | None:
        """The next piece that is more than a marker: adverbs, pronouns, `to` and marks are passed over."""
        for at in range(first, end):
            piece = self.pieces[at]
            sense = piece.sense
            skipped = (
                sense.word in (Word.ADVERB, Word.TO, Word.FILLER)
                or sense.whom is not None
                or sense.who is not None
            )
            if piece.is_mark or (skipped and sense.kind is None and sense.verb is None):
                continue
            return at
        return None

    def _limit_in(self, first: int, end: int) -> bool:
        return any(
            p.day is not None and p.day.by and self._is_ahead(p) for p in self.pieces[first:end]
        )

    def ahead_in(self, first: int, end: int) -> bool:
        """Whether a day in `[first, end)` may lie ahead."""
        return any(
            p.day is not None and not p.day.since and self._is_ahead(p)
            for p in self.pieces[first:end]
        )

    def _past_day_in(self, first: int, end: int) -> bool:
        days = [p for p in self.pieces[first:end] if p.day is not None]
        return bool(days) and not any(self._is_ahead(p) for p in days)

    def _is_ahead(self, piece: Piece) -> bool:
        if piece.day is None or piece.day.reading is None:
            return False
        found = date_of(piece.day.reading, self.today, Lean.FUTURE, by=piece.day.by)
        return found is not None and found >= self.today
