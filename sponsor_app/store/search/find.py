"""Find a record by any scrap: words begun, parts of words, near misses, digits of a phone number."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection

from sponsor_app.domain.folding import words
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.search import (
    FIELD_WORTH,
    LEAST_WORTH,
    Found,
    Hit,
    HitKind,
    match_field,
    phone_scrap,
    snippet,
)
from sponsor_app.store.search.documents import (
    DOCUMENTS,
    NAMES,
    SHORTEST_IN_TEXT,
    TEXTS,
    Document,
    field_values,
    query,
)

CANDIDATES = 60
MOST_WORDS = 16  # of a pasted text; 40,000 took 47 seconds
SHORTEST_PART = 3
NEAR = 78  # of 100: `Halvorson` is near `Halvorsen`, `Hansen` is not
SHORTEST_NEAR = 4
LONGEST_SWAPPED = 4  # of longer words `NEAR` finds them
EXPANSIONS = 24
ENOUGH = 3
NEAR_MISS_WORTH = 0.62

Vocabulary = Callable[[Connection, str], str]
"""The words of an index, joined by line ends; the store caches them between changes."""


def read_vocabulary(connection: Connection, index: str) -> str:
    """Every word of an index, one a line, between line ends."""
    found = connection.exec_driver_sql(f"SELECT term FROM {index}_words").scalars()
    return "\n" + "\n".join(found) + "\n"


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed, folded: its words, the digits if it is a piece of a phone number, the kinds wanted, how many."""

    words: tuple[str, ...]
    scrap: str
    kinds: frozenset[HitKind]
    limit: int

    @property
    def readings(self) -> tuple[tuple[str, ...], ...]:
        """What to look up in the index: the digits of a phone number, and always the words."""
        return ((self.scrap,), self.words) if self.scrap else (self.words,)

    def indexes(self) -> list[str]:
        """The indexes that hold a wanted kind and are worth asking for words this long."""
        held = {document.index for document in DOCUMENTS if document.kind in self.kinds}
        long_enough = max(map(len, self.words)) >= SHORTEST_IN_TEXT
        return [name for name in (NAMES, TEXTS) if name in held and (name == NAMES or long_enough)]


def find(
    connection: Connection,
    text: str,
    *,
    limit: int = 20,
    kinds: Iterable[HitKind] = tuple(HitKind),
    vocabulary: Vocabulary = read_vocabulary,
) -> list[Hit]:
    """The best `limit` records for `text`, best first; near misses only when too little fits."""
    asked = tuple(dict.fromkeys(words(text)))[:MOST_WORDS]
    question = Question(asked, phone_scrap(text), frozenset(kinds), limit)
    if not question.words:
        return []
    hits: dict[str, Hit] = {}
    for index in question.indexes():
        for reading in question.readings:
            pieces = _asked_of(index, reading)
            _collect(hits, connection, index, [_plain(index, one) for one in pieces], question)
    if len(hits) < min(limit, ENOUGH):
        for index in question.indexes():
            _look_harder(hits, connection, index, vocabulary(connection, index), question)
    return sorted(hits.values(), key=lambda hit: (-hit.score, hit.title, hit.id))[:limit]


def by_ids(connection: Connection, refs: Sequence[tuple[HitKind, str]]) -> list[Hit]:
    """These records, in this order, as if their names had been typed; those that are gone are left out."""
    found: dict[str, Hit] = {}
    for document in DOCUMENTS:
        ids = [record_id for kind, record_id in refs if kind is document.kind]
        if not ids:
            continue
        for one in _read(connection, document, "id", ids):
            name, text = one.fields[0] if one.fields else ("name", one.title)
            hit = Hit(one.kind, one.id, one.title, one.account, one.account_id, name, text, 100.0)
            found[one.id] = hit
    return [found[record_id] for _kind, record_id in refs if record_id in found]


def _asked_of(index: str, reading: Sequence[str]) -> Sequence[str]:
    """The words to look up in an index.

    What is typed last may go on: one or two letters begin so many words of what was written that the next letter is
    there before the answer.
    """
    going_on = index == TEXTS and len(reading) > 1 and _is_short(reading[-1])
    return reading[:-1] if going_on else reading


def _plain(index: str, word: str) -> list[str]:
    """Words that begin so; in what was written, a short one is meant as it stands."""
    return [f'"{word}"'] if index == TEXTS and _is_short(word) else _begun(word)


def _is_short(word: str) -> bool:
    """One or two letters of a script that spells words out; two Chinese ones may be a whole name."""
    return len(word) < SHORTEST_IN_TEXT and word.isascii()


def _look_harder(
    hits: dict[str, Hit], connection: Connection, index: str, known: str, question: Question
) -> None:
    """Parts of words, and only where there is none, near misses; in what was written only while nothing fits at all."""
    for expand in (_parts, _near):
        if hits and index == TEXTS and expand is _near:
            return
        for reading in question.readings:
            groups = [
                _plain(index, word) if index == TEXTS and _is_short(word) else expand(word, known)
                for word in _asked_of(index, reading)
            ]
            if _collect(hits, connection, index, groups, question):
                return


def _collect(
    hits: dict[str, Hit],
    connection: Connection,
    index: str,
    groups: Sequence[Sequence[str]],
    question: Question,
) -> bool:
    """Add what the index holds for all of `groups`, each an OR of words; whether there was any."""
    if not all(groups):
        return False
    before = len(hits)
    match = " AND ".join("(" + " OR ".join(group) + ")" for group in groups)
    wanted = [one for one in DOCUMENTS if one.index == index and one.kind in question.kinds]
    # Of what was written the newest are the best, so there is no need to weigh many more than are shown.
    most = CANDIDATES if index == NAMES else min(CANDIDATES, 2 * question.limit)
    for document, rows in _row_numbers(connection, wanted, match, most):
        for found in _load(connection, document, rows):
            if found.id not in hits:
                hits[found.id] = _judge(found, question)
    return len(hits) > before


