"""Find anything by any scrap."""

import json
from collections.abc import Iterable

from sponsor_app.domain.search import Hit, HitKind
from sponsor_app.services import Services, preferences

RECENT = "palette.recent"
MOST_RECENT = 8


def find(
    app: Services, text: str, *, limit: int = 20, kinds: Iterable[HitKind] = tuple(HitKind)
) -> list[Hit]:
    """The best records for a scrap, best first, each with the field that matched."""
    return app.store.find(text, limit=limit, kinds=tuple(kinds))


def recent(app: Services) -> list[Hit]:
    """What was gone to last by way of a search, the latest first; what is gone since is left out."""
    return app.store.by_ids(_recent(app))


def remember(app: Services, kind: HitKind, record_id: str) -> None:
    """Keep what was gone to, on this laptop only."""
    here = (kind, record_id)
    kept = [here, *(one for one in _recent(app) if one != here)][:MOST_RECENT]
    preferences.put(app, RECENT, json.dumps([[str(name), one] for name, one in kept]))


def _recent(app: Services) -> list[tuple[HitKind, str]]:
    known = json.loads(preferences.get(app, RECENT) or "[]")
    return [(HitKind(name), one) for name, one in known]
