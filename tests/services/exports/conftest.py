"""A small team with every kind of record, and names that are attacks."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sponsor_app.domain.account import AliasKind
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.drafts import InteractionDraft, Promise
from sponsor_app.domain.ids import AccountId, ContactId, InteractionId, MemberId
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.domain.people import PointKind
from sponsor_app.services import (
    Services,
    accounts,
    contacts,
    interactions,
    issues,
    knowledge,
    members,
    sponsorships,
)
from sponsor_app.services.points import normal_form
from sponsor_app.store.models import (
    account_alias,
    contact_point,
    fact,
    interaction,
    policy,
    private_note,
)
from sponsor_app.store.queries.policy import write_setting
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile
from tests.conftest import KEY, TODAY, Clock

FORMULA = '=HYPERLINK("https://evil.example","Acme")'
PICTURE = "<img src=file:///etc/passwd>"
SECRET = "only between me and this laptop"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the exports of a test go."""
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[Services]:
    """An empty store of another person."""
    (tmp_path / "other").mkdir()
    path = tmp_path / "other" / "store.db"
    store = Store.create(path, KEY, clock.now, me={"name": "Tom Okafor"}, device="tom")
    yield Services(store, Profile(tmp_path / "other"), clock.now, clock.today)
    store.close()


@pytest.fixture
def team(app: Services) -> Services:
    """Three accounts, three contacts, three members, and what happened between them."""
    lead = MemberId(members.add(app, name="Tom Okafor", email="tom@northwind.example").created[0])
    acme = _acme(app, lead)
    accounts.add(
        app,
        fields={"name": FORMULA, "status": "at risk", "annual_revenue": "12", "currency": "KWD"},
    )
    accounts.add(app, fields={"name": PICTURE, "status": "lost"})
    dana = _people(app, acme, lead)
    _happenings(app, acme, dana, lead)
    with app.store.write_local() as connection:
        note = {"record_id": dana, "text": SECRET, "updated_at": datetime(2026, 1, 1, tzinfo=UTC)}
        connection.execute(private_note.insert().values(**note))
        write_setting(connection, "team", SECRET)
    return app


def _acme(app: Services, lead: MemberId) -> AccountId:
    fields = {
        "name": "Acme, Ltd.",
        "tier": "strategic",
        "industry": "Mining",
        "country": "Norway",
        "city": "Bergen",
        "postcode": "05003",
        "address": "Strandgaten 1",
        "website": "https://www.acme.example",
        "email": "info@acme.example",
        "phone": "+47 55 00 00 00",
        "employees": "1200",
        "annual_revenue": "1250000.50",
        "currency": "EUR",
        "story": "They dig.\n-deeper every year",
        "wants": "Pricing",
        "lead": "Tom Okafor",
        "alias": "ACME",
    }
    acme = AccountId(accounts.add(app, fields=fields).created[0])
    accounts.change(app, acme, {"region": "EMEA", "customer_since": "2019-05-01"})
    sponsorships.set_sponsor(app, [acme], app.me, date(2026, 1, 1))
    with app.store.write("Aliases") as writer:
        accounts.add_aliases(
            app, writer, acme, [(AliasKind.NAME, "A.C.M.E."), (AliasKind.FORMER_NAME, "Old Acme")]
        )
        writer.insert(
            account_alias,
            record_id=app.store.new_id(),
            account_id=acme,
            kind="order_number",
            value="PO-7",
        )
        writer.insert(policy, record_id=app.store.new_id(), key="load.target", value="3")
    return acme


def _people(app: Services, acme: AccountId, lead: MemberId) -> ContactId:
    boss = contacts.add(app, acme, name="Ingrid Bø", title="CEO").created[0]
    made = contacts.add(
        app,
        acme,
        name="Dana Reed",
        title="CIO",
        emails=["dana@acme.example"],
        phones=["+33 6 28 12 34 56"],
        role="champion",
        function="engineering",
        reports_to=ContactId(boss),
        counterpart=lead,
    )
    dana = ContactId(made.created[0])
    contacts.change(app, dana, note="Likes sailing", birthday="--05-17", city="Bergen")
    with app.store.write("Points") as writer:
        for kind, label, raw in (
            ("phone", "fax", "+47 1 234"),
            ("mobile", "mobile", "0628 77"),
            ("phone", "Assistant", "0100 22"),
        ):
            writer.insert(
                contact_point,
                record_id=app.store.new_id(),
                contact_id=dana,
                kind=kind,
                label=label,
                raw=raw,
                normal=normal_form(PointKind(kind), raw),
            )
        writer.insert(
            fact,
            record_id=app.store.new_id(),
            contact_id=dana,
            text="Chairs the user group",
            kind="public",
            on_day=TODAY,
        )
    knowledge.add_fact(app, dana, "Is divorcing", source="dinner")
    return dana


def _happenings(app: Services, acme: AccountId, dana: ContactId, lead: MemberId) -> None:
    held = InteractionDraft(
        acme,
        Kind.COFFEE,
        date(2026, 11, 17),
        place=Place.THEIRS,
        intent=Intent.CARE,
        sentiment=Sentiment.NEGATIVE,
        summary="Invoices; twice",
        quote="never again",
        starts_at=datetime(2026, 11, 17, 8, 30, tzinfo=UTC),
        zone="Europe/Berlin",
        contact_ids=(dana,),
        member_ids=(lead,),
        promises=(Promise("Send pricing", Direction.OURS, date(2026, 11, 20)),),
        next_on=date(2026, 12, 1),
    )
    interactions.log(app, held)
    off = interactions.log(app, InteractionDraft(acme, Kind.CALL, date(2026, 12, 24)))
    interactions.cancel(app, InteractionId(off.created[0]))
    issues.open_issue(app, acme, title="Invoices arrive twice", severity=2)
    issues.update(app, issues.listed(app)[0].id, "We found it")
    with app.store.write("Touch") as writer:
        writer.insert(
            interaction,
            record_id=app.store.new_id(),
            kind="visit",
            state="held",
            happened_on=date(2020, 1, 1),
        )
