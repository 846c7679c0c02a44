"""The people map: who reports to whom at an account, as rows to read from top to bottom."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.language import tr
from sponsor_app.domain.people import Contact, Role
from sponsor_app.domain.wording import listed

WEIGHT = (Role.DECIDES, Role.CHAMPION, Role.BLOCKS, Role.INFLUENCES, Role.USES, None)


@dataclass(frozen=True, slots=True)
class MapRow:
    """Somebody, how deep they stand, and how many report to them.

    `open_above[n]` says whether the line at depth n goes on below this row; its last entry is about this row itself.
    """

    person: Contact
    depth: int
    reports: int
    open_above: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class PeopleMap:
    """Every person once, each below whom they report to. `rings` are those whose bosses go round in a circle."""

    rows: tuple[MapRow, ...]
    rings: tuple[tuple[str, ...], ...] = ()

    @property
    def ring_words(self) -> str:
        """What is said of rings; empty when there is none."""
        said = [
            tr(
                "{names} report to each other in a ring; {names2} stands on top until somebody puts it right."
            ).format(names=listed(list(names), 4), names2=names[0])
            for names in self.rings
        ]
        return " ".join(said)


def people_map(contacts: Sequence[Contact], today: date) -> PeopleMap:
    """The chart of those who are still there. Who reports to nobody here stands on top, those who decide first.

    Two laptops can each set a boss so that a ring comes out of it: it is cut above whoever weighs most, and said.
    """
    here = {one.id: one for one in contacts if one.left_on is None or one.left_on > today}
    boss = {
        who: one.reports_to_id
        for who, one in here.items()
        if one.reports_to_id is not None and one.reports_to_id in here
    }
    rings = tuple(_rings(here, boss))
    for ring in rings:
        del boss[ring[0].id]
    below: dict[ContactId | None, list[Contact]] = defaultdict(list)
    for one in sorted(here.values(), key=_weight):
        below[boss.get(one.id)].append(one)
    names = tuple(tuple(one.name for one in ring) for ring in rings)
    return PeopleMap(tuple(_walk(below)), names)


def _rings(
    here: Mapping[ContactId, Contact], boss: Mapping[ContactId, ContactId]
) -> Iterator[list[Contact]]:
    """Each ring once, beginning with whoever weighs most and going up."""
    done: set[ContactId] = set()
    for start in here:
        path: list[ContactId] = []
        at: ContactId | None = start
        while at is not None and at not in done:
            done.add(at)
            path.append(at)
            at = boss.get(at)
        if at is not None and at in path:
            ring = path[path.index(at) :]
            top = min(ring, key=lambda who: _weight(here[who]))
            cut = ring.index(top)
            yield [here[who] for who in (*ring[cut:], *ring[:cut])]


def _walk(below: Mapping[ContactId | None, Sequence[Contact]]) -> Iterator[MapRow]:
    stack: list[tuple[Contact, int, tuple[bool, ...]]] = [
        (one, 0, ()) for one in reversed(below.get(None, ()))
    ]
    while stack:
        one, depth, lines = stack.pop()
        under = below.get(one.id, ())
        yield MapRow(one, depth, len(under), lines)
        last = len(under) - 1
        stack += [
            (each, depth + 1, (*lines, place < last))
            for place, each in reversed([*enumerate(under)])
        ]


def _weight(one: Contact) -> tuple[int, int, str, str]:
    return WEIGHT.index(one.role), -(one.strength or 0), one.name.casefold(), one.id
