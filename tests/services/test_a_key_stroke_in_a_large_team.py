"""How much work a key stroke in the log line is, and what is offered, with 10,000 accounts and 36,000 people."""

import random
import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, contacts, sentences, sponsorships
from sponsor_app.store.models import account, contact
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile
from tests.conftest import KEY, Clock

ACCOUNTS, PEOPLE = 10_000, 36_000
FIRST = ("Dana", "Anna", "May", "Mark", "Jürgen", "Élodie", "Priya", "Tomás", "Ingrid", "Olu")
LAST = ("Reed", "Fox", "Chen", "Olsen", "Weiß", "Marchand", "Nair", "Iglesias", "Berg", "Okafor")
MADE_OF = ("Halvor", "Bramble", "Kestrel", "Zenit", "Lantern", "Calder", "Oster", "Quill")
ENDS = ("Maritime", "Foods", "Aerospace", "Systems", "Werke", "Group", "Textiles", "Energy")
A_KEY = 0.016


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """A store of that size, filled as an import would fill it."""
    folder: Path = tmp_path_factory.mktemp("large")
    clock = Clock(datetime(2026, 11, 18, 8, 48, tzinfo=UTC))
    store = Store.create(folder / "store.db", KEY, clock.now, me={"name": "Grace"}, device="test")
    dice = random.Random(7)
    homes, people = store.new_ids(ACCOUNTS), store.new_ids(PEOPLE)
    with store.write("Filled") as writer:
        firms = [
            {"name": f"{dice.choice(MADE_OF)}{at} {dice.choice(ENDS)}", "status": "customer"}
            for at in range(ACCOUNTS)
        ]
        writer.insert_many(account, firms, homes)
        named = [
            {
                "name": f"{dice.choice(FIRST)} {dice.choice(LAST)}{at}",
                "account_id": dice.choice(homes),
            }
            for at in range(PEOPLE)
        ]
        writer.insert_many(contact, named, people)
    app = Services(store, Profile(folder), clock.now, clock.today)
    sponsorships.set_sponsor(app, [AccountId(homes[5])], app.me)
    yield app
    store.close()


def test_reading_and_completing_a_line_stays_under_a_frame_at_every_key(team: Services) -> None:
    sentences.warm_up(team)
    line = "coffee with Dana at Kestrel12 yesterday, their place, happy, promised pricing by Fri"
    took: list[float] = []
    for end in range(1, len(line) + 1):
        begun = time.process_time()
        sentences.read(team, line[:end])
        sentences.complete(team, line[:end], end)
        took.append(time.process_time() - begun)
    took.sort()
    middle, most = statistics.median(took) * 1000, took[int(len(took) * 0.95)] * 1000
    print(f"\na key: median {middle:.1f} ms, p95 {most:.1f} ms of work")
    assert took[int(len(took) * 0.95)] < A_KEY


def test_of_thousands_with_a_first_name_those_of_my_portfolio_are_offered_first(
    team: Services,
) -> None:
    [mine] = sentences.read(team, "coffee today").homes
    contacts.add(team, AccountId(mine.id), name="Dana Zuletzt")
    offered = sentences.complete(team, "coffee with da", len("coffee with da")).names
    assert offered[0].name == "Dana Zuletzt"
    assert len(offered) == sentences.COMPLETIONS
    read = sentences.read(team, "coffee with Dana today")
    assert read.sentence.contacts[0].candidates[0].name == "Dana Zuletzt"


def test_somebody_of_the_account_in_the_line_is_meant_among_thousands(team: Services) -> None:
    [mine] = sentences.read(team, "coffee today").homes
    other = sentences.complete(team, "coffee at Quill", len("coffee at Quill")).names[0]
    assert other.id != mine.id
    contacts.add(team, AccountId(other.id), name="Danuta Dort")
    read = sentences.read(team, f"coffee with Danuta at {other.name} today")
    assert [one.name for one in read.meant.contacts] == ["Danuta Dort"]
