"""What the log line shows of a sentence: one chip a field, each with its alternatives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.corrections import Part
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.domain.sentence import KnownName, Mention, Role, Sentence, alternatives
from sponsor_app.domain.wording import KIND_WORDS, capital, full_day, near_day, span
from sponsor_app.services.sentences import Reading, about, likely_kind
from sponsor_app.ui.interactions.preview import fact_about, is_planned
from sponsor_app.ui.widgets.language import tr

KIND_ICONS = {
    Kind.VISIT: "house",
    Kind.COFFEE: "coffee",
    Kind.MEAL: "utensils",
    Kind.MEETING: "users-round",
    Kind.CALL: "phone",
    Kind.VIDEO: "video",
    Kind.MESSAGE: "message-square",
    Kind.EVENT: "calendar-days",
    Kind.REVIEW: "presentation",
}
PLACE_ICONS = {
    Place.THEIRS: "house",
    Place.OURS: "briefcase",
    Place.NEUTRAL: "map-pin",
    Place.REMOTE: "video",
}
INTENT_ICONS = {Intent.CARE: "heart", Intent.FIX: "wrench", Intent.SELL: "tag"}
MOOD_ICONS = {
    Sentiment.POSITIVE: "smile",
    Sentiment.NEUTRAL: "meh",
    Sentiment.NEGATIVE: "frown",
}
ICON = "building-2"
MOST = 9
TYPED = "typed"
"""The value of the alternative that asks for a day in words."""


class Line(StrEnum):
    """The rows of chips."""

    WHAT = "what"
    WHEN = "when"
    PROMISE = "promise"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Option:
    """One alternative: what it says, and the value it puts in place."""

    value: object
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """One chip. `part` names what it corrects; `mention` is set when options are records for a name in the line.

    `puts` is what an option corrects where that is another part; `asks` when nothing can be saved before it is answered.
    """

    part: str
    line: Line
    icon: str
    words: str
    detail: str = ""
    guessed: bool = False
    removable: bool = False
    options: tuple[Option, ...] = ()
    current: object = None
    mention: str = ""
    puts: str = ""
    asks: bool = False
    day: date | None = None


def faces(reading: Reading, today: date) -> list[Face]:
    """Every chip of a line, in the order in which Tab walks them."""
    sentence = reading.sentence
    if sentence.only_facts:
        return [*_people(reading), _account(reading), *_facts(reading)]
    return [
        _kind(sentence),
        *_people(reading),
        _account(reading),
        _on(sentence, today),
        _place(sentence),
        _intent(sentence),
        _mood(sentence),
        *_promises(reading, today),
        *_next(sentence, today),
        *_facts(reading),
    ]


def _kind(sentence: Sentence) -> Face:
    kind = likely_kind(sentence)
    return Face(
        Part.KIND,
        Line.WHAT,
        KIND_ICONS[kind],
        capital(tr(KIND_WORDS[kind])),
        guessed=sentence.kind is None or sentence.kind_guessed,
        options=tuple(Option(one, capital(tr(KIND_WORDS[one]))) for one in Kind),
        current=kind,
    )


def _people(reading: Reading) -> list[Face]:
    found = [
        _person(mention, reading)
        for mention in (*reading.sentence.contacts, *reading.sentence.members)
    ]
    found += [
        Face(
            f"{Part.STRANGER}:{name}",
            Line.WHAT,
            "user-plus",
            name,
            tr("new contact"),
            guessed=True,
            removable=True,
        )
        for name in reading.sentence.unknown_people
    ]
    return found


def _person(mention: Mention, reading: Reading) -> Face:
    meant = {one.id for one in (*reading.meant.contacts, *reading.meant.members)}
    sure = next((one for one in mention.candidates if one.id in meant), None)
    words = sure.name if sure else mention.text
    detail = "" if sure else tr("which one?")
    return Face(
        f"{Part.NAME}:{mention.text}",
        Line.WHAT,
        "user-round",
        words,
        detail,
        guessed=sure is None,
        removable=True,
        options=_names(mention.candidates),
        current=sure,
        mention=mention.text,
        asks=sure is None,
    )


def _account(reading: Reading) -> Face:
    """The account; the one that is asked for offers those of my portfolio."""
    mention, meant = reading.sentence.account, reading.meant.account
    said = mention.text if mention else ""
    if meant is not None:
        options = _names(mention.candidates) if mention else ()
        part = f"{Part.NAME}:{said}"
        return Face(part, Line.WHAT, ICON, meant.name, options=options, current=meant, mention=said)
    if mention is not None:
        part, options = f"{Part.NAME}:{said}", _names(mention.candidates)
        which = tr("which one?")
        return Face(
            part, Line.WHAT, ICON, said, which, True, options=options, mention=said, asks=True
        )
    return _asked_account(reading)


def _asked_account(reading: Reading) -> Face:
    name = reading.sentence.unknown_account
    options = _names(reading.homes)
    if name:
        part, new = f"{Part.STRANGER}:{name}", tr("new account")
        return Face(
            part, Line.WHAT, ICON, name, new, True, True, options=options, puts=Part.ACCOUNT
        )
    words = tr("Which account?")
    return Face(Part.ACCOUNT, Line.WHAT, ICON, words, "", True, options=options, asks=True)


def _names(candidates: Sequence[KnownName]) -> tuple[Option, ...]:
    return tuple(Option(one, one.name, one.account or "") for one in candidates[:MOST])


def _on(sentence: Sentence, today: date) -> Face:
    words = full_day(sentence.on, today)
    planned = is_planned(sentence, today)
    return Face(
        Part.ON,
        Line.WHEN,
        "calendar-days",
        tr("Planned {day}").format(day=words) if planned else words,
        _how_far(sentence.on, today),
        guessed=sentence.on_guessed,
        options=_days(sentence, Role.DATE, sentence.on, today),
        current=sentence.on,
        day=sentence.on,
    )


def _place(sentence: Sentence) -> Face:
    place = sentence.place
    words = {
        Place.THEIRS: tr("Their site"),
        Place.OURS: tr("Our site"),
        Place.NEUTRAL: tr("Neutral"),
        Place.REMOTE: tr("Remote"),
    }
    return Face(
        Part.PLACE,
        Line.WHEN,
        PLACE_ICONS[place] if place else "map-pin",
        words[place] if place else tr("Where?"),
        guessed=place is None or sentence.place_guessed,
        removable=place is not None,
        options=tuple(Option(one, words[one]) for one in Place),
        current=place,
    )


def _intent(sentence: Sentence) -> Face:
    intent = sentence.intent
    words = {Intent.CARE: tr("Care"), Intent.FIX: tr("Fix"), Intent.SELL: tr("Sell")}
    details = {Intent.CARE: tr("no ask"), Intent.FIX: tr("no ask"), Intent.SELL: tr("an ask")}
    return Face(
        Part.INTENT,
        Line.WHEN,
        INTENT_ICONS[intent] if intent else "circle-help",
        words[intent] if intent else tr("Why?"),
        details[intent] if intent else "",
        guessed=intent is None or sentence.intent_guessed,
        removable=intent is not None,
        options=tuple(Option(one, words[one], details[one]) for one in Intent),
        current=intent,
    )


def _mood(sentence: Sentence) -> Face:
    mood = sentence.sentiment
    words = {
        Sentiment.POSITIVE: tr("Happy"),
        Sentiment.NEUTRAL: tr("Neutral"),
        Sentiment.NEGATIVE: tr("Unhappy"),
    }
    return Face(
        Part.SENTIMENT,
        Line.WHEN,
        MOOD_ICONS[mood] if mood else "meh",
        words[mood] if mood else tr("Mood?"),
        guessed=mood is None,
        removable=mood is not None,
        options=tuple(Option(one, words[one]) for one in Sentiment),
        current=mood,
    )


def _promises(reading: Reading, today: date) -> list[Face]:
    found: list[Face] = []
    for promise in reading.sentence.promises:
        ours = promise.direction is Direction.OURS
        sides = (Option(Direction.OURS, tr("Ours")), Option(Direction.THEIRS, tr("Theirs")))
        owner = (
            tr("until {lead} accepts").format(lead=reading.lead) if reading.lead else tr("unowned")
        )
        found.append(
            Face(
                f"{Part.PROMISE}:{promise.number}",
                Line.PROMISE,
                "arrow-up-right" if ours else "corner-down-left",
                capital(promise.text),
                f"{tr('ours')}, {owner}" if ours else tr("theirs"),
                removable=True,
                options=sides,
                current=promise.direction,
            )
        )
        words = full_day(promise.due, today) if promise.due else tr("By when?")
        found.append(
            Face(
                f"{Part.DUE}:{promise.number}",
                Line.PROMISE,
                "calendar-clock",
                words,
                _how_far(promise.due, today) if promise.due else "",
                guessed=promise.due is None,
                removable=promise.due is not None,
                options=_days(reading.sentence, Role.DUE, promise.due, today, promise.due_start),
                current=promise.due,
                day=promise.due or today,
            )
        )
    return found


def _facts(reading: Reading) -> list[Face]:
    """What was learned, and of whom; who is not told yet is asked for."""
    found: list[Face] = []
    for fact in reading.sentence.facts:
        known = about(fact, reading)
        asks = len(known) > 1
        found.append(
            Face(
                f"{Part.FACT}:{fact.number}",
                Line.FACT,
                "info",
                fact.text,
                tr("which one?") if asks else fact_about(fact, reading),
                guessed=asks,
                removable=True,
                options=_names(known) if asks else (),
                mention=fact.about.text if fact.about and asks else "",
                asks=asks,
            )
        )
    return found


def _next(sentence: Sentence, today: date) -> list[Face]:
    if sentence.next_on is None:
        return []
    return [
        Face(
            Part.NEXT,
            Line.PROMISE,
            "calendar-days",
            tr("Next {day}").format(day=full_day(sentence.next_on, today)),
            _how_far(sentence.next_on, today),
            removable=True,
            options=_days(sentence, Role.NEXT_DATE, sentence.next_on, today),
            current=sentence.next_on,
            day=sentence.next_on,
        )
    ]


def _days(
    sentence: Sentence, role: Role, current: date | None, today: date, start: int | None = None
) -> tuple[Option, ...]:
    """The days that words may mean; the one in force among them."""
    spans = [one for one in sentence.spans if one.role is role and start in (None, one.start)]
    offered = list(alternatives(sentence, spans[0], today)) if spans else []
    if current is not None and current not in offered:
        offered = [current, *offered]
    found = [Option(day, full_day(day, today), _how_far(day, today)) for day in offered[:4]]
    return (*found, Option(TYPED, tr("other"), tr("type a day")))


def _how_far(day: date, today: date) -> str:
    days = (day - today).days
    near = near_day(day, today)
    if abs(days) <= 1:
        return near
    return (
        tr("in {span}").format(span=span(days))
        if days > 0
        else tr("{span} ago").format(span=span(-days))
    )
