"""Relationship strength, 0 to 100, always with the factors that make it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.interaction import Kind

HALF_LIFE_DAYS = 120
WINDOW_DAYS = 365
SATURATION_POINTS = 8.0
TENURE_MAXIMUM = 6
CONTACT_MAXIMUM = 100 - TENURE_MAXIMUM

WEIGHTS: dict[Kind, int] = {
    Kind.VISIT: 5,
    Kind.COFFEE: 4,
    Kind.MEAL: 4,
    Kind.MEETING: 4,
    Kind.REVIEW: 4,
    Kind.EVENT: 3,
    Kind.CALL: 2,
    Kind.VIDEO: 2,
    Kind.MESSAGE: 1,
}

GROUPS: dict[Kind, str] = {
    Kind.VISIT: "visits",
    Kind.COFFEE: "meals",
    Kind.MEAL: "meals",
    Kind.MEETING: "meetings",
    Kind.REVIEW: "meetings",
    Kind.EVENT: "events",
    Kind.CALL: "calls",
    Kind.VIDEO: "calls",
    Kind.MESSAGE: "messages",
}
TENURE = "tenure"


@dataclass(frozen=True, slots=True)
class Factor:
    """What one kind of contact adds to the score, in points of 100."""

    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Strength:
    """The score and the factors that add up to it, largest first."""

    score: int
    factors: tuple[Factor, ...]


def decayed(weight: float, age_days: int) -> float:
    """What a touch of `weight` is still worth: half after 120 days, nothing after 365 or before it happens."""
    if not 0 <= age_days <= WINDOW_DAYS:
        return 0.0
    return weight * 0.5 ** (age_days / HALF_LIFE_DAYS)


def tenure_points(since: date | None, today: date) -> int:
    """One point for each full year we have known them, at most six."""
    if since is None or since > today:
        return 0
    return min(TENURE_MAXIMUM, (today - since).days // 365)


def strength(
    touches: Iterable[tuple[Kind, date]], since: date | None, today: date
) -> Strength | None:
    """Score the touches of the last 365 days; None (not zero) when there was none.

    Each touch decays with a half-life of 120 days; the sum saturates at 8 points, which is worth 94; up to 6
    more are tenure. Factors are rounded so that they add up to the score.
    """
    raw: dict[str, float] = {}
    for kind, on in touches:
        worth = decayed(WEIGHTS[kind], (today - on).days)
        if worth:
            raw[GROUPS[kind]] = raw.get(GROUPS[kind], 0.0) + worth
    if not raw:
        return None
    scale = CONTACT_MAXIMUM / max(SATURATION_POINTS, sum(raw.values()))
    exact = {name: worth * scale for name, worth in raw.items()}
    tenure = tenure_points(since, today)
    if tenure:
        exact[TENURE] = float(tenure)
    return _rounded(exact)


def score_of(points: float, since: date | None, today: date) -> int | None:
    """The score alone, from decayed points summed elsewhere (the same formula, for lists)."""
    if points <= 0:
        return None
    contact = min(points, SATURATION_POINTS) / SATURATION_POINTS * CONTACT_MAXIMUM
    return round(contact + tenure_points(since, today))


def _rounded(exact: dict[str, float]) -> Strength:
    """Largest-remainder rounding, so that the printed parts add up to the printed whole."""
    score = round(sum(exact.values()))
    floors = {name: int(value) for name, value in exact.items()}
    by_remainder = sorted(exact, key=lambda name: (floors[name] - exact[name], name))
    for name in by_remainder[: score - sum(floors.values())]:
        floors[name] += 1
    factors = (Factor(name, points) for name, points in floors.items() if points)
    return Strength(score, tuple(sorted(factors, key=lambda f: (-f.points, f.name))))
