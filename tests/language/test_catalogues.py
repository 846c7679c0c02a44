"""The catalogues are what the source says, whole, and say the same things."""

import re
from collections.abc import Iterator

import pytest

from sponsor_app.domain import language
from sponsor_app.domain.catalogue import Catalogue
from sponsor_app.domain.wording import near_day, span
from sponsor_app.services import languages
from tests.language.catalogues import FOLDER, LANGUAGES, Key, mo_bytes, read, wanted
from tests.language.extract import Texts, every_text

WHOLE = ("de", "fr")
JOURNEY = re.compile(
    r"^(domain/(brief|wording|sentence)|ui/(today|brief|interactions|shell|widgets))"
)
"""Today, the brief, the log line, saving, and what is around them."""
UPDATE = "Run `make texts`, translate what it names, and run it again."


@pytest.fixture(scope="module")
def texts() -> Texts:
    return every_text()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    language.speak(None)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_catalogue_holds_exactly_the_texts_of_the_source(code: str, texts: Texts) -> None:
    entries = read(FOLDER / f"{code}.po")
    assert set(entries.said) == set(wanted(texts, code, entries).said), UPDATE


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_the_window_reads_is_what_people_edit(code: str) -> None:
    entries = read(FOLDER / f"{code}.po")
    assert (FOLDER / f"{code}.mo").read_bytes() == mo_bytes(entries, code), UPDATE


@pytest.mark.parametrize("code", WHOLE)
def test_german_and_french_leave_nothing_out(code: str) -> None:
    said = read(FOLDER / f"{code}.po").said
    assert [key[1] for key, forms in said.items() if not all(forms)] == [], UPDATE


def test_arabic_has_the_words_of_the_main_journey(texts: Texts) -> None:
    entries = read(FOLDER / "ar.po")
    places = wanted(texts, "ar", entries).places
    missing = [
        key[1]
        for key, forms in entries.said.items()
        if not key[0] and JOURNEY.match(places[key]) and not all(forms)
    ]
    assert missing == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_put_into_a_text_is_put_into_its_translation(code: str) -> None:
    said = read(FOLDER / f"{code}.po").said
    wrong = [key[1] for key, forms in said.items() if all(forms) and not _same_holes(key, forms)]
    assert wrong == []


def test_a_language_counts_by_its_own_rule() -> None:
    languages.use("ar")
    assert len({span(days) for days in (1, 2, 5, 11, 100)}) == 5
    languages.use("fr")
    assert span(0).split()[1] == span(1).split()[1] != span(2).split()[1]


def test_numbers_have_the_separators_of_the_language() -> None:
    said = {}
    for code in languages.NAMES:
        languages.use(code)
        said[code] = language.number(1234567.5, 1)
    assert said == {
        "en": "1,234,567.5",
        "de": "1.234.567,5",
        "fr": "1\u202f234\u202f567,5",
        "ar": "1,234,567.5",
    }


def test_what_arrives_finished_is_understood_with_the_names_that_stand_in_it() -> None:
    languages.use("de")
    assert language.understood("Added Gávle & Söhne [1]").endswith("hinzugefügt")
    assert "Gávle & Söhne [1]" in language.understood("Added Gávle & Söhne [1]")
    assert language.understood("Nobody ever said this.") == "Nobody ever said this."


def test_what_is_stored_stays_english() -> None:
    from datetime import date

    languages.use("de")
    today = date(2026, 11, 18)
    with language.in_english():
        assert near_day(today, today) == "today"
    assert near_day(today, today) == "heute"


def test_a_catalogue_is_read_in_less_than_a_blink() -> None:
    from time import perf_counter

    content = (FOLDER / "de.mo").read_bytes()
    took = []
    for _round in range(5):
        start = perf_counter()
        Catalogue("de", content)
        took.append(perf_counter() - start)
    assert min(took) < 0.05


def _same_holes(key: Key, forms: tuple[str, ...]) -> bool:
    texts = [text for text in key[1:] if text]
    allowed = [sorted(re.findall(r"\{[^}]*\}", text)) for text in texts]
    found = [sorted(re.findall(r"\{[^}]*\}", form)) for form in forms]
    # A form for one, two or none may leave the number out.
    return all(one in allowed or (key[2] and set(one) < set(allowed[-1])) for one in found)
