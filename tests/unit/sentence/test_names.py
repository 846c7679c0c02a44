"""Which words are names, whom they mean, and who is new."""

import math

import pytest

from sponsor_app.domain.sentence import (
    KnownName,
    NameKind,
    Sentence,
    candidate_words,
    parse,
    resolve,
)
from tests.unit.sentence.corpus import NAMES, TODAY


def said(text: str, names: tuple[KnownName, ...] = NAMES) -> Sentence:
    return parse(text, names, TODAY)


def people(text: str) -> list[str]:
    found = resolve(said(text))
    return [c.name for c in (*found.contacts, *found.members)]


def account(text: str, names: tuple[KnownName, ...] = NAMES) -> str | None:
    found = resolve(said(text, names)).account
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("lunch with Priya Nair", ["Priya Nair"]),
        ("lunch with priya", ["Priya Nair"]),
        ("lunch with Nair", ["Priya Nair"]),
        ("lunch at Priya's office", ["Priya Nair"]),
        ("Mittagessen mit Herrn Weiss", ["Jürgen Weiß"]),
        ("Mittagessen mit Juergen", ["Jürgen Weiß"]),
        ("déjeuner avec Elodie", ["Élodie Marchand"]),
        ("met May on 3 May", ["May Chen"]),
        ("met May in May", ["May Chen"]),
        ("met Priya in May", ["Priya Nair"]),
        ("met Priya, will send the deck, may call her", ["Priya Nair"]),
        ("lunch with Will. Will will send the samples", ["Will Turner"]),
        ("Mark said he will mark the samples by Friday", ["Mark Olsen"]),
        ("Rose was happy", ["Rose Keller"]),
        ("sales rose by 10%", []),
        ("bill them for it", []),
        ("met Grace Liu, Art and Will", ["Grace Liu", "Art Vandelay", "Will Turner"]),
        ("Kaffee mit Frau Sommer im Sommer", ["Katrin Sommer"]),
        ("talked to Priya about Sam's move", ["Priya Nair"]),
        ("lunch with Priya, Will not there", ["Priya Nair"]),
        ("Priya Nair called. Priya was happy", ["Priya Nair"]),
        ("lunch with Priya, I'll introduce her to Lena", ["Priya Nair"]),
        ("lunch with Priya, Sam will send the logs", ["Priya Nair", "Sam Ortiz"]),
    ],
)
def test_a_name_is_one_where_it_stands_as_one(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("visit to Halvorsen", "Halvorsen Maritime"),
        ("visit to globex corporation", "Globex Corporation"),
        ("Besuch bei den Stadtwerken Lindau", "Stadtwerke Lindau"),
        ("visite chez Lefevre", "Lefèvre & Fils"),
        ("visit to Lefèvre and Fils", "Lefèvre & Fils"),
        ("lunch with Priya", "Globex Corporation"),
        ("lunch with Summer Foods in summer", "Summer Foods"),
        ("lunch at our summer party", None),
        ("visited Acme about the Globex deal", "Acme"),
    ],
)
def test_an_account_is_named_or_follows_from_who_was_there(text: str, name: str | None) -> None:
    assert account(text) == name


def test_two_with_the_same_name_stay_two_unless_the_account_decides() -> None:
    both = resolve(said("coffee with Dana"))
    assert [[c.name for c in m.candidates] for m in both.ambiguous] == [["Dana Fox", "Dana Reed"]]
    assert (both.contacts, both.account) == ((), None)
    assert people("coffee with Dana at Acme") == ["Dana Reed"]
    assert people("coffee with Dana at Globex") == ["Dana Fox"]
    assert people("coffee with Dana Reed") == ["Dana Reed"]


def test_the_likelier_of_two_comes_first_and_a_chosen_one_wins() -> None:
    dana = [n for n in NAMES if n.name.startswith("Dana ")]
    ranked = tuple(
        KnownName(n.kind, n.id, n.name, n.account_id, n.account, rank=float(i))
        for i, n in enumerate(dana)
    )
    first = resolve(said("coffee with Dana", ranked)).ambiguous[0]
    assert [c.rank for c in first.candidates] == [1.0, 0.0]
    chosen = KnownName(NameKind.CONTACT, "x", "Dana Reed", "Acme", "Acme", rank=math.inf)
    found = resolve(said("coffee with Dana", (*ranked, chosen)))
    assert (found.contacts, found.ambiguous) == ((chosen,), ())


def test_one_of_ours_is_told_from_one_of_theirs_by_the_account() -> None:
    assert people("coffee with Grace at Acme") == ["Grace Liu"]
    assert people("coffee with Priya and Grace at Globex") == ["Priya Nair", "Grace Moreau"]


def test_an_account_named_in_full_is_not_confused_with_a_longer_one() -> None:
    names = (
        KnownName(NameKind.ACCOUNT, "1", "Acme", aliases=("Ajax",)),
        KnownName(NameKind.ACCOUNT, "2", "Acme Logistics"),
    )
    assert account("visit to Acme", names) == "Acme"
    assert account("visit to Acme Logistics", names) == "Acme Logistics"
    assert account("visit to Ajax", names) == "Acme"
    dana = KnownName(NameKind.CONTACT, "3", "Dana Reed", "2", "Acme Logistics")
    assert account("coffee with Dana at Acme", (*names, dana)) == "Acme Logistics"


@pytest.mark.parametrize(
    ("text", "new", "new_account"),
    [
        ("coffee with Bob Brown at Zenith", ("Bob Brown",), "Zenith"),
        ("coffee with bob at zenith yesterday", ("Bob",), "Zenith"),
        ("coffee with Priya and Bob Brown", ("Bob Brown",), None),
        ("coffee with Priya, Bob Brown and Sue", ("Bob Brown", "Sue"), None),
        ("Kaffee mit Herrn Schulz bei Nordwerk", ("Schulz",), "Nordwerk"),
        ("café avec Bob Martin de Zénith", ("Bob Martin",), "Zénith"),
        ("met Anna van der Berg of Hill & Sons", ("Anna van der Berg",), "Hill & Sons"),
        ("coffee with the team", (), None),
        ("coffee with our CTO Ulf", (), None),
        ("sie ist mit der Lieferung unzufrieden", (), None),
        ("coffee with Dana Reed at Acme", (), None),
    ],
)
def test_strangers_are_offered_as_new(
    text: str, new: tuple[str, ...], new_account: str | None
) -> None:
    sentence = said(text)
    assert (sentence.unknown_people, sentence.unknown_account) == (new, new_account)


def test_an_account_nobody_knows_is_not_replaced_by_the_home_of_a_contact() -> None:
    assert account("lunch with Priya at Zenith") is None


def test_the_words_to_ask_for_leave_grammar_out() -> None:
    assert candidate_words("We met May and Müllers boss at Danas") == (
        *("met", "may", "mullers", "muellers", "muller", "boss", "danas", "dana"),
    )
    assert candidate_words("an Li") == ("li",)
    assert "will" in candidate_words("lunch with will")
    assert candidate_words("") == ()
