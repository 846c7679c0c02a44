"""Three signs for every state, in one table: a symbol, a word and a tone."""

from dataclasses import dataclass

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.commitment import CommitmentState
from sponsor_app.domain.coverage import Coverage
from sponsor_app.domain.issue import IssueStatus, Severity
from sponsor_app.domain.load import LoadState
from sponsor_app.ui.widgets.language import later, tr
from sponsor_app.ui.widgets.tokens import ToneName

StateKey = str | AccountStatus | CommitmentState | Coverage | IssueStatus | LoadState | Severity

UNSPONSORED = "unsponsored"
UNOWNED = "unowned"
LATE_UPDATE = "late_update"
SELLING_ONLY = "selling_only"


@dataclass(frozen=True, slots=True)
class State:
    """What a person sees of a state; quiet states need nobody and carry no colour in rows and cells."""

    symbol: str
    word: str
    tone: ToneName
    quiet: bool = False
    dashed: bool = False


TABLE: dict[str, State] = {
    Coverage.COVERED: State("circle-check", later("covered"), "ok", quiet=True),
    Coverage.DUE: State("clock", later("due"), "warn"),
    Coverage.OVERDUE: State("triangle-alert", later("overdue"), "bad"),
    Coverage.NEVER_MET: State("circle-dashed", later("never met"), "idle", dashed=True),
    Coverage.NO_CADENCE: State("minus", later("no cadence"), "idle"),
    UNSPONSORED: State("user-x", later("no sponsor"), "idle"),
    SELLING_ONLY: State("tag", later("selling only"), "warn"),
    AccountStatus.PROSPECT: State("flag", later("Prospect"), "idle"),
    AccountStatus.CUSTOMER: State("circle-check", later("Customer"), "ok", quiet=True),
    AccountStatus.AT_RISK: State("triangle-alert", later("At risk"), "bad"),
    AccountStatus.LOST: State("circle-dashed", later("Lost"), "idle"),
    AccountStatus.FORMER: State("history", later("Former"), "idle"),
    "sev1": State("octagon-alert", later("Sev 1"), "solid"),
    "sev2": State("triangle-alert", later("Sev 2"), "bad"),
    "sev3": State("circle-alert", later("Sev 3"), "warn"),
    "sev4": State("circle", later("Sev 4"), "idle"),
    LATE_UPDATE: State("clock-alert", later("update late"), "bad"),
    CommitmentState.OPEN: State("circle", later("open"), "idle", quiet=True),
    CommitmentState.LATE: State("triangle-alert", later("late"), "bad"),
    CommitmentState.KEPT: State("check", later("kept"), "ok", quiet=True),
    CommitmentState.DROPPED: State("x", later("dropped"), "idle", quiet=True),
    UNOWNED: State("circle-dashed", later("unowned"), "warn"),
    IssueStatus.RESOLVED: State("wrench", later("fixed, not told"), "warn"),
    IssueStatus.CLOSED: State("check", later("closed"), "ok", quiet=True),
    LoadState.NONE: State("minus", later("no account"), "idle"),
    LoadState.FITS: State("check", later("fits"), "idle", quiet=True),
    LoadState.HIGH: State("trending-up", later("high"), "warn"),
    LoadState.OVER: State("trending-up", later("over"), "bad"),
}


def state(key: StateKey, word: str = "") -> State:
    """The signs of a state, its word translated; `word` says more, such as "Sev 1 open 6 days"."""
    name = f"sev{int(key)}" if isinstance(key, int) else str(key)
    known = TABLE[name]
    return State(known.symbol, word or tr(known.word), known.tone, known.quiet, known.dashed)
