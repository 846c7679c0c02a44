"""Why they are with us and what they want now, edited where it stands."""

from functools import partial

from sponsor_app.services import accounts
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Column, inset
from sponsor_app.ui.widgets.editable_text import EditableText
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr


class StoryPart(Part):
    """The story, and below it what they want now."""

    def __init__(self, desk: Desk) -> None:
        self.story = EditableText(
            tr("Story"),
            tr("How they came to us, why they stay, what nearly drove them away. Enter writes."),
        )
        self.wants = EditableText(
            tr("What they want now"), tr("The one thing that would help them most. Enter writes.")
        )
        caption = Label(tr("What they want now"), "metaB", "text3", flexible=True)
        body = Column(1, self.story, 6, inset(caption), self.wants)
        super().__init__(desk, tr("Story"), body, action=tr("Edit"))
        self.acted.connect(self.story.begin)
        self.story.saved.connect(partial(self._save, "story", self.story))
        self.wants.saved.connect(partial(self._save, "wants", self.wants))

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        self.story.show_text(shown.page.details.story or "")
        self.wants.show_text(shown.page.details.wants or "")

    def _save(self, field: str, text: EditableText, words: str) -> None:
        account_id = self.shown.account_id
        self.do(lambda app: accounts.change(app, account_id, {field: words}), refused=text.refuse)
