"""What a person decided about an import: which rows are records here already, and what those may become."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sponsor_app.domain.account import AliasKind
from sponsor_app.domain.folding import fold
from sponsor_app.domain.importing import ImportedRecord, ImportKind, UpdatePolicy
from sponsor_app.services import Services
from sponsor_app.services.imports.plan import Plan, Values
from sponsor_app.store.models import SYNCED
from sponsor_app.store.queries import imports, linked

SKIP, NEW, SAME = "skip", "new", "same"
"""Answers beside a record's id: leave the row out, add it as a new one, it is the likeliest one."""
MAIN = {
    ImportKind.ACCOUNTS: "account",
    ImportKind.CONTACTS: "contact",
    ImportKind.MEMBERS: "member",
    ImportKind.INTERACTIONS: "interaction",
    ImportKind.ISSUES: "issue",
    ImportKind.DEALS: "fact",
    ImportKind.EVERYTHING: "account",
}
OWNERS = ("account_id", "contact_id", "interaction_id")
HANGERS_ON = ("account_alias", "contact_point", "team_member", "sponsorship", "attendance")


def refuse_unknown(
    app: Services, kinds: Sequence[ImportKind], decisions: Mapping[str, str]
) -> None:
    """Refuse an answer that names no record of these kinds here: the row would come in as a new one."""
    first, *others = (SYNCED[MAIN[kind]] for kind in kinds)
    with app.store.read() as connection:
        for answer in {*decisions.values()} - {SKIP, NEW, SAME}:
            if not any(linked.value(connection, one, "id", answer) for one in others):
                linked.row(connection, first, answer)


def decided(
    records: Iterable[ImportedRecord], decisions: Mapping[str, str], plan: Plan
) -> Iterator[ImportedRecord]:
    """The records, each as the one here it is said to be; those to be skipped are counted."""
    missing = set(decisions)
    for record in records:
        missing.discard(record.at)
        choice = decisions.get(record.at)
        if choice == SKIP:
            plan.leave_out("duplicates", "left out as decided")
        elif choice == NEW:
            plan.fresh.add(record.at)
            yield record
        elif choice:
            yield replace(record, fields={**record.fields, "id": choice})
        else:
            yield record
    for _at in missing:
        plan.leave_out("decisions", "no row stands where they say")


def restrain(app: Services, plan: Plan, policy: UpdatePolicy, kinds: Sequence[ImportKind]) -> None:
    """Take out of a plan what it may not do to records that are here already."""
    before = _touched(plan, kinds)
    for name in list(plan.edits):
        if policy is UpdatePolicy.NEW:
            plan.edits[name] = {}
        else:
            with app.store.read() as connection:
                known = imports.rows_of(connection, SYNCED[name])
            plan.edits[name] = _gaps(plan.edits[name], known)
            _keep_names(plan, name, known)
    if policy is UpdatePolicy.NEW:
        _leave_alone(plan)
    spared = min(plan.updated, len(before - _touched(plan, kinds)))
    plan.updated -= spared
    plan.unchanged += spared


def _touched(plan: Plan, kinds: Sequence[ImportKind]) -> set[str]:
    """The records of these kinds here that a plan changes, or gives a way to reach them."""
    found: set[str] = set()
    points = plan.inserts["contact_point"].values()
    for main in (MAIN[kind] for kind in kinds):
        given = {str(one[f"{main}_id"]) for one in points if one.get(f"{main}_id")}
        found |= {*plan.edits[main]} | (given - plan.inserts[main].keys())
    return found


def _gaps(edits: Mapping[str, Values], known: Mapping[str, Values]) -> dict[str, Values]:
    """Of each edit what fills an empty field."""
    kept = {
        record_id: {n: v for n, v in new.items() if known[record_id].get(n) in (None, "")}
        for record_id, new in edits.items()
    }
    return {record_id: new for record_id, new in kept.items() if new}


def _keep_names(plan: Plan, name: str, known: Mapping[str, Values]) -> None:
    """An account that keeps its name has no former one."""
    if name != "account":
        return
    aliases = plan.inserts["account_alias"]
    for alias_id, one in list(aliases.items()):
        owner = known.get(str(one["account_id"]))
        former = one["kind"] == AliasKind.FORMER_NAME
        if owner and former and fold(str(owner["name"])) == fold(str(one["value"])):
            del aliases[alias_id]


def _leave_alone(plan: Plan) -> None:
    """Nothing is hung on a record that was here before."""
    new = {record_id for table in plan.inserts.values() for record_id in table}
    for name in HANGERS_ON:
        kept = {
            record_id: one
            for record_id, one in plan.inserts[name].items()
            if all(one[owner] in new for owner in OWNERS if one.get(owner))
        }
        plan.inserts[name] = kept
