"""Accounts and contacts that may be one, with what speaks for it; never merged by themselves."""

from collections.abc import Callable, Collection, Iterable, Mapping
from threading import Event

from sponsor_app.domain.duplicates import Traits, alike
from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.twins import Pair, TwinKind
from sponsor_app.services import Services, apart, traits
from sponsor_app.store.queries.everything import Reader

Tell = Callable[[str, float | None], None]
READ = {TwinKind.ACCOUNT: traits.of_accounts, TwinKind.CONTACT: traits.of_contacts}


def accounts(app: Services) -> list[Pair]:
    """Pairs of accounts, the likeliest first."""
    return listed(app, TwinKind.ACCOUNT)


def contacts(app: Services) -> list[Pair]:
    """Pairs of contacts, the likeliest first."""
    return listed(app, TwinKind.CONTACT)


def listed(
    app: Services,
    kind: TwinKind,
    tell: Tell = lambda _text, _share: None,
    cancel: Event | None = None,
) -> list[Pair]:
    """Pairs that may be one, the likeliest first, without those that are said to be two.

    `tell` hears what is done and how much of it, 0 to 1. Refuses once `cancel` is set.
    """
    tell("Reading", None)
    with app.store.read() as connection:
        reader = Reader(connection)
        two = apart.known(reader)
        places = reader.names_of("account") if kind is TwinKind.CONTACT else {}
        found = READ[kind](reader)

    def seen(done: int, whole: int) -> None:
        if cancel is not None and cancel.is_set():
            msg = "Nothing was changed; the list was not finished."
            raise RefusedError(msg)
        tell("Comparing", done / whole if whole else 1.0)

    return _pairs(found, two, places, seen)


def said_to_be_two(app: Services, kind: TwinKind) -> list[Pair]:
    """Pairs of which somebody said that they are not the same, by name."""
    with app.store.read() as connection:
        reader = Reader(connection)
        names = reader.names_of(kind)
        found = [
            Pair(one, names[one], other, names[other], 0, ())
            for one, other in apart.known(reader)
            if one in names and other in names
        ]
    return sorted(found, key=lambda pair: (fold(pair.first), pair.key))


def _pairs(
    found: Iterable[Traits],
    two: Collection[tuple[str, str]],
    places: Mapping[str, str],
    seen: Callable[[int, int], None],
) -> list[Pair]:
    pairs = [
        Pair(
            one.id,
            one.name,
            other.id,
            other.name,
            like.score,
            like.reasons,
            places.get(one.place) or places.get(other.place, ""),
        )
        for one, other, like in alike(found, seen=seen)
        if (one.id, other.id) not in two
    ]
    return sorted(pairs, key=lambda pair: (-pair.score, fold(pair.first), pair.key))
