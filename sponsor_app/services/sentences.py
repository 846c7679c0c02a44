"""One line becomes an interaction: what it says, whom it means, what is still open, and the draft to save."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import inf

from sponsor_app.domain.corrections import Corrections, corrected
from sponsor_app.domain.drafts import InteractionDraft, Learned, Promise
from sponsor_app.domain.errors import AmbiguousError, InvalidError, NotFoundError
from sponsor_app.domain.folding import fold, words
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.search import HitKind
from sponsor_app.domain.sentence import (
    Begun,
    FactDraft,
    KnownName,
    Mention,
    NameKind,
    Resolution,
    Sentence,
    begun_name,
    candidate_words,
    parse,
    resolve,
)
from sponsor_app.domain.sentence import due as due_words
from sponsor_app.services import Services
from sponsor_app.store.queries.known_names import (
    known_names,
    lead_and_sponsor,
    my_accounts,
    names_begun,
)

PLURALS = {
    NameKind.ACCOUNT: "accounts",
    NameKind.CONTACT: "contacts",
    NameKind.MEMBER: "members",
}

COMPLETIONS = 4
OFFERED = 9
"""As many as number keys choose."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says and whom it means.

    `lead` and `mine` are about the account it means; without one, `homes` are accounts of mine to choose from.
    """

    sentence: Sentence
    meant: Resolution
    lead: str | None = None
    mine: bool = False
    homes: tuple[KnownName, ...] = ()


@dataclass(frozen=True, slots=True)
class Completions:
    """What is being typed, and the names it may become, likeliest first."""

    begun: Begun | None = None
    names: tuple[KnownName, ...] = ()


NOTHING_BEGUN = Completions()


def read(app: Services, text: str, corrections: Corrections | None = None) -> Reading:
    """Understand a line against the names this store knows, with what was corrected in it."""
    fixed = corrections or Corrections()
    chosen = {one.id: one for one in fixed.names.values()}
    today = app.today()
    with app.store.read() as connection:
        known = known_names(app.store, connection, candidate_words(text), app.me, today)
        names = [*chosen.values(), *(one for one in known if one.id not in chosen)]
        sentence = corrected(_understood(text, names, today), fixed)
        meant = resolve(sentence)
        if meant.account is None:
            mine = my_accounts(app.store, connection, app.me, today)
            return Reading(sentence, meant, homes=tuple(mine[:OFFERED]))
        lead, sponsor = lead_and_sponsor(connection, meant.account.id, today)
    return Reading(sentence, meant, lead, sponsor == app.me)


def complete(app: Services, text: str, cursor: int) -> Completions:
    """The names that may be meant by what is typed at the cursor, those of my portfolio and met lately first.

    A name that is written out and means one record is not offered again.
    """
    begun = begun_name(text, cursor)
    if begun is None:
        return NOTHING_BEGUN
    with app.store.read() as connection:
        found = names_begun(app.store, connection, begun.begun, app.me, app.today())
    fitting = [one for one in found if _goes_on(one, begun)] or list(found)
    if len(fitting) == 1 and begun.begun in words(fitting[0].name):
        return NOTHING_BEGUN
    fitting.sort(key=lambda one: (one.kind is NameKind.ACCOUNT) != begun.at_account)
    return Completions(begun, tuple(fitting[:COMPLETIONS]))


def without_begun(reading: Reading, completions: Completions) -> Reading:
    """The reading while a name is typed that may become a known one: nobody new is called `Da`."""
    begun, sentence = completions.begun, reading.sentence
    if begun is None or not completions.names:
        return reading
    typed = fold(sentence.text[begun.start : begun.end])
    people = tuple(one for one in sentence.unknown_people if fold(one).split()[-1:] != [typed])
    home = sentence.unknown_account
    known_home = None if home is not None and fold(home).split()[-1:] == [typed] else home
    sentence = replace(sentence, unknown_people=people, unknown_account=known_home)
    return replace(reading, sentence=sentence)


def _goes_on(name: KnownName, begun: Begun) -> bool:
    """Whether the word before is of the name too: `Dana Re`."""
    parts = words(name.name)
    return bool(begun.before) and any(
        first == begun.before and second.startswith(begun.begun)
        for first, second in pairwise(parts)
    )


def likely_kind(sentence: Sentence) -> Kind:
    """The kind a line is saved as: where it says none, a message for what is only to be done, else a meeting."""
    return sentence.kind or (Kind.MESSAGE if sentence.planned else Kind.MEETING)


def not_taken(reading: Reading) -> str | None:
    """What saving a line without new people keeps only as text: what was not understood, then who is not known."""
    said = (reading.sentence.unparsed, *reading.sentence.unknown_people)
    return "; ".join(one for one in said if one) or None


def read_due(text: str, today: date) -> date | None:
    """The day by which something is due, as people type it; None when it is no day and nothing else.

    Asked through here, a window loads the grammar of days only when somebody types one.
    """
    return due_words.read_due(text, today)


def parse_due(text: str, today: date) -> date | None:
    """The same; None for no text, and a refusal for text that is no day."""
    return due_words.parse_due(text, today)


def warm_up(app: Services) -> None:
    """Read a line of each language and look for one word, so that the first that is typed does not wait for a grammar."""
    for line in (
        "Coffee with Ann tomorrow",
        "Kaffee mit Ann morgen früh",
        "Café avec Ann après-demain",
    ):
        read(app, line)
    app.store.find("coffee", limit=1, kinds=tuple(HitKind))


def draft(reading: Reading, *, with_new: bool = False) -> InteractionDraft:
    """The interaction a line stands for; refuses while an account is missing or a name is ambiguous.

    `with_new` makes the people and the account nobody knows yet; without it people stay in the text, and an
    unknown account is refused.
    """
    sentence, meant = reading.sentence, reading.meant
    if meant.ambiguous:
        raise _ambiguous(meant.ambiguous[0])
    new_account = sentence.unknown_account if with_new and meant.account is None else None
    if meant.account is None and new_account is None:
        raise _no_account(sentence, meant)
    return InteractionDraft(
        account_id=AccountId(meant.account.id if meant.account else ""),
        new_account=new_account,
        kind=likely_kind(sentence),
        on=sentence.on,
        place=sentence.place,
        intent=sentence.intent,
        sentiment=sentence.sentiment,
        summary=sentence.summary,
        contact_ids=tuple(ContactId(one.id) for one in meant.contacts),
        member_ids=tuple(MemberId(one.id) for one in meant.members),
        new_contacts=sentence.unknown_people if with_new else (),
        promises=tuple(Promise(one.text, one.direction, one.due) for one in sentence.promises),
        next_on=sentence.next_on,
        called_off=sentence.cancelled,
        planned=sentence.planned,
        facts=tuple(_learned(one, reading) for one in sentence.facts),
        only_facts=sentence.only_facts,
    )


def about(fact: FactDraft, reading: Reading) -> list[KnownName]:
    """Whom a fact may be about: those it names, likeliest alone; else the only one in the line; else nobody known."""
    meant = reading.meant.contacts
    if fact.about is None:
        return list(meant) if len(meant) == 1 and not reading.sentence.unknown_people else []
    found = [one for one in fact.about.candidates if one.kind is NameKind.CONTACT]
    people = {one.id for one in meant}
    home = reading.meant.account.id if reading.meant.account else None
    for likely in (
        [one for one in found if one.rank == inf],
        [one for one in found if one.id in people],
        [one for one in found if one.account_id == home],
    ):
        if likely:
            return likely
    return found


def _learned(fact: FactDraft, reading: Reading) -> Learned:
    """A fact with whom it is about; the account where it is nobody's."""
    found, new = about(fact, reading), reading.sentence.unknown_people
    if len(found) > 1 and fact.about is not None:
        raise _ambiguous(replace(fact.about, candidates=tuple(found)))
    if found:
        return Learned(fact.text, ContactId(found[0].id))
    alone = fact.about is None and len(new) == 1 and not reading.meant.contacts
    return Learned(fact.text, new_contact=new[0] if alone else None)


