"""What a card calls itself: a person, an organisation, or nothing."""

import re

from sponsor_app.exchange.cards.cards import Card

_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST = 500
_ORGANISATION = frozenset({"org", "organization"})
_NOBODY = frozenset({"group", "location", "device", "application", "thing"})


def kind_of(card: Card) -> str:
    """What a card says it is, in small letters: individual, org, group ...; the word of Apple's book too."""
    said = card.first("KIND") or card.first("X-ADDRESSBOOKSERVER-KIND")
    return said.casefold()


def is_nobody(card: Card) -> bool:
    """Whether a card is a list, a room or a machine."""
    return kind_of(card) in _NOBODY


def is_organisation(card: Card) -> bool:
    """Whether a card is that of a company: it says so, or it names nobody but one."""
    if kind_of(card) in _ORGANISATION or card.first("X-ABSHOWAS").casefold() == "company":
        return True
    organisation = organisation_of(card)
    full = card.first("FN")
    return bool(organisation) and not parts_name(card) and full in ("", organisation)


def organisation_of(card: Card) -> str:
    """The company a card names, without its departments."""
    for one in card.all("ORG"):
        found = next((part for part in one.parts() if part), "")
        if found:
            return found[:_LONGEST]
    return ""


def person_of(card: Card) -> str:
    """The name of a person: as the card shows it, else put together of its parts, else a nickname."""
    shown = card.first("FN")
    return (shown or parts_name(card) or card.first("NICKNAME") or card.first("X-NAME"))[:_LONGEST]


def parts_name(card: Card) -> str:
    """The parts of a name in the order in which people say them."""
    for one in card.all("N"):
        family, given, more, before, after = [*one.parts(), "", "", "", "", ""][:5]
        if _FAMILY_FIRST.search(family + given):
            order = (before, family, given, more, after)
        else:
            order = (before, given, more, family, after)
        found = " ".join(part for part in order if part)
        if found:
            return found
    return ""
