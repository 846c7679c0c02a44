"""Put together the promises that a comma parted: a list, a limit on its own, what follows `promised:`."""

from dataclasses import replace

from sponsor_app.domain.sentence.parts import Clause, ClauseSort, Reader
from sponsor_app.domain.sentence.senses import Word


class Joiner(Reader):
    """Joins clauses that belong to one promise or one next time."""

    def joined(self, clauses: list[Clause]) -> list[Clause]:
        """The clauses with promises put together that a comma parted."""
        result: list[Clause] = []
        for clause in clauses:
            merged = self._merged(result[-1], clause) if result else None
            if merged is not None:
                result[-1] = merged
            else:
                result.append(clause)
        return result

    def _merged(self, before: Clause, clause: Clause) -> Clause | None:
        if before.sort is ClauseSort.NEXT:
            return self._merged_next(before, clause)
        if before.sort is not ClauseSort.PROMISE or before.end == clause.first:
            return None
        if not self._text_in(before):
            return self._after_bare_head(before, clause)
        if self._due_in(before):
            return None
        if clause.sort is ClauseSort.PROMISE and clause.head < 0 and self._has_limit(clause):
            return replace(before, end=clause.end)
        goes_on = self._is_day_only(clause) or self._is_end_of_list(clause)
        return replace(before, end=clause.end) if goes_on else None

    def _merged_next(self, before: Clause, clause: Clause) -> Clause | None:
        dated = any(p.day is not None for p in self.pieces[before.first : before.end])
        begins = next((p for p in self.pieces[clause.first : clause.end] if not p.is_grammar), None)
        ahead = begins is not None and begins.day is not None and self.is_ahead(begins)
        if dated or clause.sort is not ClauseSort.MEETING or not ahead:
            return None
        return replace(before, end=clause.end)

    def _after_bare_head(self, before: Clause, clause: Clause) -> Clause | None:
        """`versprochen, bis Freitag die Preise zu schicken`, `actions: send pricing`."""
        if clause.sort is ClauseSort.MEETING and any(
            p.sense.is_anchor for p in self.pieces[clause.first : clause.end]
        ):
            return None
        if clause.sort is ClauseSort.NEXT:
            return None
        own = clause.sort is ClauseSort.PROMISE and clause.subject is not None
        direction = clause.direction if own else before.direction
        head = (
            clause.head if clause.sort is ClauseSort.PROMISE and clause.head >= 0 else before.head
        )
        return Clause(
            before.first,
            clause.end,
            ClauseSort.PROMISE,
            head,
            direction,
            clause.subject or before.subject,
        )

    def _text_in(self, clause: Clause) -> bool:
        return any(
            at != clause.head and (p.is_content or p.sense.is_anchor or p.sense.intent is not None)
            for at, p in enumerate(self.pieces[clause.first : clause.end], clause.first)
        ) or (clause.head >= 0 and self.pieces[clause.head].sense.verb is not None)

    def _has_limit(self, clause: Clause) -> bool:
        return any(p.day is not None and p.day.by for p in self.pieces[clause.first : clause.end])

    def _due_in(self, clause: Clause) -> bool:
        return any(
            p.day is not None and self.is_ahead(p) for p in self.pieces[clause.first : clause.end]
        )

    def _is_end_of_list(self, clause: Clause) -> bool:
        """`promised pricing, roadmap and a demo by Friday`: nothing but things and a limit."""
        if clause.sort is not ClauseSort.MEETING or not self._has_limit(clause):
            return False
        return not any(
            p.sense.mood is not None
            or p.sense.place is not None
            or p.sense.who is not None
            or p.sense.word in (Word.BE, Word.WITH, Word.AT)
            for p in self.pieces[clause.first : clause.end]
        )

    def _is_day_only(self, clause: Clause) -> bool:
        pieces = self.pieces[clause.first : clause.end]
        if not any(p.day is not None and not p.day.since and self.is_ahead(p) for p in pieces):
            return False
        return all(p.day is not None or p.is_grammar or p.is_mark for p in pieces)