def _understood(text: str, names: Sequence[KnownName], today: date) -> Sentence:
    """The sentence, where an account nobody knows may be one that is known by a later part of its name."""
    sentence = parse(text, names, today)
    if sentence.unknown_account is None:
        return sentence
    said = f" {' '.join(words(sentence.unknown_account))} "
    meant = {
        one.id: replace(one, aliases=(*one.aliases, sentence.unknown_account))
        for one in names
        if one.kind is NameKind.ACCOUNT and said in f" {' '.join(words(one.name))} "
    }
    return parse(text, [meant.get(one.id, one) for one in names], today) if meant else sentence


def _ambiguous(mention: Mention) -> AmbiguousError:
    kinds = {one.kind for one in mention.candidates}
    what = PLURALS[kinds.pop()] if len(kinds) == 1 else "names"
    called = [
        f"{one.name} ({one.account})" if one.account else one.name for one in mention.candidates
    ]
    shown = [
        f"{name} [{one.id}]" if called.count(name) > 1 else name
        for name, one in zip(called, mention.candidates, strict=True)
    ]
    return AmbiguousError(what, mention.text, shown)


def _no_account(sentence: Sentence, meant: Resolution) -> InvalidError | NotFoundError:
    if sentence.unknown_account:
        name = sentence.unknown_account
        msg = f"No account is called “{name}”. Nothing was saved."
        return NotFoundError(
            msg, "Add it first.", f"Add it first: sponsor-app account add {name!r}"
        )
    homes = {one.account_id: f"{one.name} ({one.account})" for one in meant.contacts}
    if len(homes) > 1:
        msg = f"The line is about several accounts: {', '.join(homes.values())}. Nothing was saved."
        return InvalidError(msg, "Write one line for each, or say at which account it was.")
    msg = "The line names no account and nobody known at one. Nothing was saved."
    return InvalidError(msg, "Say where or with whom: coffee with Dana at Acme.")
