"""What a line tells about a person is kept as a fact, and the rest of it is read as before."""

import pytest

from sponsor_app.domain.sentence import Sentence, parse
from tests.unit.sentence.corpus import TODAY, asked, got


def read(text: str) -> Sentence:
    return parse(text, asked(text), TODAY)


def told(text: str) -> list[tuple[str, str | None]]:
    return [(one.text, one.about.text if one.about else None) for one in read(text).facts]


@pytest.mark.parametrize(
    ("text", "fact", "whose"),
    [
        ("Dana Reed likes rowing", "Likes rowing", "Dana Reed"),
        ("Priya's birthday is 3 May", "Birthday is 3 May", "Priya"),
        ("fact: never call before ten", "Never call before ten", None),
        ("Acme: Dana Reed lives in Lyon", "Lives in Lyon", "Dana Reed"),
        ("Sabine mag Rudern", "Mag Rudern", "Sabine"),
        ("Sabines Geburtstag ist der 3. Mai", "Geburtstag ist der 3. Mai", "Sabines"),
        ("Élodie aime l'aviron", "Aime l'aviron", "Élodie"),
    ],
)
def test_a_line_may_tell_nothing_but_a_fact(text: str, fact: str, whose: str | None) -> None:
    sentence = read(text)
    assert told(text) == [(fact, whose)]
    assert sentence.only_facts
    assert (sentence.kind, sentence.sentiment, sentence.promises) == (None, None, ())


@pytest.mark.parametrize(
    ("meeting", "fact", "rest", "says"),
    [
        ("coffee with Dana at Acme", "learned: her daughter studies in Lyon", "promised pricing by Fri", "Daughter studies in Lyon"),
        ("coffee with Dana at Acme yesterday", "she likes rowing", "happy", "Likes rowing"),
        ("met Dana Reed at Acme", "learned that her husband teaches physics", "", "Husband teaches physics"),
        ("Kaffee mit Sabine", "ihre Tochter studiert in Lyon", "Angebot bis Freitag", "Tochter studiert in Lyon"),
        ("déjeuner avec Élodie hier", "elle a deux enfants", "devis à envoyer vendredi", "A deux enfants"),
    ],
)  # fmt: skip
def test_a_fact_within_a_line_leaves_the_rest_as_it_was(
    meeting: str, fact: str, rest: str, says: str
) -> None:
    whole = read(f"{meeting}, {fact}, {rest}")
    without = read(f"{meeting}, {rest}")
    assert [one.text for one in whole.facts] == [says]
    about = whole.facts[0].about
    assert about is not None
    assert about.start == whole.contacts[0].start
    assert got(whole) == got(without)


def test_who_is_only_told_of_was_not_there() -> None:
    sentence = read("call with Priya about the outage, Sam plays chess")
    assert [one.text for one in sentence.contacts] == ["Priya"]
    assert told("call with Priya about the outage, Sam plays chess") == [("Plays chess", "Sam")]


@pytest.mark.parametrize(
    "text",
    [
        "Dana likes the new dashboard",
        "lunch with Dana Reed, she loves our support",
        "coffee with Dana Reed, she would like a demo",
        "call with Dana Reed, her team will send the logs by Friday",
        "Dana Reed is happy with the therapy rollout",
        "Claire aime bien le nouveau portail",
        "Tom Okafor likes rowing",
        "learned that they will send the PO by Friday",
        "coffee with Dana Reed, her husband was there",
    ],
)
def test_what_is_about_our_business_or_about_us_is_no_fact(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "coffee with Dana Reed, she is pregnant",
        "Dana Reed votes republican",
        "Dana Reed's illness is back",
        "Kaffee mit Sabine, sie ist schwanger",
        "café avec Élodie, elle est très malade",
    ],
)
def test_what_is_nobodys_business_is_taken_for_a_fact_so_that_it_is_refused(text: str) -> None:
    assert len(told(text)) == 1
