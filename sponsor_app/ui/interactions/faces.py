"""What the log line shows of a sentence: one chip a field, each with the alternatives that number keys choose."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sponsor_app.domain.clocks import ClockName, restarts
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.corrections import Part
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment, State, state_on
from sponsor_app.domain.sentence import KnownName, Mention, Role, Sentence, alternatives
from sponsor_app.domain.wording import KIND_WORDS, capital, full_day, near_day, span
from sponsor_app.services.sentences import Reading, likely_kind
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
MOST = 9


class Line(StrEnum):
    """The rows of chips."""

    WHAT = "what"
    WHEN = "when"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Option:
    """One alternative: what it says, and the value it puts in place."""

    value: object
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """One chip. `part` names what it corrects; `mention` is set when options are records."""

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
    day: date | None = field(default=None)


def faces(reading: Reading, today: date) -> list[Face]:
    """Every chip of a line, in the order in which Tab walks them."""
    sentence = reading.sentence
    return [
        _kind(sentence),
        *_people(reading),
        *_account(reading),
        _on(sentence, today),
        _place(sentence),
        _intent(sentence),
        _mood(sentence),
        *_promises(reading, today),
        *_next(sentence, today),
    ]


def restarted(reading: Reading, today: date) -> str:
    """One sentence on what saving will do: which clocks restart, or that it becomes a plan."""
    sentence = reading.sentence
    state = _state(sentence, today)
    if state is State.CANCELLED:
        return tr("Called off: no clock restarts.")
    if state is State.PLANNED:
        day = full_day(sentence.on, today)
        return tr("Planned for {day}: no clock restarts until it was held.").format(day=day)
    kind = likely_kind(sentence)
    names = restarts(kind, sentence.place, sentence.intent, sponsor_present=reading.mine)
    said = [word for name, word in clock_words().items() if name in names]
    return tr("Restarts {clocks}.").format(clocks=_listed(said))


def _state(sentence: Sentence, today: date) -> State:
    return state_on(sentence.on, today, planned=sentence.planned, called_off=sentence.cancelled)


def clock_words() -> dict[ClockName, str]:
    """What the clocks are called."""
    return {
        ClockName.TOUCH: tr("any touch"),
        ClockName.FACE_TO_FACE: tr("face to face"),
        ClockName.THEIR_TURF: tr("their turf"),
        ClockName.NON_SELLING: tr("no ask"),
    }


def _kind(sentence: Sentence) -> Face:
    kind = likely_kind(sentence)
    return Face(
        Part.KIND,
        Line.WHAT,
        KIND_ICONS[kind],
        capital(KIND_WORDS[kind]),
        guessed=sentence.kind is None or sentence.kind_guessed,
        options=tuple(Option(one, capital(KIND_WORDS[one])) for one in Kind),
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
    )


def _account(reading: Reading) -> list[Face]:
    mention, meant = reading.sentence.account, reading.meant.account
    part = f"{Part.NAME}:{mention.text if mention else ''}"
    if meant is not None:
        options = _names(mention.candidates) if mention else ()
        text = mention.text if mention else ""
        return [
            Face(
                part,
                Line.WHAT,
                "building-2",
                meant.name,
                options=options,
                current=meant,
                mention=text,
            )
        ]
    name = reading.sentence.unknown_account
    if mention is None and name:
        part, new = f"{Part.STRANGER}:{name}", tr("new account")
        return [Face(part, Line.WHAT, "building-2", name, new, guessed=True, removable=True)]
    words = mention.text if mention else tr("Which account?")
    detail = tr("which one?") if mention else ""
    options = _names(mention.candidates) if mention else ()
    text = mention.text if mention else ""
    return [
        Face(
            part,
            Line.WHAT,
            "building-2",
            words,
            detail,
            guessed=True,
            options=options,
            mention=text,
        )
    ]


def _names(candidates: Sequence[KnownName]) -> tuple[Option, ...]:
    return tuple(Option(one, one.name, one.account or "") for one in candidates[:MOST])


def _on(sentence: Sentence, today: date) -> Face:
    words = full_day(sentence.on, today)
    planned = _state(sentence, today) is State.PLANNED
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
    dated = 0
    for number, promise in enumerate(reading.sentence.promises):
        ours = promise.direction is Direction.OURS
        sides = (Option(Direction.OURS, tr("Ours")), Option(Direction.THEIRS, tr("Theirs")))
        owner = (
            tr("until {lead} accepts").format(lead=reading.lead) if reading.lead else tr("unowned")
        )
        found.append(
            Face(
                f"{Part.PROMISE}:{number}",
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
                f"{Part.DUE}:{number}",
                Line.PROMISE,
                "calendar-clock",
                words,
                _how_far(promise.due, today) if promise.due else "",
                guessed=promise.due is None,
                removable=promise.due is not None,
                options=_days(reading.sentence, Role.DUE, promise.due, today, dated),
                current=promise.due,
                day=promise.due or today,
            )
        )
        dated += promise.due is not None
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
    sentence: Sentence, role: Role, current: date | None, today: date, which: int = 0
) -> tuple[Option, ...]:
    """The days that words may mean; the one in force among them."""
    spans = [span for span in sentence.spans if span.role is role]
    offered = list(alternatives(sentence, spans[which], today)) if which < len(spans) else []
    if current is not None and current not in offered:
        offered = [current, *offered]
    return tuple(Option(day, full_day(day, today), _how_far(day, today)) for day in offered[:4])


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


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return tr("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])
