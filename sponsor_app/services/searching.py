"""Find anything by any scrap."""

from collections.abc import Iterable

from sponsor_app.domain.search import Hit, HitKind
from sponsor_app.services import Services


def find(
    app: Services, text: str, *, limit: int = 20, kinds: Iterable[HitKind] = tuple(HitKind)
) -> list[Hit]:
    """The best records for a scrap, best first, each with the field that matched."""
    return app.store.find(text, limit=limit, kinds=tuple(kinds))
