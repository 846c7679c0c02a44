"""Sentences with the fields they shall give, in two lines each, and how many fields are right.

The first line is what was typed on Wednesday 18 November 2026; the second, indented, what it says, with bars between:
    coffee | at Acme | with Dana Reed; Sam Ortiz | and Tom Okafor | on 11-17 | theirs | care | positive
    | new Bob Brown | at? Zenith | ours: pricing @ 11-20 | theirs: logs | next 12-03 | ? what is not understood
A kind with `?` is guessed. `with Dana Reed / Dana Fox` may be either. A date without a year is of 2026, no date is today.
Unless said otherwise a call, video or message is remote, a visit is theirs, and coffee, meal and visit are care.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sponsor_app.domain.folding import fold
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.domain.sentence import (
    KnownName,
    NameKind,
    Sentence,
    candidate_words,
    parse,
    resolve,
)

TODAY = date(2026, 11, 18)
HERE = Path(__file__).parent
LANGUAGES = ("en", "de", "fr")
NEUTRAL_PLACE = "neutral place"
PLAIN_FIELDS = {"at": "account", "at?": "new account", "?": "unparsed"}
LISTED_FIELDS = {"with": "contacts", "and": "members", "new": "new"}

ACCOUNTS = {
    "Acme": "Dana Reed; Grace Liu; Bill Hart",
    "Halvorsen Maritime": "May Chen; Mark Olsen",
    "Globex Corporation": "Dana Fox; Priya Nair; Sam Ortiz",
    "Bramblewood Foods": "Will Turner; Art Vandelay",
    "Kestrel Aerospace": "Rose Keller; April Jones",
    "Summer Foods": "Hans Lang",
    "Müller Maschinenbau GmbH": "Jürgen Weiß; Sabine Krüger",
    "Stadtwerke Lindau": "Katrin Sommer",
    "Siemens Bau": "Petra König",
    "Banque Durand": "Jean-Marc Petit; Élodie Marchand",
    "Lefèvre & Fils": "Claire Fontaine",
}
MEMBERS = ("Tom Okafor", "Grace Moreau", "Lena Hoffmann", "Jonas Feld", "Mia Andersson")


def known_names() -> tuple[KnownName, ...]:
    """Everyone the store of the corpus knows."""
    names: list[KnownName] = [KnownName(NameKind.MEMBER, name, name) for name in MEMBERS]
    for account, people in ACCOUNTS.items():
        names.append(KnownName(NameKind.ACCOUNT, account, account))
        names += [
            KnownName(NameKind.CONTACT, person, person, account, account)
            for person in people.split("; ")
        ]
    return tuple(names)


NAMES = known_names()


def asked(text: str) -> tuple[KnownName, ...]:
    """What a store answers: the names of which any word begins with a candidate word."""
    words = candidate_words(text)
    return tuple(n for n in NAMES if any(part.startswith(words) for part in _parts(n)) and words)


def _parts(name: KnownName) -> list[str]:
    return fold(name.name.replace("-", " ")).split()


@dataclass(frozen=True)
class Case:
    text: str
    language: str
    expected: dict[str, Any]


@dataclass
class Score:
    """Fields right of fields compared; `said` counts only those that are not empty on both sides."""

    right: int = 0
    all: int = 0
    said_right: int = 0
    said: int = 0
    misses: list[str] = field(default_factory=list[str])

    def __str__(self) -> str:
        said = f"{self.said_percent():.1f} % of the {self.said} that say something"
        return f"{self.percent():.1f} % of {self.all} fields right, {said}\n" + "\n".join(
            self.misses
        )

    def percent(self) -> float:
        return 100 * self.right / self.all

    def said_percent(self) -> float:
        return 100 * self.said_right / self.said


def cases(file: str) -> list[Case]:
    """The cases of a corpus file."""
    found: list[Case] = []
    language, text = "en", ""
    for line in (HERE / file).read_text("utf-8").splitlines():
        if line.startswith("== "):
            language = line[3:].strip()
        elif line.startswith("    "):
            found.append(Case(text, language, _expected(line)))
        elif line.strip() and not line.startswith("#"):
            text = line
    return found


def _expected(line: str) -> dict[str, Any]:
    fields: dict[str, Any] = dict.fromkeys(
        ("kind", "account", "place", "intent", "sentiment", "next")
    )
    fields |= {
        "contacts": (),
        "members": (),
        "new": (),
        "new account": None,
        "on": TODAY,
        "promises": (),
    }
    fields |= {"unparsed": None, "off": False}
    for part in filter(None, (p.strip() for p in line.split("|"))):
        _put(fields, part)
    kind = str(fields["kind"] or "").rstrip("?")
    if fields["place"] is None:
        remote = kind in {"call", "video", "message"}
        fields["place"] = "remote" if remote else "theirs" if kind == "visit" else None
    if fields["intent"] is None and kind in {"coffee", "meal", "visit"}:
        fields["intent"] = "care"
    return fields


def _put(fields: dict[str, Any], part: str) -> None:
    word, _, rest = part.partition(" ")
    if word in PLAIN_FIELDS:
        fields[PLAIN_FIELDS[word]] = rest
    elif word in LISTED_FIELDS:
        fields[LISTED_FIELDS[word]] = tuple(p.strip() for p in rest.split(";"))
    elif word in ("on", "next"):
        fields[word] = _date(rest)
    elif word in ("ours:", "theirs:"):
        text, _, due = rest.partition(" @ ")
        fields["promises"] += ((word[:-1], text, _date(due) if due else None),)
    else:
        fields |= _word(part)


def _word(part: str) -> dict[str, Any]:
    if part.rstrip("?") in set(Kind):
        return {"kind": part}
    if part in {Place.THEIRS, Place.OURS, Place.REMOTE}:
        return {"place": part}
    if part == NEUTRAL_PLACE:
        return {"place": "neutral"}
    if part in set(Intent):
        return {"intent": part}
    if part in set(Sentiment):
        return {"sentiment": part}
    if part == "off":
        return {"off": True}
    raise ValueError(part)


def _date(text: str) -> date:
    return date.fromisoformat(text if text.count("-") == 2 else f"2026-{text}")


def got(sentence: Sentence) -> dict[str, Any]:
    """The same fields of a sentence that was parsed."""
    found = resolve(sentence)
    ambiguous = {m.start: " / ".join(c.name for c in m.candidates) for m in found.ambiguous}
    own = {c.id for c in found.contacts}
    contacts = [
        ambiguous.get(m.start)
        or next(c.name for c in m.candidates if c.id in own or len(m.candidates) == 1)
        for m in sentence.contacts
        if m.start in ambiguous or any(c.id in own for c in m.candidates)
    ]
    account = found.account.name if found.account else None
    if sentence.account and sentence.account.start in ambiguous:
        account = ambiguous[sentence.account.start]
    members = [*(c.name for c in found.members)]
    return {
        "kind": f"{sentence.kind}?" if sentence.kind_guessed else sentence.kind,
        "account": account,
        "contacts": tuple(contacts),
        "members": tuple(members),
        "new": sentence.unknown_people,
        "new account": sentence.unknown_account,
        "on": sentence.on,
        "place": sentence.place,
        "intent": sentence.intent,
        "sentiment": sentence.sentiment,
        "promises": tuple((p.direction, p.text, p.due) for p in sentence.promises),
        "next": sentence.next_on,
        "unparsed": sentence.unparsed,
        "off": sentence.cancelled,
    }


def score(all_cases: Iterable[Case]) -> Score:
    """Every field of every case compared. A promise counts as three: whose, what, by when."""
    total = Score()
    for case in all_cases:
        sentence = parse(case.text, asked(case.text), TODAY)
        given = got(sentence)
        misses = [_compare(total, "language", case.language, sentence.language)]
        for name, wanted in case.expected.items():
            if name == "off":
                continue
            if name == "promises":
                misses += _compare_promises(total, wanted, given[name])
            else:
                misses.append(_compare(total, name, wanted, given[name]))
        missed = [m for m in misses if m]
        if missed:
            total.misses.append(f"{case.text}\n" + "\n".join(f"    {m}" for m in missed))
    return total


def _compare(total: Score, name: str, wanted: Any, given: Any) -> str:
    same = _plain(wanted) == _plain(given)
    said = bool(wanted or given) and name != "language"
    total.all += 1
    total.right += same
    total.said += said
    total.said_right += said and same
    return "" if same else f"{name}: wanted {_show(wanted)}, got {_show(given)}"


def _compare_promises(total: Score, wanted: Any, given: Any) -> list[str]:
    columns = ("whose", "what", "due")
    return [
        _compare(total, name, tuple(p[at] for p in wanted), tuple(p[at] for p in given))
        for at, name in enumerate(columns)
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    return tuple(_plain(v) for v in value) if isinstance(value, tuple) else value


def _show(value: Any) -> str:
    if isinstance(value, tuple):
        return "(" + "; ".join(_show(v) for v in value) + ")"
    return str(value)
