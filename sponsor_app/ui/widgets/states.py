"""Three signs for every state, in one table: a symbol, a word and a tone."""

from dataclasses import dataclass

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.commitment import CommitmentState
from sponsor_app.domain.coverage import Coverage
from sponsor_app.domain.issue import IssueStatus, Severity
from sponsor_app.domain.load import LoadState
from sponsor_app.ui.widgets.language import tr
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
    Coverage.COVERED: State("circle-check", "covered", "ok", quiet=True),
    Coverage.DUE: State("clock", "due", "warn"),
    Coverage.OVERDUE: State("triangle-alert", "overdue", "bad"),
    Coverage.NEVER_MET: State("circle-dashed", "never met", "idle", dashed=True),
    Coverage.NO_CADENCE: State("minus", "no cadence", "idle"),
    UNSPONSORED: State("user-x", "no sponsor", "idle"),
    SELLING_ONLY: State("tag", "selling only", "warn"),
    AccountStatus.PROSPECT: State("flag", "Prospect", "idle"),
    AccountStatus.CUSTOMER: State("circle-check", "Customer", "ok", quiet=True),
    AccountStatus.AT_RISK: State("triangle-alert", "At risk", "bad"),
    AccountStatus.LOST: State("circle-dashed", "Lost", "idle"),
    AccountStatus.FORMER: State("history", "Former", "idle"),
    "sev1": State("octagon-alert", "Sev 1", "solid"),
    "sev2": State("triangle-alert", "Sev 2", "bad"),
    "sev3": State("circle-alert", "Sev 3", "warn"),
    "sev4": State("circle", "Sev 4", "idle"),
    LATE_UPDATE: State("clock-alert", "update late", "bad"),
    CommitmentState.OPEN: State("circle", "open", "idle", quiet=True),
    CommitmentState.LATE: State("triangle-alert", "late", "bad"),
    CommitmentState.KEPT: State("check", "kept", "ok", quiet=True),
    CommitmentState.DROPPED: State("x", "dropped", "idle", quiet=True),
    UNOWNED: State("circle-dashed", "unowned", "warn"),
    IssueStatus.RESOLVED: State("wrench", "fixed, not told", "warn"),
    IssueStatus.CLOSED: State("check", "closed", "ok", quiet=True),
    LoadState.NONE: State("minus", "no account", "idle"),
    LoadState.FITS: State("check", "fits", "idle", quiet=True),
    LoadState.HIGH: State("trending-up", "high", "warn"),
    LoadState.OVER: State("trending-up", "over", "bad"),
}


def state(key: StateKey, word: str = "") -> State:
    """The signs of a state, its word translated; `word` says more, such as "Sev 1 open 6 days"."""
    name = f"sev{int(key)}" if isinstance(key, int) else str(key)
    known = TABLE[name]
    return State(known.symbol, word or tr(known.word), known.tone, known.quiet, known.dashed)
