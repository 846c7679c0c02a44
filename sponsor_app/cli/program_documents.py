"""The health of the program as the JSON that others script against."""

from sponsor_app.cli.documents import Document
from sponsor_app.domain.program import NOT_CAUSE, Outcomes, Program
from sponsor_app.domain.quarters import Tally


def of_program(one: Program) -> Document:
    """`coverage health`."""
    totals, ratio = one.totals, one.ratio
    return {
        "as_of": one.as_of,
        "totals": {
            "accounts": totals.accounts,
            "with_cadence": totals.with_cadence,
            "covered": totals.covered,
            "due": totals.due,
            "overdue": totals.overdue,
            "never_met": totals.never_met,
            "no_cadence": totals.no_cadence,
            "unsponsored": totals.unsponsored,
        },
        "quarters": [of_tally(tally) for tally in one.quarters],
        "proactive": ratio.proactive,
        "reactive": ratio.reactive,
        "left_out": ratio.left_out,
        "references": one.references,
        "references_free": one.free,
        "outcomes": {
            "sponsored": _of_outcomes(one.sponsored),
            "unsponsored": _of_outcomes(one.unsponsored),
            "reads_as": NOT_CAUSE,
        },
    }


def _of_outcomes(found: Outcomes) -> Document:
    return {
        "accounts": found.accounts,
        "customers": found.customers,
        "kept": found.kept,
        "asked": found.asked,
        "pulse": None if found.pulse is None else round(found.pulse, 2),
        "open_sev12": found.severe,
        "accounts_with_sev12": found.troubled,
    }


def of_tally(one: Tally) -> Document:
    """One quarter, every count beside what it is of."""
    return {
        "quarter": one.quarter.words,
        "from": one.quarter.first,
        "to": one.quarter.last,
        "accounts": one.accounts,
        "seen": one.seen,
        "touches": one.touches,
        "kinds": dict(one.kinds),
        "intents": {name or "unknown": count for name, count in one.intents.items()},
        "proactive": one.ratio.proactive,
        "reactive": one.ratio.reactive,
        "with_cadence": one.promised,
        "covered": one.covered,
        "promises_due": one.due,
        "promises_kept": one.kept,
        "promises_kept_late": one.late,
    }
