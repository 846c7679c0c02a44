"""The rules of the log line, each by a sentence an executive might type."""

from datetime import date

import pytest

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.domain.sentence import KnownName, NameKind, PromiseDraft, Role, Sentence, parse
from tests.unit.sentence.corpus import NAMES, TODAY

ACME = (
    KnownName(NameKind.ACCOUNT, "a", "Acme"),
    KnownName(NameKind.CONTACT, "c", "Dana Reed", "a", "Acme"),
    KnownName(NameKind.MEMBER, "m", "Tom Okafor"),
)


def said(text: str, names: tuple[KnownName, ...] = NAMES) -> Sentence:
    return parse(text, names, TODAY)


def test_the_sentence_of_the_manual_fills_every_field() -> None:
    text = "coffee with Dana at Acme yesterday, their place, happy, promised pricing by Fri"
    sentence = said(text, ACME)
    assert (sentence.kind, sentence.kind_guessed) == (Kind.COFFEE, False)
    assert (sentence.on, sentence.on_guessed) == (date(2026, 11, 17), False)
    assert (sentence.place, sentence.place_guessed) == (Place.THEIRS, False)
    assert (sentence.intent, sentence.intent_guessed) == (Intent.CARE, True)
    assert sentence.sentiment is Sentiment.POSITIVE
    assert sentence.promises == (PromiseDraft("pricing", Direction.OURS, date(2026, 11, 20)),)
    assert sentence.account is not None
    assert sentence.account.candidates == (ACME[0],)
    assert [m.candidates for m in sentence.contacts] == [(ACME[1],)]
    assert (sentence.unparsed, sentence.summary, sentence.next_on) == (None, text, None)
    assert [(s.role, s.text) for s in sentence.spans] == [
        (Role.KIND, "coffee"),
        (Role.CONTACT, "Dana"),
        (Role.ACCOUNT, "Acme"),
        (Role.DATE, "yesterday"),
        (Role.PLACE, "their place"),
        (Role.SENTIMENT, "happy"),
        (Role.PROMISE, "promised pricing"),
        (Role.DUE, "by Fri"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("visited Acme", Kind.VISIT),
        ("site visit at Acme", Kind.VISIT),
        ("war gestern bei Acme", Kind.VISIT),
        ("tea with Dana Reed", Kind.COFFEE),
        ("drinks with Dana Reed", Kind.MEAL),
        ("petit-déjeuner avec Dana Reed", Kind.MEAL),
        ("met Dana Reed for coffee", Kind.COFFEE),
        ("met Dana Reed", Kind.MEETING),
        ("spoke to Dana Reed", Kind.CALL),
        ("spoke to Dana Reed at her office", Kind.MEETING),
        ("rang Dana Reed", Kind.CALL),
        ("call on Teams with Dana Reed", Kind.VIDEO),
        ("WhatsApp to Dana Reed", Kind.MESSAGE),
        ("Weihnachtsessen mit Dana Reed", Kind.MEAL),
        ("golf with Dana Reed", Kind.EVENT),
        ("met Dana Reed at a conference", Kind.EVENT),
        ("QBR with Acme", Kind.REVIEW),
        ("met Dana Reed about the event", Kind.MEETING),
    ],
)
def test_the_kind_is_what_was_done(text: str, kind: Kind) -> None:
    assert (said(text).kind, said(text).kind_guessed) == (kind, False)


def test_a_line_that_names_somebody_but_nothing_done_is_guessed_a_meeting() -> None:
    assert (said("Dana Reed happy").kind, said("Dana Reed happy").kind_guessed) == (
        Kind.MEETING,
        True,
    )
    assert said("promised Dana Reed pricing by Friday").kind is None


@pytest.mark.parametrize(
    ("text", "place", "guessed"),
    [
        ("call with Dana Reed", Place.REMOTE, False),
        ("visit to Acme", Place.THEIRS, True),
        ("coffee with Dana Reed", None, False),
        ("lunch with Dana Reed at our HQ", Place.OURS, False),
        ("lunch in Acme's canteen", Place.THEIRS, False),
        ("coffee with Dana Reed near their office", None, False),
        ("Dana Reed hat uns besucht", Place.OURS, False),
        ("lunch with Dana Reed, he would like to visit our lab", None, False),
        ("drinks with Dana Reed, neutral, happy", Place.NEUTRAL, False),
        ("drinks with Dana Reed, neutral", None, False),
    ],
)
def test_a_place_is_said_or_follows_from_the_kind(
    text: str, place: Place | None, guessed: bool
) -> None:
    assert (said(text).place, said(text).place_guessed) == (place, guessed)


@pytest.mark.parametrize(
    ("text", "intent", "guessed"),
    [
        ("call with Dana Reed about the renewal", Intent.SELL, False),
        ("call with Dana Reed, promised pricing by Friday", None, False),
        ("call with Dana Reed about the outage", Intent.FIX, False),
        ("coffee with Dana Reed, no agenda, she mentioned the renewal", Intent.CARE, False),
        ("coffee with Dana Reed", Intent.CARE, True),
        ("call with Dana Reed", None, False),
        ("call with Dana Reed, no complaints", None, False),
    ],
)
def test_selling_counts_only_where_it_was_not_promised(
    text: str, intent: Intent | None, guessed: bool
) -> None:
    assert (said(text).intent, said(text).intent_guessed) == (intent, guessed)


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("happy", Sentiment.POSITIVE),
        ("not happy", Sentiment.NEGATIVE),
        ("she isn't very happy", Sentiment.NEGATIVE),
        ("unhappy", Sentiment.NEGATIVE),
        ("not unhappy", Sentiment.NEUTRAL),
        ("happy but worried", Sentiment.NEUTRAL),
        ("neither happy nor angry", Sentiment.NEUTRAL),
        ("happy to help us test it", None),
        ("good meeting", Sentiment.POSITIVE),
        ("good questions about the roadmap", None),
        ("sie war nicht zufrieden", Sentiment.NEGATIVE),
        ("zufrieden war sie nicht", Sentiment.NEGATIVE),
        ("weder zufrieden noch verärgert", Sentiment.NEUTRAL),
        ("elle n'est pas contente", Sentiment.NEGATIVE),
        ("😊", Sentiment.POSITIVE),
        (":(", Sentiment.NEGATIVE),
    ],
)
def test_feelings_can_be_denied_and_mixed(text: str, mood: Sentiment | None) -> None:
    assert said(text).sentiment is mood


