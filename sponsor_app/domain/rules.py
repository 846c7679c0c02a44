"""The team's numbers: every limit is a setting of the team, kept in the team's data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.coverage import Cadence
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.issue import UPDATE_DAYS, Severity
from sponsor_app.domain.load import LoadLimits
from sponsor_app.domain.reference import UseLimits

CADENCES: dict[Tier, Cadence] = {
    Tier.STRATEGIC: Cadence(45, 90),
    Tier.KEY: Cadence(90, 180),
    Tier.STANDARD: Cadence(180, 365),
}
LONGEST_DAYS = 3650


@dataclass(frozen=True, slots=True)
class Rules:
    """Defaults of the program; `from_policy` lays the team's own numbers over them."""

    cadences: Mapping[Tier, Cadence] = field(default_factory=lambda: CADENCES)
    gone_cadence: Cadence = field(default_factory=lambda: Cadence(180, 365))
    load: LoadLimits = field(default_factory=LoadLimits)
    update_days: Mapping[Severity, int] = field(default_factory=lambda: UPDATE_DAYS)
    live_contact_days: int = 365
    accept_working_days: int = 2
    references: UseLimits = field(default_factory=UseLimits)


def cadence_of(
    rules: Rules,
    status: AccountStatus,
    tier: Tier | None,
    override: tuple[int | None, int | None] = (None, None),
) -> Cadence | None:
    """The promise to one account: its own numbers, else its status's or tier's; None without either."""
    base = rules.gone_cadence if status.gone else rules.cadences.get(tier) if tier else None
    ideal, maximum = override
    if ideal is None and maximum is None:
        return base
    if base is None:
        return Cadence(ideal or maximum or 0, maximum or (ideal or 0) * 2)
    ideal = base.ideal if ideal is None else ideal
    return Cadence(ideal, max(ideal, base.maximum if maximum is None else maximum))


def from_policy(policy: Mapping[str, str]) -> Rules:
    """Lay `key -> text` settings over the defaults; unknown keys belong to newer versions and are kept, not read.

    Keys: `cadence.<tier>.ideal|maximum`, `cadence.gone.ideal|maximum`, `load.target|warn|flag`,
    `issue.update_days.<1-4>`, `contact.live_days`, `promise.accept_working_days`,
    `reference.quarter|year|approve_months`; values are whole days or counts.
    """
    days = {key: _whole(key, text) for key, text in policy.items() if key in KEYS}
    base = Rules()
    cadences = {
        tier: _cadence(days, f"cadence.{tier}", cadence) for tier, cadence in base.cadences.items()
    }
    load = LoadLimits(
        target=days.get("load.target", base.load.target),
        warn=days.get("load.warn", base.load.warn),
        flag=days.get("load.flag", base.load.flag),
    )
    return replace(
        base,
        cadences=cadences,
        gone_cadence=_cadence(days, "cadence.gone", base.gone_cadence),
        load=load,
        update_days={s: days.get(f"issue.update_days.{s.value}", UPDATE_DAYS[s]) for s in Severity},
        live_contact_days=days.get("contact.live_days", base.live_contact_days),
        accept_working_days=days.get("promise.accept_working_days", base.accept_working_days),
        references=UseLimits(
            quarter=days.get("reference.quarter", base.references.quarter),
            year=days.get("reference.year", base.references.year),
            approve_months=days.get("reference.approve_months", base.references.approve_months),
        ),
    )


def defaults() -> dict[str, int]:
    """Every rule's own number, by its key."""
    base = Rules()
    cadences = {tier.value: cadence for tier, cadence in base.cadences.items()}
    cadences["gone"] = base.gone_cadence
    found: dict[str, int] = {}
    for name, cadence in cadences.items():
        found[f"cadence.{name}.ideal"] = cadence.ideal
        found[f"cadence.{name}.maximum"] = cadence.maximum
    found |= {
        "load.target": base.load.target,
        "load.warn": base.load.warn,
        "load.flag": base.load.flag,
    }
    found |= {f"issue.update_days.{s.value}": days for s, days in base.update_days.items()}
    found["contact.live_days"] = base.live_contact_days
    found["promise.accept_working_days"] = base.accept_working_days
    found |= {f"reference.{name}": getattr(base.references, name) for name in UseLimits.__slots__}
    return found


def check_policy(key: str, text: str) -> None:
    """Refuse a rule that does not exist or a number that cannot work."""
    if key not in KEYS:
        msg = f"There is no rule called “{key}”."
        raise InvalidError(msg, f"The rules are: {', '.join(sorted(KEYS))}.")
    _whole(key, text)


def _cadence(days: Mapping[str, int], prefix: str, base: Cadence) -> Cadence:
    ideal = days.get(f"{prefix}.ideal", base.ideal)
    return Cadence(ideal, max(ideal, days.get(f"{prefix}.maximum", base.maximum)))


def _whole(key: str, text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LONGEST_DAYS:
        msg = f"The rule “{key}” needs a whole number from 1 to {LONGEST_DAYS}, not “{text}”."
        raise InvalidError(msg)
    return int(text)


KEYS = frozenset(defaults())
