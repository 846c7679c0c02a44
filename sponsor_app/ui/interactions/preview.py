"""What saving a line will do, in words: every record it makes, which clocks restart, what stays text."""

from collections.abc import Sequence
from datetime import date

from sponsor_app.domain.clocks import ClockName, restarts
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.fact_guard import private_in
from sponsor_app.domain.interaction import State, state_on
from sponsor_app.domain.sentence import FactDraft, Sentence
from sponsor_app.domain.wording import KIND_WORDS, full_day
from sponsor_app.services.sentences import Reading, about, likely_kind
from sponsor_app.ui.widgets.language import tr

LONGEST = 60


def saved(reading: Reading, today: date) -> str:
    """Everything that saving makes, in one sentence; what is missing where it cannot be saved yet."""
    lacking = missing(reading)
    if lacking:
        return lacking
    sentence = reading.sentence
    for fact in sentence.facts:
        if found := private_in(fact.text):
            words = tr("Not to be saved with “{word}”: no health, religion or politics of anybody.")
            return words.format(word=found[1])
    held = [] if sentence.only_facts else [_interaction(reading, today)]
    records = [*held, *_new_people(reading), *_promises(sentence, today), *_facts(reading)]
    if sentence.next_on is not None:
        day = full_day(sentence.next_on, today)
        records.append(tr("next time planned for {day}").format(day=day))
    return tr("Saves {records}.").format(records="; ".join(records))


def missing(reading: Reading) -> str:
    """The question that is open before a line can be saved; nothing when none is."""
    sentence, meant = reading.sentence, reading.meant
    if meant.ambiguous:
        name = meant.ambiguous[0].text
        return tr("Which {name}? Choose on the dashed chip.").format(name=name)
    if meant.account is not None or sentence.unknown_account:
        return ""
    if sentence.unknown_people:
        name = sentence.unknown_people[0]
        return tr("At which account is {name}? Choose, or type “at …”.").format(name=name)
    return tr("Which account? Choose, or say with whom.")


def restarted(reading: Reading, today: date) -> str:
    """Which clocks restart, or why none does."""
    sentence = reading.sentence
    if sentence.only_facts:
        return tr("Nothing took place: no clock restarts.")
    state = _state(sentence, today)
    if state is State.CANCELLED:
        return tr("Called off: no clock restarts.")
    if state is State.PLANNED:
        day = full_day(sentence.on, today)
        return tr("Planned for {day}: no clock restarts until it was held.").format(day=day)
    kind = likely_kind(sentence)
    names = restarts(kind, sentence.place, sentence.intent, sponsor_present=reading.mine)
    said = [word for name, word in clock_words().items() if name in names]
    return tr("Restarts {clocks}.").format(clocks=listed(said))


def is_planned(sentence: Sentence, today: date) -> bool:
    """Whether it will be saved as a plan."""
    return _state(sentence, today) is State.PLANNED


def clock_words() -> dict[ClockName, str]:
    """What the clocks are called."""
    return {
        ClockName.TOUCH: tr("any touch"),
        ClockName.FACE_TO_FACE: tr("face to face"),
        ClockName.THEIR_TURF: tr("their turf"),
        ClockName.NON_SELLING: tr("no ask"),
    }


def listed(words: Sequence[str]) -> str:
    """`one, two and three`."""
    if len(words) < 2:
        return "".join(words)
    return tr("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def _state(sentence: Sentence, today: date) -> State:
    return state_on(sentence.on, today, planned=sentence.planned, called_off=sentence.cancelled)


def _interaction(reading: Reading, today: date) -> str:
    sentence, meant = reading.sentence, reading.meant
    kind = tr(KIND_WORDS[likely_kind(sentence)])
    account = meant.account.name if meant.account else sentence.unknown_account or ""
    people = [*(one.name for one in meant.contacts), *sentence.unknown_people]
    words = {
        State.HELD: tr("{kind} on {day} with {whom}"),
        State.PLANNED: tr("{kind} planned for {day} with {whom}"),
        State.CANCELLED: tr("{kind} on {day} with {whom}, called off"),
    }[_state(sentence, today)]
    whom = tr("{people} of {account}").format(people=listed(people), account=account)
    return words.format(
        kind=kind, day=full_day(sentence.on, today), whom=whom if people else account
    )


def _new_people(reading: Reading) -> list[str]:
    made = [tr("new contact {name}").format(name=one) for one in reading.sentence.unknown_people]
    if reading.meant.account is None and reading.sentence.unknown_account:
        made.append(tr("new account {name}").format(name=reading.sentence.unknown_account))
    return made


def _promises(sentence: Sentence, today: date) -> list[str]:
    found: list[str] = []
    for one in sentence.promises:
        ours = one.direction is Direction.OURS
        words = tr("our promise “{text}”") if ours else tr("their promise “{text}”")
        text = one.text if len(one.text) <= LONGEST else f"{one.text[:LONGEST]}…"
        due = tr("by {day}").format(day=full_day(one.due, today)) if one.due else tr("no day")
        found.append(f"{words.format(text=text)}, {due}")
    return found


def _facts(reading: Reading) -> list[str]:
    words = tr("“{text}” about {whom}")
    return [
        words.format(text=one.text[:LONGEST], whom=fact_about(one, reading))
        for one in reading.sentence.facts
    ]


def fact_about(fact: FactDraft, reading: Reading) -> str:
    """Whom a fact is about: somebody known or new, else the account."""
    known, sentence = about(fact, reading), reading.sentence
    if known:
        return known[0].name
    if fact.about is None and len(sentence.unknown_people) == 1 and not reading.meant.contacts:
        return sentence.unknown_people[0]
    account = reading.meant.account
    return account.name if account else sentence.unknown_account or ""
