"""Weeks in which three people do whatever they like, mostly offline: in the end all agree and nothing is lost."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.ids import AccountId, InteractionId
from sponsor_app.services import Services, accounts, contacts, history, interactions, shared_changes
from tests.sync.stores import add_account, assert_agree, knowledge, laptops, meet, rows, send, visit


def pick(app: Services, table: str, which: int) -> str:
    """One of the records there, or of a name that none has."""
    ids = [one for (one,) in rows(app, f"SELECT id FROM {table} ORDER BY id")]
    return ids[which % len(ids)] if ids else "none"


def edit(app: Services, which: int) -> None:
    city = ("Oslo", "Bergen", "")[which % 3]
    accounts.change(app, AccountId(pick(app, "account", which)), {"city": city})


def meeting(app: Services, which: int) -> None:
    visit(app, AccountId(pick(app, "account", which)), which)


def person(app: Services, which: int) -> None:
    contacts.add(app, AccountId(pick(app, "account", which)), name=f"Person {which}")


def delete_account(app: Services, which: int) -> None:
    accounts.delete(app, AccountId(pick(app, "account", which)))


def delete_meeting(app: Services, which: int) -> None:
    interactions.delete(app, InteractionId(pick(app, "interaction", which)))


def take_back(app: Services, which: int) -> None:
    steps = history.steps(app)
    history.undo(app, steps[which % len(steps)].step if which else None)


def bring_back(app: Services, which: int) -> None:
    gone = sorted(history.deleted(app))
    history.restore(app, gone[which % len(gone)][0] if gone else "none")


def lead(app: Services, which: int) -> None:
    one = pick(app, "account", which)
    with app.store.write("Changed the lead") as writer:
        accounts.set_lead(writer, one, (str(app.me), None)[which % 2])


def settle(app: Services, which: int) -> None:
    for dispute in shared_changes.disputes(app)[: which + 1]:
        shared_changes.settle(app, dispute, dispute.losing)


ACTS: Mapping[str, Callable[[Services, int], None]] = MappingProxyType(
    {
        act.__name__: act
        for act in (
            edit,
            meeting,
            person,
            delete_account,
            delete_meeting,
            take_back,
            bring_back,
            lead,
            settle,
        )
    }
)

weeks = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["edit", "edit", *ACTS]),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    min_size=5,
    max_size=25,
)


@settings(max_examples=25)
@given(weeks)
def test_whatever_people_do_offline_all_agree_in_the_end(
    done: list[tuple[int, str, int, int]],
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        laptops(Path(folder), "anna", "bob", "carol") as every,
    ):
        for name in ("Acme", "Globex"):
            add_account(every[0], name)
        meet(*every)
        for who, act, which, other in done:
            try:
                ACTS[act](every[who], which)
            except SponsorError:
                continue
            if other < len(every) and other != who:
                send(every[other], every[who], confirmed=True)
        written = {one[:7] for app in every for one in knowledge(app)["changes"]}
        meet(*every)
        assert_agree(every)
        assert {one[:7] for one in knowledge(every[0])["changes"]} == written
