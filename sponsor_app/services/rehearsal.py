"""What is asked for next is read once in a quiet moment: statements are prepared and pages deciphered before anybody waits."""

from collections.abc import Callable

from sponsor_app.domain.activity import Whose
from sponsor_app.domain.ids import AccountId
from sponsor_app.services import (
    Services,
    accounts,
    briefs,
    exposure,
    history,
    leaves,
    reviews,
    sentences,
    today,
)


def rehearse(app: Services, stopped: Callable[[], bool]) -> None:
    """Read a brief and its account, the list of all, a line that is logged, my own review, until `stopped`; nothing is written."""
    account_id = _next_up(app)
    steps: list[Callable[[], object]] = []
    if account_id is not None:
        steps += [
            lambda: briefs.html(briefs.prepare(app, account_id).brief),
            lambda: accounts.page(app, account_id),
            lambda: exposure.of_account(app, account_id),
            lambda: history.of_record(app, account_id),
        ]
    steps += [
        lambda: accounts.listed(app),
        lambda: sentences.warm_up(app),
        leaves.warm_up,
        lambda: reviews.compose_review(app, app.me),
        lambda: _activity(app),
    ]
    for step in steps:
        if stopped():
            return
        step()


def _activity(app: Services) -> None:
    """What others did, and where we clash; how that is joined is loaded only where somebody else wrote anything."""
    if history.activity(app).counts[Whose.OTHERS]:
        from sponsor_app.services.sharing import disputing  # noqa: PLC0415 - half of what joins files

        disputing.listed(app)


def _next_up(app: Services) -> AccountId | None:
    """The account that is most likely opened first: the next visit's, else whoever goes cold."""
    page = today.page(app)
    found = (
        *(one.plan.account_id for one in page.visits),
        *(one.row.account_id for one in page.cold),
    )
    return next((one for one in found if one), None)
