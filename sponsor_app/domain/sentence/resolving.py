"""From the names in a line to records, and from a day to the other days it may mean."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from math import inf

from sponsor_app.domain.folding import fold
from sponsor_app.domain.sentence.day_words import DayPhrase, find_days
from sponsor_app.domain.sentence.days import (
    DAYS,
    DayNumber,
    Lean,
    MonthDay,
    Period,
    Reading,
    Weekday,
    date_of,
    plus_days,
    plus_months,
)
from sponsor_app.domain.sentence.languages import language_of
from sponsor_app.domain.sentence.tokens import tokenise
from sponsor_app.domain.sentence.values import (
    KnownName,
    Mention,
    NameKind,
    Resolution,
    Role,
    Sentence,
    Span,
)

OFFERED = 4


def resolve(sentence: Sentence) -> Resolution:
    """The records a sentence means: contacts narrowed to its account, the account found through its contacts.

    A mention that still fits several records is in `ambiguous` with its candidates, likeliest first.
    """
    sentence = _with_choices(sentence)
    account_mention = _narrowed_account(sentence)
    account = _only(account_mention)
    contacts = [_of_account(m, account) for m in sentence.contacts]
    if account_mention is None and sentence.unknown_account is None:
        account = _account_through(contacts)
        contacts = [_of_account(m, account) for m in contacts]
    people = [*contacts, *(_of_account(m, account) for m in sentence.members)]
    mentions = [*([account_mention] if account_mention is not None else []), *people]
    found = [m.candidates[0] for m in people if len(m.candidates) == 1]
    return Resolution(
        account,
        _once(n for n in found if n.kind is NameKind.CONTACT),
        _once(n for n in found if n.kind is NameKind.MEMBER),
        tuple(m for m in mentions if len(m.candidates) > 1),
    )


def _with_choices(sentence: Sentence) -> Sentence:
    return replace(
        sentence,
        account=_decided(sentence.account) if sentence.account is not None else None,
        contacts=tuple(_decided(m) for m in sentence.contacts),
        members=tuple(_decided(m) for m in sentence.members),
    )


def _decided(mention: Mention) -> Mention:
    """A mention with only the candidate whose infinite rank says that it was chosen."""
    chosen = tuple(c for c in mention.candidates if c.rank == inf)
    return replace(mention, candidates=chosen) if len(chosen) == 1 else mention


def _once(names: Iterable[KnownName]) -> tuple[KnownName, ...]:
    return tuple(dict.fromkeys(names))


def _only(mention: Mention | None) -> KnownName | None:
    return mention.candidates[0] if mention is not None and len(mention.candidates) == 1 else None


def _narrowed_account(sentence: Sentence) -> Mention | None:
    """The account mentioned: the one its contacts belong to, else the one named in full."""
    mention = sentence.account
    if mention is None or len(mention.candidates) == 1:
        return mention
    homes = {c.account_id for m in sentence.contacts for c in m.candidates}
    peopled = tuple(c for c in mention.candidates if c.id in homes)
    if len(peopled) == 1:
        return replace(mention, candidates=peopled)
    said = fold(mention.text)
    full = tuple(
        c for c in mention.candidates if said in {fold(text) for text in (c.name, *c.aliases)}
    )
    return replace(mention, candidates=full) if len(full) == 1 else mention


def _of_account(mention: Mention, account: KnownName | None) -> Mention:
    """A mention with only the candidates of the account, when there are any."""
    if account is None or len(mention.candidates) == 1:
        return mention
    own = tuple(c for c in mention.candidates if c.account_id == account.id)
    if own:
        return replace(mention, candidates=own)
    members = tuple(c for c in mention.candidates if c.kind is NameKind.MEMBER)
    return replace(mention, candidates=members) if members else mention


def _account_through(contacts: Sequence[Mention]) -> KnownName | None:
    """The one account that every contact may belong to."""
    homes: dict[str, KnownName] = {}
    shared: set[str] | None = None
    for mention in contacts:
        own = {c.account_id: c for c in mention.candidates if c.account_id is not None}
        homes |= {
            home: KnownName(NameKind.ACCOUNT, home, c.account or "") for home, c in own.items()
        }
        shared = set(own) if shared is None else shared & set(own)
    return homes[next(iter(shared))] if shared is not None and len(shared) == 1 else None


def alternatives(sentence: Sentence, span: Span, today: date) -> tuple[date, ...]:
    """One to four days that the words of a date span may mean, the one taken first."""
    lean = {Role.DUE: Lean.DUE, Role.NEXT_DATE: Lean.FUTURE}.get(span.role, Lean.PAST)
    taken = {Role.DATE: sentence.on, Role.NEXT_DATE: sentence.next_on}.get(span.role)
    tokens = tokenise(span.text)
    phrases = find_days(tokens, [False] * len(tokens), language_of(sentence.language).almanac)
    phrase = next((p for p in phrases if p.reading is not None), None)
    if phrase is None or phrase.reading is None:
        return (taken or today,)
    first = taken or date_of(phrase.reading, today, lean, by=phrase.by) or today
    others = (day for day in _others(phrase, phrase.reading, first, today, lean) if day is not None)
    found = dict.fromkeys([first, *(day for day in others if lean is Lean.PAST or day >= today)])
    return tuple(found)[:OFFERED]


def _others(
    phrase: DayPhrase, reading: Reading, first: date, today: date, lean: Lean
) -> Iterable[date | None]:
    """Other days for the same words, likeliest first; the day beside today last."""
    other = Lean.PAST if lean is not Lean.PAST else Lean.FUTURE
    step = -1 if lean is Lean.PAST else 1
    if isinstance(reading, Weekday):
        yield plus_days(first, step * DAYS)
    elif isinstance(reading, MonthDay):
        if reading.either_way:
            yield date_of(MonthDay(reading.day, reading.month), today, lean)
        yield plus_months(first, step * 12)
    elif isinstance(reading, DayNumber):
        yield plus_months(first, step)
    elif isinstance(reading, Period):
        yield date_of(reading, today, lean, by=not phrase.by)
        yield date_of(reading, today, Lean.FUTURE, by=phrase.by)
    yield plus_days(today, step)
    yield date_of(reading, today, other, by=phrase.by)
