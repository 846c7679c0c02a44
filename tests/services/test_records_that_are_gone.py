"""What is asked of a record that is not here is refused in words, and a plan is held only once its day has come."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from sponsor_app.domain.coverage import Coverage
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.errors import NotFoundError, RefusedError
from sponsor_app.domain.ids import AccountId, CommitmentId, InteractionId, IssueId
from sponsor_app.domain.interaction import Kind
from sponsor_app.services import Services, accounts, commitments, interactions, issue_board, issues
from tests.conftest import Clock

NO_ISSUE, NO_PROMISE = IssueId("gone"), CommitmentId("gone")
ASKED: dict[str, Callable[[Services], object]] = {
    "update": lambda app: issues.update(app, NO_ISSUE, "We look"),
    "resolve": lambda app: issues.resolve(app, NO_ISSUE, "Done"),
    "reopen": lambda app: issues.reopen(app, NO_ISSUE),
    "one issue": lambda app: issues.one(app, NO_ISSUE),
    "radius": lambda app: issue_board.radius(app, NO_ISSUE),
    "keep": lambda app: commitments.keep(app, NO_PROMISE),
    "move": lambda app: commitments.move(app, NO_PROMISE, app.today()),
    "one promise": lambda app: commitments.one(app, NO_PROMISE),
}


@pytest.mark.parametrize("asked", ASKED)
def test_what_is_not_here_is_said_to_be_so(app: Services, asked: str) -> None:
    before = app.store.latest_change()
    with pytest.raises(NotFoundError, match="not here"):
        ASKED[asked](app)
    assert app.store.latest_change() == before


def test_a_plan_for_a_day_to_come_is_not_held_today(
    app: Services, acme: AccountId, clock: Clock
) -> None:
    interactions.log(app, InteractionDraft(acme, Kind.CALL, clock.today()))
    later = InteractionDraft(acme, Kind.VISIT, clock.today() + timedelta(days=3))
    plan = InteractionId(interactions.log(app, later).created[0])
    with pytest.raises(RefusedError, match="to come"):
        interactions.hold(app, plan)
    with pytest.raises(RefusedError, match="to come"):
        interactions.change(app, plan, state="held")
    [row] = accounts.listed(app)
    assert row.coverage is Coverage.COVERED
    clock.advance(3)
    interactions.hold(app, plan)
