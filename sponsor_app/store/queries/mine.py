"""What waits for one member: their issues, promises and plans, read without looking at everybody's."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, Table, or_, select

from sponsor_app.domain.account import TeamRole
from sponsor_app.domain.brief import Spread
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.history import Step
from sponsor_app.domain.ids import AccountId, MemberId, StepId
from sponsor_app.domain.issue import Issue, IssueStatus
from sponsor_app.domain.rules import Rules
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.today import News, Opening, Visit, invited
from sponsor_app.store.models import (
    PLANNED,
    SYNCED,
    account,
    attendance,
    change,
    commitment,
    interaction,
    issue,
    member,
    shape,
    step,
    team_member,
)
from sponsor_app.store.queries import history, open_items, people, spread, timeline

NEWS = 12
SETUP = "setup"
FIRST_CHANGES = 20
"""How far into a step we look for the account it is about."""


def name_of(connection: Connection, me: MemberId) -> str:
    """What a member is called."""
    return connection.execute(select(member.c.name).where(member.c.id == me)).scalar_one()


def plans(
    connection: Connection, me: MemberId, accounts: Collection[str], since: date, until: date
) -> list[Interaction]:
    """What is planned from a day to another with these accounts, or with me there, soonest first."""
    with_me = select(attendance.c.interaction_id).where(attendance.c.member_id == me)
    query = select(interaction.c.id).where(
        PLANNED,
        interaction.c.happened_on.between(since, until),
        interaction.c.account_id.in_(accounts) | interaction.c.id.in_(with_me),
    )
    return timeline.by_ids(connection, list(connection.execute(query).scalars()))[::-1]


def open_issues(
    connection: Connection, rules: Rules, today: date, me: MemberId, accounts: Collection[str]
) -> list[Issue]:
    """The open issues that I hold, or that are at these accounts, the worst first."""
    query = select(issue.c.id).where(
        issue.c.status == IssueStatus.OPEN,
        or_(issue.c.owner_id == me, issue.c.account_id.in_(accounts)),
    )
    ids = list(connection.execute(query).scalars())
    return open_items.issues(connection, rules, today, ids=ids)


def pressing_promises(
    connection: Connection, today: date, me: MemberId, accounts: Collection[str]
) -> list[Commitment]:
    """Our open promises that are late and mine or at these accounts, or that nobody took on where I lead or promised."""
    led = select(team_member.c.account_id).where(
        team_member.c.member_id == me, team_member.c.role == TeamRole.LEAD
    )
    late = (commitment.c.due_on < today) & or_(
        commitment.c.owner_id == me, commitment.c.account_id.in_(accounts)
    )
    concerned = (
        commitment.c.account_id.in_(led)
        | commitment.c.account_id.in_(accounts)
        | (commitment.c.promised_by_id == me)
    )
    unowned = commitment.c.accepted_on.is_(None) & concerned
    wanted = open_items.STILL_BINDS & (commitment.c.direction == Direction.OURS) & (late | unowned)
    order = (commitment.c.due_on.is_(None), commitment.c.due_on, commitment.c.id)
    return open_items.select_commitments(connection, wanted, order)


def opening(connection: Connection, visits: Sequence[Visit], today: date) -> Opening:
    """Who will be at the first of these visits, and who has heard of the worst issue there."""
    if not visits or visits[0].plan.account_id is None:
        return Opening()
    first, worst = visits[0], visits[0].worst_issue
    there = people.contacts(connection, today, (str(first.plan.account_id),))
    named = invited(first.plan)
    heard = None
    if worst and worst.severity.severe:
        heard = Spread(*spread.spreads(connection, [worst], today)[worst.id])
    return Opening(tuple(one for one in there if one.id in named), heard)


def news(connection: Connection, since: datetime) -> list[News]:
    """What others did after a moment and the account it was about, the latest first, twelve at most."""
    steps = history.steps_since(connection, since, mine=False)
    shown = [one for one in steps if one.kind != SETUP][:NEWS]
    about = _accounts_of_steps(connection, shown)
    return [News(one, *about.get(one.step, (None, ""))) for one in shown]


def _accounts_of_steps(
    connection: Connection, steps: Sequence[Step]
) -> dict[StepId, tuple[AccountId, str]]:
    """The account that each step was about, by its first changes; nothing for a step about none."""
    ids = [one.step for one in steps]
    query = (
        select(step.c.step, change.c.record_id, shape.c.table_name)
        .join(change, change.c.seq.between(step.c.first_change, step.c.last_change))
        .join(shape, shape.c.id == change.c.shape)
        .where(step.c.step.in_(ids), change.c.seq < step.c.first_change + FIRST_CHANGES)
        .order_by(change.c.seq)
    )
    touched = [(StepId(row[0]), row[1], row[2]) for row in connection.execute(query).all()]
    records: dict[str, set[str]] = defaultdict(set)
    for _step, record, table in touched:
        records[table].add(record)
    home: dict[str, str] = {}
    for name, wanted in records.items():
        home |= _homes(connection, SYNCED[name], wanted)
    names = _names(connection, set(home.values()))
    found: dict[StepId, tuple[AccountId, str]] = {}
    for number, record, _table in touched:
        at = home.get(record, "")
        if at in names:
            found.setdefault(number, (AccountId(at), names[at]))
    return found


def _homes(connection: Connection, table: Table, records: Collection[str]) -> dict[str, str]:
    """The account of each of these records of a table."""
    if table is account:
        return {one: one for one in records}
    query = select(table.c.id, table.c.account_id) if "account_id" in table.c else None
    if "issue_id" in table.c:
        query = select(table.c.id, issue.c.account_id).join(issue, issue.c.id == table.c.issue_id)
    if query is None:
        return {}
    found = connection.execute(query.where(table.c.id.in_(records))).all()
    return {one: at for one, at in found if at}


def _names(connection: Connection, accounts: Collection[str]) -> Mapping[str, str]:
    query = select(account.c.id, account.c.name).where(account.c.id.in_(accounts))
    return {row[0]: row[1] for row in connection.execute(query).all()}
