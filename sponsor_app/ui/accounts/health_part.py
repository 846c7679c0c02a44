"""How it stands with an account: a row of parts, each with its day, and no number for all of it."""

from sponsor_app.domain.health import HealthPart, PartKey, PartState, health
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.theme import Ink

SYMBOLS: dict[PartState, tuple[str, Ink]] = {
    PartState.GOOD: ("circle-check", "ok"),
    PartState.WATCH: ("clock", "warn"),
    PartState.BAD: ("triangle-alert", "bad"),
    PartState.UNKNOWN: ("circle-dashed", "text3"),
}


def part_word(key: PartKey) -> str:
    """What a part is called."""
    words = {
        PartKey.PULSE: tr("How they feel"),
        PartKey.FEELING: tr("What we feel"),
        PartKey.SEEN: tr("Being seen"),
        PartKey.ISSUES: tr("Issues"),
        PartKey.PROMISES: tr("Our promises"),
        PartKey.REFERENCES: tr("Speaking for us"),
    }
    return words[key]


def face_of(one: HealthPart, shown: Shown | None) -> ListRow:
    """A part with its day."""
    symbol, ink = SYMBOLS[one.state]
    day = row_day(one.on, shown.today) if shown and one.on else ""
    return ListRow(part_word(one.key), one.words, day, symbol, ink)


class HealthParts(Part):
    """Every part of which anything is known."""

    def __init__(self, desk: Desk) -> None:
        self.model = RecordList[HealthPart](
            lambda one: (one.key, one.words),
            lambda one: part_word(one.key),
            sentence=lambda one: face_of(one, self._shown).sentence,
        )
        delegate = CompactRowDelegate[HealthPart](lambda one: face_of(one, self._shown))
        self.list = ListView(tr("How it stands"), self.model, delegate)
        self.model.setParent(self.list)
        super().__init__(desk, tr("How it stands"), Column(self.list))
        self.set_note(tr("part by part, never one number"))

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        self.model.show(health(shown.page))