def _row_numbers(
    connection: Connection, wanted: Sequence[Document], match: str, most: int
) -> Iterable[tuple[Document, list[int]]]:
    """The newest rows of each kind that fit; old names are as good as new ones, old notes are not.

    All kinds of an index are read at once, from the newest row of the last kind down: to gather what begins with some
    letters takes longer than to read it. Where a kind has more than is wanted, it begins again below that kind.
    """
    found: dict[int, list[int]] = {document.code: [] for document in wanted}
    index, batch = wanted[0].index, most * len(wanted)
    sql = (
        f"SELECT rowid FROM {index} WHERE {index} MATCH ? AND rowid < ?"
        f" ORDER BY rowid DESC LIMIT {batch}"
    )
    below = (max(found) + 1) << 40
    while below > min(found) << 40:
        rows = list(connection.exec_driver_sql(sql, (match, below)).scalars())
        for row in rows:
            found.setdefault(row >> 40, []).append(row)
        if len(rows) < batch:
            break
        last = rows[-1] >> 40
        enough = len(found[last]) >= most
        below = last << 40 if enough else rows[-1]
    return ((document, found[document.code][:most]) for document in wanted)


def _load(connection: Connection, document: Document, rows: Sequence[int]) -> Iterable[Found]:
    if not rows:
        return
    yield from _read(connection, document, "seq", [row - document.first for row in rows])


def _read(
    connection: Connection, document: Document, column: str, values_in: Sequence[int | str]
) -> Iterable[Found]:
    """The documents whose `column` is among these."""
    marks = ", ".join("?" * len(values_in))
    sql = query(document, f"r.{column} IN ({marks})")
    found = connection.exec_driver_sql(sql, tuple(values_in)).all()
    names = _account_names(connection, {row[3] for row in found if row[3]})
    for _seq, record_id, title, account_id, day, *values in found:
        yield Found(
            document.kind,
            record_id,
            str(title),
            names.get(account_id),
            AccountId(account_id) if account_id else None,
            tuple(field_values(document, values)),
            day or "",
        )


def _account_names(connection: Connection, ids: set[str]) -> dict[str, str]:
    marks = ", ".join("?" * len(ids))
    sql = f"SELECT id, name FROM account WHERE id IN ({marks})"
    return {row[0]: row[1] for row in connection.exec_driver_sql(sql, tuple(ids)).all()}


def _judge(found: Found, question: Question) -> Hit:
    """Name the field that answers best; where none answers alone, the one most like the query."""
    scored = [
        (match_field(question.words, question.scrap, name, text), name, text)
        for name, text in found.fields
    ]
    score, name, text = max(scored, default=(0.0, "name", found.title))
    if score == 0.0:
        score, name, text = _nearest(found, question)
    return Hit(
        found.kind,
        found.id,
        found.title,
        found.account,
        found.account_id,
        name,
        snippet(question.words, text.partition("\t")[0]),
        round(score, 1),
    )


def _nearest(found: Found, question: Question) -> tuple[float, str, str]:
    """For a near miss, the field most like the query, scored by likeness."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - 18 ms, only when nothing fits plainly

    def likeness(text: str) -> float:
        have = words(text)
        best = [max((fuzz.ratio(w, other) for other in have), default=0.0) for w in question.words]
        return sum(best) / len(best) * NEAR_MISS_WORTH

    scored = [
        (likeness(value) * FIELD_WORTH.get(name, LEAST_WORTH), name, value)
        for name, value in found.fields
    ]
    return max(scored, default=(0.0, "name", found.title))


def _begun(word: str) -> list[str]:
    """Words that begin so."""
    return [f'"{word}"*']


def _parts(word: str, vocabulary: str) -> list[str]:
    """Known words that contain `word`."""
    if len(word) < SHORTEST_PART and word.isascii():
        return _begun(word)
    found: list[str] = []
    at = vocabulary.find(word)
    while at >= 0 and len(found) < EXPANSIONS:
        start, end = vocabulary.rfind("\n", 0, at) + 1, vocabulary.find("\n", at)
        found.append(f'"{vocabulary[start:end]}"')
        at = vocabulary.find(word, end)
    return found


@lru_cache(maxsize=2)  # one for each index
def _terms(vocabulary: str) -> tuple[str, ...]:
    return tuple(vocabulary.split("\n"))


@lru_cache(maxsize=8)  # of a line that is typed on, all words but the last are asked again
def _near(word: str, vocabulary: str) -> list[str]:
    """Known words that differ by a slip of the finger; in a short word only by two letters that changed places."""
    if len(word) < SHORTEST_NEAR:
        return _begun(word) + _swapped(word, vocabulary)
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    found = process.extract(
        word, _terms(vocabulary), scorer=fuzz.ratio, score_cutoff=NEAR, limit=EXPANSIONS
    )
    near = [f'"{term}"' for term, _score, _index in found if term]
    return near + _swapped(word, vocabulary) if len(word) <= LONGEST_SWAPPED else near


def _swapped(word: str, vocabulary: str) -> list[str]:
    """Known words that are this one with two neighbours changed: `rede` for `reed`."""
    swaps = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return [f'"{one}"' for one in sorted(swaps - {word}) if f"\n{one}\n" in vocabulary]
