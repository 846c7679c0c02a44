"""The addresses and numbers of a card, each with the label the telephone shows."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sponsor_app.domain.importing import ImportedPoint
from sponsor_app.domain.people import PointKind
from sponsor_app.exchange.cards.cards import Card
from sponsor_app.exchange.properties.reading import Property
from sponsor_app.exchange.tabular.addresses import emails, phones, web_domain
from sponsor_app.exchange.tabular.refusals import Refused

_LABELS = ("work", "home", "main", "other")
_MOBILE = frozenset({"cell", "mobile", "iphone", "handy", "car", "mobil", "portable", "携帯"})
_NO_MAIL = frozenset({"x400", "x.400", "telex", "applelink", "ibmmail", "mcimail", "tlx"})
_APPLE = re.compile(r"_\$!<(.*)>!\$_")
_LONGEST_LABEL = 40
_LONGEST_WEB = 500

Found = tuple[list[ImportedPoint], list[tuple[Property, Refused]]]


def points_of(card: Card) -> Found:
    """Mails, numbers and web addresses, the preferred first; and what is none."""
    own = {one.group: one.text for one in card.all("X-ABLABEL") if one.group}
    good: list[ImportedPoint] = []
    bad: list[tuple[Property, Refused]] = []
    for name, read in _READERS.items():
        for one in sorted(card.all(name), key=_rank):
            for found in read(one, own):
                if isinstance(found, Refused):
                    bad.append((one, found))
                elif found not in good:
                    good.append(found)
    return good, bad


def _emails(one: Property, own: Mapping[str, str]) -> Iterator[ImportedPoint | Refused]:
    if not one.types().isdisjoint(_NO_MAIL):
        yield Refused("it is an address of another system", unknown=True)
        return
    found, wrong = emails(one.text.removeprefix("MAILTO:"))
    yield from (ImportedPoint(PointKind.EMAIL, _label(one, own), value) for value in found)
    yield from wrong


def _phones(one: Property, own: Mapping[str, str]) -> Iterator[ImportedPoint | Refused]:
    words = one.types()
    said = _label(one, own)
    mobile = not words.isdisjoint(_MOBILE) or said.casefold() in _MOBILE
    kind = PointKind.MOBILE if mobile else PointKind.PHONE
    label = "fax" if "fax" in words else "pager" if "pager" in words else said
    found, wrong = phones(_number(one.text))
    yield from (ImportedPoint(kind, "mobile" if mobile else label, value) for value in found)
    yield from wrong


def _webs(one: Property, own: Mapping[str, str]) -> Iterator[ImportedPoint | Refused]:
    text = one.text
    found = web_domain(text) if text else None
    if isinstance(found, Refused):
        yield found
    elif found and len(text) <= _LONGEST_WEB:
        yield ImportedPoint(PointKind.WEB, _label(one, own), text)


_READERS = {"EMAIL": _emails, "TEL": _phones, "URL": _webs}


def _label(one: Property, own: Mapping[str, str]) -> str:
    custom = own.get(one.group, "")
    if custom:
        known = _APPLE.fullmatch(custom)
        plain = (known[1] if known else custom)[:_LONGEST_LABEL]
        return plain.lower() if known or plain.lower() in _LABELS else plain
    words = one.types()
    return next((label for label in _LABELS if label in words), "")


def _number(text: str) -> str:
    """`tel:+1-555;ext=12` as people write it."""
    if text[:4].lower() != "tel:":
        return text
    number, _, rest = text[4:].partition(";")
    extension = rest.lower().partition("ext=")[2].partition(";")[0]
    return f"{number} ext. {extension}" if extension else number


def _rank(one: Property) -> int:
    """The preferred come first: `PREF=1` before `PREF=2` before `TYPE=pref` before the others."""
    preference = one.param("PREF")
    if preference.isascii() and preference.isdigit():
        return min(int(preference[:4]), 100)
    return 101 if "pref" in one.types() else 102


def foremost(points: Sequence[ImportedPoint], *kinds: PointKind) -> str:
    """The first point of some kinds."""
    return next((one.value for one in points if one.kind in kinds), "")
