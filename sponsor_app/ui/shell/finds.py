"""What the palette offers for the words typed: records from the store, actions from the table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from sponsor_app.domain.folding import fold, words
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.near import begins_nearly
from sponsor_app.domain.search import Hit, HitKind
from sponsor_app.ui.places import Place, ToAccount, ToBrief, ToLog, ToRecord
from sponsor_app.ui.shell.actions import Action
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.rows.palette_row import PaletteRow, match

ONLY_ACTIONS, ONLY_PEOPLE = ">", "@"
LIMIT = 14
MOST_ACTIONS = 6
MOST_ACCOUNTS, MOST_OTHERS = 6, 3
SYMBOLS: dict[HitKind, str] = {
    HitKind.ACCOUNT: "building-2",
    HitKind.CONTACT: "user-round",
    HitKind.MEMBER: "users-round",
    HitKind.INTERACTION: "message-square",
    HitKind.ISSUE: "circle-alert",
    HitKind.COMMITMENT: "handshake",
    HitKind.FACT: "info",
    HitKind.PULSE: "smile",
    HitKind.THEME: "quote",
    HitKind.EVENT: "calendar-days",
    HitKind.REFERENCE: "quote",
    HitKind.REACH_OUT: "send",
}


@dataclass(frozen=True, slots=True)
class Find:
    """One line of the palette: a place or an action, never both."""

    key: str
    group: str
    row: PaletteRow
    place: Place | None = None
    action: Action | None = None
    account_id: AccountId | None = None
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: the words, and whether only actions or only people are wanted."""

    text: str
    kinds: tuple[HitKind, ...]
    actions: bool


def asked(typed: str) -> Asked:
    """Read `>` and `@` in front of the words."""
    if typed.startswith(ONLY_ACTIONS):
        return Asked(typed[1:].strip(), (), actions=True)
    if typed.startswith(ONLY_PEOPLE):
        return Asked(typed[1:].strip(), (HitKind.CONTACT, HitKind.MEMBER), actions=False)
    return Asked(typed.strip(), tuple(HitKind), actions=True)


def find_of(hit: Hit, query: str) -> Find:
    """A record's line."""
    title = hit.title if hit.kind in TITLED else hit.snippet
    return Find(
        f"{hit.kind}:{hit.id}",
        _group(hit.kind),
        PaletteRow(SYMBOLS[hit.kind], title, _why(hit), matches=match(title, query)),
        place=_place(hit),
        account_id=hit.account_id,
        hit=hit,
    )


NAMED = frozenset({HitKind.ACCOUNT, HitKind.CONTACT, HitKind.MEMBER})
GROUPED = {
    HitKind.ACCOUNT: 0,
    HitKind.CONTACT: 1,
    HitKind.MEMBER: 1,
    HitKind.ISSUE: 2,
    HitKind.EVENT: 3,
    HitKind.REFERENCE: 4,
    HitKind.REACH_OUT: 5,
}
"""The group of a kind; of the others, the last."""
TITLED = NAMED | {HitKind.EVENT, HitKind.REFERENCE, HitKind.REACH_OUT}


def finds_of_actions(actions: Iterable[Action], query: str) -> list[Find]:
    """The actions whose title has all the words, those that begin with them first."""
    wanted = words(query)
    fitting = [
        action
        for action in actions
        if action.title
        and action.enabled()
        and all(any(begins_nearly(word, have) for have in words(action.title)) for word in wanted)
    ]
    fitting.sort(key=lambda action: (_slips(action, wanted), not _begins(action, query)))
    return [
        Find(
            f"action:{action.id}",
            tr("Actions"),
            PaletteRow(
                action.icon, action.title, action.group, action.shortcut, match(action.title, query)
            ),
            action=action,
        )
        for action in fitting
    ]


def _slips(action: Action, wanted: Sequence[str]) -> bool:
    """Whether the title fits only but for a slip of the fingers."""
    have = words(action.title)
    return not all(any(one.startswith(word) for one in have) for word in wanted)


def _begins(action: Action, query: str) -> bool:
    return fold(action.title).startswith(fold(query))


def finds_at(records: Sequence[Find], query: str) -> list[Find]:
    """What can be done with the account that fits best."""
    hit = next((one.hit for one in records if one.hit and one.hit.kind is HitKind.ACCOUNT), None)
    if hit is None:
        return []
    account_id = AccountId(hit.id)
    offers = (
        ("file-text", tr("Open brief: {account}"), ToBrief(account_id), tr("Ctrl+Enter")),
        ("pencil-line", tr("Log with {account}"), ToLog(_at(hit.title)), ""),
        ("circle-alert", tr("Issues of {account}"), ToAccount(account_id, "issues"), ""),
    )
    made: list[Find] = []
    for icon, words_, place, key in offers:
        title = words_.format(account=hit.title)
        row = PaletteRow(icon, title, shortcut=key, matches=match(title, query))
        made.append(Find(f"{icon}:{hit.id}", tr("Actions"), row, place, account_id=account_id))
    return made


def _at(account: str) -> str:
    return tr("at {account}: ").format(account=account)


def arranged(
    records: Sequence[Find], actions: Sequence[Find], query: str, recent: Sequence[str] = ()
) -> list[Find]:
    """Accounts, then people, then what was written, then actions; a few actions unless only they fit.

    Within each, where somebody went lately comes first.
    """
    order = {name: place for place, name in enumerate(_groups())}
    lately = {key: place for place, key in enumerate(recent)}
    best = sorted(records, key=lambda one: (order[one.group], lately.get(one.key, len(lately))))
    # The best of each kind, so that one kind does not push the others out of sight.
    if query and (actions or len({one.group for one in best}) > 1):
        groups = groupby(best, lambda one: one.group)
        most = {_groups()[0]: MOST_ACCOUNTS}
        best = [one for name, found in groups for one in islice(found, most.get(name, MOST_OTHERS))]
    return [*best, *(actions[:MOST_ACTIONS] if best or not query else actions)]


def _groups() -> tuple[str, ...]:
    return (
        tr("Accounts"),
        tr("People"),
        tr("Issues"),
        tr("Events"),
        tr("References"),
        tr("Reach-outs"),
        tr("Notes and promises"),
    )


def _group(kind: HitKind) -> str:
    return _groups()[GROUPED.get(kind, -1)]


def _why(hit: Hit) -> str:
    if hit.kind is HitKind.ACCOUNT:
        if hit.field == "name":
            return ""
        return tr("{field}: {words}").format(field=_field(hit.field), words=hit.snippet)
    if hit.field not in ("name", "summary", "text", "title", "quote", "detail", "contact"):
        return f"{hit.snippet} · {hit.account or ''}".strip(" ·")
    return hit.account or (tr("one of us") if hit.kind is HitKind.MEMBER else "")


def _field(name: str) -> str:
    return {
        "former name": tr("old name"),
        "alias": tr("also known as"),
        "order number": tr("order number"),
        "external id": tr("number elsewhere"),
        "domain": tr("web address"),
        "email": tr("e-mail"),
        "phone": tr("phone"),
    }.get(name, name)


def _place(hit: Hit) -> Place:
    if hit.kind is HitKind.ACCOUNT:
        return ToAccount(AccountId(hit.id))
    return ToRecord(hit.kind.value, hit.id, hit.account_id)
