"""Why something in the shared file is not believed: one word for programs, one sentence for people."""

from enum import StrEnum


class Reason(StrEnum):
    """The first check that failed."""

    SIZE = "size"
    KIND = "kind"
    EPOCH = "epoch"
    STRANGER = "stranger"
    SIGNATURE = "signature"
    REMOVED = "removed"
    CHAIN = "chain"
    SEAL = "seal"
    SIGNER = "signer"
    PADDING = "padding"
    PACKING = "packing"
    CONTENT = "content"
    GENESIS = "genesis"
    NOT_ADMIN = "not_admin"
    ORDER = "order"
    COMMITMENT = "commitment"
    WRAPS = "wraps"
    ROSTER = "roster"
    HISTORY = "history"
    FROZEN = "frozen"
    CODE = "code"
    CARD = "card"
    BASE = "base"


SAID = {
    Reason.SIZE: "its size is impossible",
    Reason.KIND: "it is of a kind this version does not know",
    Reason.EPOCH: "it belongs to a state of the team that is not known here",
    Reason.STRANGER: "its writer is not in the team it claims to write for",
    Reason.SIGNATURE: "its signature is wrong: it is damaged or forged",
    Reason.REMOVED: "it was written after its writer was removed from the team",
    Reason.CHAIN: "it does not continue what its writer wrote before",
    Reason.SEAL: "it is not sealed with the team's key",
    Reason.SIGNER: "it was sealed by somebody else than its signer",
    Reason.PADDING: "its padding is not as it must be",
    Reason.PACKING: "it does not unpack to a bounded size",
    Reason.CONTENT: "its content is not well formed",
    Reason.GENESIS: "it begins another team than yours",
    Reason.NOT_ADMIN: "it changes the team and its signer is not an admin",
    Reason.ORDER: "it does not follow the state of the team it names",
    Reason.COMMITMENT: "its key is not the one it commits to",
    Reason.WRAPS: "its keys are not for exactly its team",
    Reason.ROSTER: "its list of people is not a possible team",
    Reason.HISTORY: "it does not hand on the key of the past",
    Reason.FROZEN: "it changes what was settled about removed laptops",
    Reason.CODE: "a code may only hand in one card",
    Reason.CARD: "the card it hands in is not its owner's",
    Reason.BASE: "its writer is no longer in the team, or pieces of it are missing",
}


class Unbelievable(Exception):  # noqa: N818 - never leaves this package: it becomes a finding
    """One record fails one check."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def demand(holds: bool, reason: Reason) -> None:
    """Refuse the record at hand for `reason` unless the check holds."""
    if not holds:
        raise Unbelievable(reason)
