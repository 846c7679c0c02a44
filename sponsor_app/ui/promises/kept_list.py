"""How promises were kept: by who of ours promised, and by account, each with how many fell due."""

from sponsor_app.domain.promise_book import KeptBy, KeptRecords
from sponsor_app.ui.widgets.boxes import Column, inset
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import how_many, number, tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRow, ListRowDelegate
from sponsor_app.ui.widgets.section import Section

MOST = 20
SPONSORS, ACCOUNTS = "sponsors", "accounts"

Line = tuple[str, KeptBy]
"""Which of the two groups, and the record."""


class KeptList(Section):
    """Enter on an account opens it."""

    def __init__(self) -> None:
        self.model = RecordList[Line](
            lambda line: line,
            lambda line: line[1].name,
            accessible=lambda line: f"{group_word(line)}: {face_of(line).sentence}",
            tip=lambda line: face_of(line).sentence,
            group=group_word,
        )
        self.list = ListView(
            tr("How promises were kept"), self.model, ListRowDelegate[Line](face_of)
        )
        self.model.setParent(self.list)
        self._none = Label(
            tr("None of ours fell due in the last 365 days."), "body", "text3", wrap=True
        )
        super().__init__(tr("How promises were kept"), Column(self.list, inset(self._none)))

    def show_records(self, found: KeptRecords) -> None:
        """Show the records with the most not kept, and say how many others there are."""
        rows = [(SPONSORS, one) for one in found.sponsors[:MOST]]
        rows += [(ACCOUNTS, one) for one in found.accounts[:MOST]]
        self.model.show(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self.set_count(tr("due in the last 365 days") if rows else "")
        left = max(0, len(found.sponsors) - MOST) + max(0, len(found.accounts) - MOST)
        words = tr("the most not kept first; {count} more: sponsor-app promise record")
        self.set_note(words.format(count=number(left)) if left else "")


def group_word(line: Line) -> str:
    """The head of a group."""
    return tr("By who promised") if line[0] == SPONSORS else tr("By account")


def face_of(line: Line) -> ListRow:
    """`Grace Moreau · 1 still late, 2 kept late, 1 dropped · 9 of 12 kept`."""
    record = line[1].record
    open_late = record.unkept - record.dropped
    parts = (
        tr("{count} still late").format(count=open_late) if open_late else "",
        tr("{count} kept late").format(count=record.kept_late) if record.kept_late else "",
        tr("{count} dropped").format(count=record.dropped) if record.dropped else "",
    )
    said = ", ".join(part for part in parts if part) or tr("all in time")
    verdict = tr("{kept} of {due} kept").format(
        kept=record.kept, due=how_many(record.due, "promise")
    )
    symbol = "user-round" if line[0] == SPONSORS else "building-2"
    return ListRow(line[1].name, said, verdict, symbol, "text3")