@pytest.mark.parametrize(
    ("text", "promises"),
    [
        ("I'll send the logs", [("Send the logs", "ours", None)]),
        ("they will send specs by Wed", [("Send specs", "theirs", date(2026, 11, 25))]),
        ("Dana Reed promised to call", [("Call", "theirs", None)]),
        ("we owe them a call", [("call", "ours", None)]),
        ("they owe us a PO", [("PO", "theirs", None)]),
        ("we were promised a PO", [("PO", "theirs", None)]),
        ("will get back with numbers", [("Get back with numbers", "ours", None)]),
        (
            "promised pricing by Fri and the roadmap by eom",
            [("pricing", "ours", date(2026, 11, 20)), ("roadmap", "ours", date(2026, 11, 30))],
        ),
        (
            "ours: quote by Fri; theirs: specs by Mon",
            [("quote", "ours", date(2026, 11, 20)), ("specs", "theirs", date(2026, 11, 23))],
        ),
        (
            "promised pricing, roadmap and a demo by Fri",
            [("pricing, roadmap and a demo", "ours", date(2026, 11, 20))],
        ),
        ("She promised us, by Friday, the specs", [("specs", "theirs", date(2026, 11, 20))]),
        ("would recommend us", []),
        ("nothing promised", []),
        ("she will be on holiday", []),
        (
            "habe versprochen, bis Freitag die Preise zu schicken",
            [("Preise schicken", "ours", date(2026, 11, 20))],
        ),
        ("Dana Reed hat versprochen, die Logs zu schicken", [("Logs schicken", "theirs", None)]),
        (
            "bis Freitag schicken wir das Angebot",
            [("Angebot schicken", "ours", date(2026, 11, 20))],
        ),
        ("sie stellt uns ihren Chef vor", [("ihren Chef vorstellen", "theirs", None)]),
        ("je lui envoie le devis demain", [("Envoyer le devis", "ours", date(2026, 11, 19))]),
        ("ils nous enverront les logs", [("Envoyer les logs", "theirs", None)]),
        ("devis à envoyer avant vendredi", [("devis", "ours", date(2026, 11, 20))]),
        ("Claire nous a montré la ligne", []),
    ],
)
def test_promises_say_whose_what_and_by_when(
    text: str, promises: list[tuple[str, str, date | None]]
) -> None:
    assert [(p.text, p.direction, p.due) for p in said(f"{text}.").promises] == promises


def test_a_promise_names_who_made_it() -> None:
    sentence = said("coffee with Dana Reed, Tom will send pricing by Fri, Dana will send specs")
    assert [(p.by, p.direction) for p in sentence.promises] == [("Tom", "ours"), ("Dana", "theirs")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("lunch with Dana Reed, next: lunch on 3 Dec", date(2026, 12, 3)),
        ("lunch with Dana Reed, see them again in two weeks", date(2026, 12, 2)),
        ("lunch with Dana Reed yesterday, dinner 4 Dec", date(2026, 12, 4)),
        ("lunch with Dana Reed, agreed to meet on 9 December", date(2026, 12, 9)),
        ("Mittagessen mit Dana Reed, nächstes Treffen am 14.1.", date(2027, 1, 14)),
        ("déjeuner avec Dana Reed, prochain rendez-vous le 14 janvier", date(2027, 1, 14)),
        ("lunch with Dana Reed, met again yesterday", None),
    ],
)
def test_the_next_day_is_kept_apart(text: str, day: date | None) -> None:
    assert said(text).next_on == day


def test_what_is_not_understood_stays_visible() -> None:
    sentence = said("coffee with Dana Reed, she bought a boat, happy")
    assert sentence.unparsed == "she bought a boat"
    assert [s.text for s in sentence.spans if s.role is Role.UNPARSED] == ["she bought a boat"]
    assert said("call with Dana Reed on 31/02").unparsed == "on 31/02"
    assert said("call with Dana Reed on 31/02").on_guessed


def test_a_meeting_called_off_is_no_meeting_held() -> None:
    assert said("visit to Acme cancelled").cancelled
    assert said("Termin mit Dana Reed abgesagt").cancelled
    assert not said("coffee with Dana Reed, they cancelled the order").cancelled


def test_a_language_can_be_given() -> None:
    assert parse("Meeting Acme", NAMES, TODAY, "fr").language == "fr"
    assert parse("Meeting Acme", NAMES, TODAY, "xx").language == "en"


def test_the_summary_is_the_whole_text_tidied() -> None:
    assert said("  coffee   with\tDana \n\n and  Tom ").summary == "coffee with Dana\nand Tom"
    assert said("").summary == ""
