"""Whether somebody or something about to be added is here already: asked before it is saved."""

from collections.abc import Iterable, Mapping

from sponsor_app.domain.duplicates import SURE, Traits, address_key, likeness
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.language import tr
from sponsor_app.domain.people import PointKind
from sponsor_app.domain.phones import normal_email
from sponsor_app.domain.search import HitKind
from sponsor_app.domain.twins import LooksKnownError, Resembling
from sponsor_app.services import Services, members, searching, traits
from sponsor_app.services.points import normal_form
from sponsor_app.store.queries.everything import Reader

MOST, FOUND = 5, 12


def refuse_known_account(app: Services, fields: Mapping[str, str]) -> None:
    """Refuse what looks like an account that is here, by name, web address, number or address."""
    phone, website = fields.get("phone", ""), fields.get("website", "")
    new = Traits(
        id="",
        name=fields.get("name", ""),
        domains=traits.domains(website),
        phones=traits.phones([normal_form(PointKind.PHONE, phone)] if phone.strip() else ()),
        address=address_key(fields.get("address"), fields.get("postcode"), fields.get("city")),
        place=fold(fields.get("city", "")),
    )
    scraps = (new.name, new.core, *new.domains, phone, fields.get("address", ""))
    near = _near(app, HitKind.ACCOUNT, scraps)
    with app.store.read() as connection:
        _refuse(new, traits.of_accounts(Reader(connection), near))


def refuse_known_contact(app: Services, account_id: AccountId, name: str, reach: str) -> None:
    """Refuse who looks like a person that is here; `reach` is a mail address or a number, or empty."""
    reach = reach.strip()
    mail = "@" in reach
    number = normal_form(PointKind.PHONE, reach) if reach and not mail else ""
    new = Traits(
        id="",
        name=name,
        phones=traits.phones([number]),
        emails=frozenset({normal_email(reach)} if mail else ()),
        place=account_id,
        person=True,
    )
    near = _near(app, HitKind.CONTACT, (name, reach))
    with app.store.read() as connection:
        reader = Reader(connection)
        near |= {row["id"] for row in reader.some("contact", "account_id", [account_id])}
        _refuse(new, traits.of_contacts(reader, near))


def _near(app: Services, kind: HitKind, scraps: Iterable[str]) -> set[str]:
    """Who is found by any of these scraps."""
    wanted = {text.strip() for text in scraps if text.strip()}
    return {
        hit.id for text in wanted for hit in searching.find(app, text, limit=FOUND, kinds=(kind,))
    }


def _refuse(new: Traits, here: Iterable[Traits]) -> None:
    told = [(one, like) for one in here if (like := likeness(new, one)) is not None]
    told.sort(key=lambda found: -found[1].score)
    if told:
        raise LooksKnownError(
            tuple(
                Resembling(one.id, one.name, like.score, like.reasons) for one, like in told[:MOST]
            )
        )


def refuse_known_member(app: Services, name: str) -> None:
    """Refuse who is called like one of ours."""
    known = [one for one in members.listed(app) if fold(one.name) == fold(name.strip())]
    if known:
        raise LooksKnownError(
            tuple(Resembling(one.id, one.name, SURE, (tr("the same name"),)) for one in known)
        )
