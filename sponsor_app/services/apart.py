"""Two records that look alike and are two: said once, known on every laptop."""

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import link_id
from sponsor_app.domain.twins import TwinKind
from sponsor_app.services import Services
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import SYNCED, tag
from sponsor_app.store.queries import history, linked
from sponsor_app.store.queries.everything import Reader
from sponsor_app.store.store import changes_of

SAID = "not the same as "
"""Such a tag of the older record names the younger one."""


def say(app: Services, kind: TwinKind, one: str, other: str) -> Changes:
    """Remember, for the whole team, that two records are not the same."""
    if one == other:
        msg = "These are one and the same record. Nothing was changed."
        raise InvalidError(msg)
    with app.store.write("Said that two records are not the same") as writer:
        names = [linked.named(writer.connection, SYNCED[kind], each) for each in (one, other)]
        _link(writer, one, other)
        writer.title = f"Said that {names[0]} and {names[1]} are not the same"
    return changes_of(writer)


def forget(app: Services, one: str, other: str) -> Changes:
    """Let two records be asked about again."""
    with app.store.write("Asks again whether two records are the same") as writer:
        said = known(Reader(writer.connection)).get((min(one, other), max(one, other)))
        if said is not None:
            writer.delete(tag, said)
        found = history.names_of(writer.connection, [one, other])
        if len(found) == len({one, other}):
            writer.title = f"Asks again whether {found[one]} and {found[other]} are the same"
    return changes_of(writer)


def known(reader: Reader) -> dict[tuple[str, str], str]:
    """The ids of all that are not the same, the older first, with the tag that says so."""
    return {
        (record_id, name.removeprefix(SAID)): tag_id
        for tag_id, record_id, name in reader.values("tag", "id", "record_id", "name")
        if name.startswith(SAID)
    }


def carry(writer: Writer, gone: str, kept: str) -> None:
    """Let hold for `kept` what was said of `gone`, which becomes part of it."""
    for (one, other), said in known(Reader(writer.connection)).items():
        if gone not in (one, other):
            continue
        writer.delete(tag, said)
        third = other if one == gone else one
        if third != kept:
            _link(writer, third, kept)


def _link(writer: Writer, one: str, other: str) -> None:
    older, younger = min(one, other), max(one, other)
    writer.link_many(tag, {_id(one, other): {"record_id": older, "name": f"{SAID}{younger}"}})


def _id(one: str, other: str) -> str:
    return link_id("apart", min(one, other), max(one, other))
