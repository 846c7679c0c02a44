"""Numbers, dates, addresses and choices as people write them."""

# ruff: noqa: RUF001 - letters of other scripts are the point
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.exchange.tabular.addresses import emails, phones, web_domain
from sponsor_app.exchange.tabular.amounts import (
    Amount,
    amount,
    currency_code,
    decimal_mark,
    minor,
    whole,
)
from sponsor_app.exchange.tabular.cells import clean, clean_notes, shown, unguarded
from sponsor_app.exchange.tabular.choices import choice, yes_or_no
from sponsor_app.exchange.tabular.days import DayOrder, day, day_order
from sponsor_app.exchange.tabular.refusals import Refused


def is_refused(value: object, *words: str) -> bool:
    return isinstance(value, Refused) and all(word in value.reason for word in words)


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("1.234,56", "1234.56", ""),
        ("1,234.56", "1234.56", ""),
        ("1.234.567", "1234567", ""),
        ("1,234", "1234", ""),
        ("1.234", "1234", ""),
        ("0.125", "0.125", ""),
        ("12.5", "12.5", ""),
        ("1,5", "1.5", ""),
        ("$ 1 200", "1200", ""),
        ("US$1,200.00", "1200.00", "USD"),
        ("1\u202f200,50 €", "1200.50", "EUR"),
        ("CHF 1'250.50", "1250.50", "CHF"),
        ("1.2M", "1200000", ""),
        ("€3,5 Mrd.", "3500000000", "EUR"),
        ("12 Mio. EUR", "12000000", "EUR"),
        ("250k", "250000", ""),
        ("500 TEUR", "500000", "EUR"),
        ("£2bn", "2000000000", "GBP"),
        ("1.2M€", "1200000", "EUR"),
        ("(1,200)", "-1200", ""),
        ("-5", "-5", ""),
        ("100000.0", "100000.0", ""),
        ("5.000,-", "5000", ""),
    ],
)
def test_an_amount_is_read_in_the_form_of_any_country(text: str, value: str, currency: str) -> None:
    found = amount(text, "")
    assert isinstance(found, Amount)
    assert (found.value, found.currency) == (Decimal(value), currency)


@pytest.mark.parametrize(
    "text", ["10-50", "about 5", "1.2.3M x", "12 apples", "€", "1e9", "x" * 90, "9" * 40]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    assert is_refused(amount(text, ""))


@pytest.mark.parametrize("text", ["", "n/a", "-", "NULL", "#N/A"])
def test_a_cell_that_says_nothing_is_empty(text: str) -> None:
    assert amount(text, "") is None
    assert day(text, DayOrder.DAY) is None
    assert web_domain(text) is None
    assert emails(text) == ([], [])
    assert phones(text) == ([], [])
    assert choice("status", text) is None
    assert yes_or_no(text) is None
    assert currency_code(text) is None


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["1.234", "12.345"], ""),
        (["1.234", "1.5"], "."),
        (["1.234", "7,25"], ","),
        (["1.234,56", "1.234"], ","),
        (["1.5", "1,5"], None),
        (["nothing", ""], ""),
    ],
)
def test_the_decimal_mark_is_that_of_the_whole_column(cells: list[str], mark: str | None) -> None:
    assert decimal_mark(cells) == mark


def test_a_thousand_or_a_fraction_is_decided_by_the_column() -> None:
    assert amount("1.234", "") == Amount(Decimal(1234))
    assert amount("1.234", ".") == Amount(Decimal("1.234"))
    assert amount("1,234", ",") == Amount(Decimal("1.234"))
    assert is_refused(amount("1.234", None), "could be two numbers")


def test_whole_numbers_have_no_fraction_and_are_not_below_zero() -> None:
    assert whole("25,000", "") == 25000
    assert whole("25000.0", ".") == 25000
    assert is_refused(whole("2.5", "."))
    assert is_refused(whole("-1", ""))


def test_money_is_kept_in_the_minor_unit_of_its_currency() -> None:
    assert minor(Decimal("12.345"), "EUR") == 1235
    assert minor(Decimal("12.345"), "JPY") == 12
    assert minor(Decimal("12.345"), "KWD") == 12345


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("EUR", "EUR"),
        ("eur", "EUR"),
        ("€", "EUR"),
        ("USD - U.S. Dollar", "USD"),
        ("Swiss franc", "CHF"),
        ("THB", "THB"),
    ],
)
def test_a_currency_is_read_by_code_sign_or_name(text: str, code: str) -> None:
    assert currency_code(text) == code


def test_a_sign_of_several_currencies_is_not_guessed() -> None:
    assert is_refused(currency_code("$"), "which currency")


@given(
    st.decimals(0, 10**9, places=2),
    st.sampled_from([(",", "."), (".", ","), ("'", "."), (" ", ",")]),
)
def test_any_amount_written_with_cents_is_read_back(value: Decimal, marks: tuple[str, str]) -> None:
    thousands, decimal = marks
    written = f"{value:,.2f}".replace(",", "\0").replace(".", decimal).replace("\0", thousands)
    assert amount(written, decimal_mark([written])) == Amount(value)


@pytest.mark.parametrize(
    ("text", "order", "iso"),
    [
        ("1980-05-17", DayOrder.UNKNOWN, "1980-05-17"),
        ("19800517", DayOrder.UNKNOWN, "1980-05-17"),
        ("2024-07-01T11:54:49.95+00:00", DayOrder.UNKNOWN, "2024-07-01"),
        ("17/05/1980", DayOrder.DAY, "1980-05-17"),
        ("5/17/1980", DayOrder.MONTH, "1980-05-17"),
        ("5/19/2006 0:00:00", DayOrder.MONTH, "2006-05-19"),
        ("17.5.1980", DayOrder.DAY, "1980-05-17"),
        ("17. 5. 1980", DayOrder.DAY, "1980-05-17"),
        ("05/05/1980", DayOrder.UNKNOWN, "1980-05-05"),
        ("17 May 1980", DayOrder.UNKNOWN, "1980-05-17"),
        ("May 17, 1980", DayOrder.UNKNOWN, "1980-05-17"),
        ("17. Mai 1980", DayOrder.UNKNOWN, "1980-05-17"),
        ("1er août 1980", DayOrder.UNKNOWN, "1980-08-01"),
        ("3. März 1980", DayOrder.UNKNOWN, "1980-03-03"),
        ("--05-17", DayOrder.UNKNOWN, "--05-17"),
        ("--02-29", DayOrder.UNKNOWN, "--02-29"),
    ],
)
def test_a_date_is_read_in_the_form_of_any_country(text: str, order: DayOrder, iso: str) -> None:
    assert day(text, order) == iso


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31/02/1980", "no day of the calendar"),
        ("2023-02-29", "no day of the calendar"),
        ("1980-13-01", "no day of the calendar"),
        ("17/05/80", "year of four digits"),
        ("yesterday", "year of four digits"),
        ("29358", "year of four digits"),
        ("17 Brumaire 1980", "year of four digits"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(text: str, why: str) -> None:
    assert is_refused(day(text, DayOrder.DAY), text, why)


def test_the_empty_dates_of_address_books_are_no_dates() -> None:
    assert day("0/0/00", DayOrder.UNKNOWN) is None
    assert day("0000-00-00", DayOrder.UNKNOWN) is None


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03/04/1980", "17/05/1980"], DayOrder.DAY),
        (["03/04/1980", "05/17/1980"], DayOrder.MONTH),
        (["03/04/1980", "05/06/1981"], DayOrder.UNKNOWN),
        (["17/05/1980", "05/17/1980"], DayOrder.MIXED),
        (["03.04.1980"], DayOrder.DAY),
        (["1980-05-17"], DayOrder.UNKNOWN),
    ],
)
def test_what_comes_first_is_decided_by_the_whole_column(cells: list[str], order: DayOrder) -> None:
    assert day_order(cells) is order


def test_a_date_nothing_decides_is_kept_out_as_unknown() -> None:
    refused = day("03/04/1980", DayOrder.UNKNOWN)
    assert isinstance(refused, Refused)
    assert refused.unknown
    assert is_refused(day("03/04/1980", DayOrder.MIXED))
    assert day("17/05/1980", DayOrder.MIXED) == "1980-05-17"


@given(st.dates(date(1900, 1, 1)), st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y%m%d"]))
def test_any_day_is_read_back_in_every_form_with_the_day_first(value: date, form: str) -> None:
    assert day(value.strftime(form), DayOrder.DAY) == value.isoformat()


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("http://www.acme.example", "acme.example"),
        ("HTTPS://Acme.Example/de/?q=1#top", "acme.example"),
        ("www2.acme.example:8080", "acme.example"),
        ("acme.co.uk/", "acme.co.uk"),
        ("//müller.example", "müller.example"),
        ("xn--mller-kva.example", "xn--mller-kva.example"),
        ("info@acme.example", "acme.example"),
        ("ir.acme.example", "ir.acme.example"),
    ],
)
def test_a_web_address_gives_its_domain(text: str, domain: str) -> None:
    assert web_domain(text) == domain


@pytest.mark.parametrize(
    "text", ["updated", "acme", "http://", "a b.example", "1.2.3.4", "-.com", "x" * 3000]
)
def test_what_is_no_web_address_is_refused(text: str) -> None:
    assert is_refused(web_domain(text), "not a web address")


def test_every_address_in_a_cell_is_found_in_small_letters() -> None:
    assert emails("Dana@Acme.example; d.reed@acme.example ::: DANA@acme.example") == (
        ["dana@acme.example", "d.reed@acme.example"],
        [],
    )
    assert emails("Dana Reed <Dana@Acme.example>")[0] == ["dana@acme.example"]
    assert emails("mailto:d@acme.example")[0] == ["d@acme.example"]
    assert emails("a@acme.example b@acme.example")[0] == ["a@acme.example", "b@acme.example"]


@pytest.mark.parametrize(
    "text", ["dana", "@acme.example", "a@b", "a@@b.example", "not an address", "x" * 3000]
)
def test_what_is_no_mail_address_is_refused(text: str) -> None:
    good, bad = emails(text)
    assert good == []
    assert len(bad) == 1


def test_phone_numbers_are_kept_as_they_are_written() -> None:
    assert phones("+49 30 1234; (030) 99-0 ::: tel:555-0100")[0] == [
        "+49 30 1234",
        "(030) 99-0",
        "555-0100",
    ]
    assert phones("1-955-371-0847 x371")[0] == ["1-955-371-0847 x371"]
    assert len(phones("call me")[1]) == 1
    assert len(phones("12")[1]) == 1


@pytest.mark.parametrize(
    ("field", "text", "ours"),
    [
        ("status", "Customer - Direct", "customer"),
        ("status", "PROSPECT", "prospect"),
        ("status", "Marketing Qualified Lead", "prospect"),
        ("status", "At Risk", "at_risk"),
        ("status", "ehemaliger Kunde", "former"),
        ("status", "client perdu", "lost"),
        ("tier", "Strategic", "strategic"),
        ("tier", "Schlüsselkunde", "key"),
        ("function", "R&D", "engineering"),
        ("function", "Vertrieb", "sales"),
        ("function", "Ressources humaines", "hr"),
        ("role", "Decision Maker", "decides"),
        ("role", "End User", "uses"),
    ],
)
def test_a_word_of_another_system_becomes_ours_when_it_is_certain(
    field: str, text: str, ours: str
) -> None:
    assert choice(field, text) == ours


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("status", "Channel Partner / Reseller"),
        ("status", "Hot"),
        ("tier", "A"),
        ("function", "IT"),
    ],
)
def test_a_word_without_a_certain_meaning_is_kept_out_as_unknown(field: str, text: str) -> None:
    refused = choice(field, text)
    assert isinstance(refused, Refused)
    assert refused.unknown


def test_yes_and_no_are_read_in_three_languages() -> None:
    assert [yes_or_no(word) for word in ("TRUE", "1", "ja", "Oui", "x")] == [True] * 5
    assert [yes_or_no(word) for word in ("false", "0", "Nein", "non")] == [False] * 4
    assert is_refused(yes_or_no("perhaps"))


def test_space_and_control_characters_around_a_value_are_gone() -> None:
    assert clean(" \u3000 Acme\t\r\n Inc.\x00\x07\ufeff\u200b\xa0") == "Acme Inc."
    assert clean("Cafe\u0301") == "Café"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
    assert clean_notes(" first \r\n\r\n  - second\x0bthird\t4 \r") == "first\n\n  - second\nthird 4"


def test_only_the_quote_that_guards_a_formula_is_taken_away() -> None:
    assert unguarded("'=1+1") == "=1+1"
    assert unguarded("'+49 30 1234") == "+49 30 1234"
    assert unguarded("''=1+1") == "'=1+1"
    assert unguarded("'t Hooft") == "'t Hooft"


def test_digits_wrapped_as_a_formula_to_keep_their_zeros_are_unwrapped() -> None:
    assert clean('="00123"') == "00123"
    assert clean("'=1+1") == "=1+1"
    assert clean("=Acme") == "=Acme"
    assert clean_notes('=" x "') == "x"


def test_a_value_is_quoted_in_a_readable_length() -> None:
    assert shown("x" * 500) == "x" * 59 + "…"
    assert shown("two\nlines") == "two lines"


@given(st.text(max_size=80))
def test_no_text_breaks_a_reader_of_values(text: str) -> None:
    plain = clean(text)
    clean_notes(text)
    amount(plain, decimal_mark([text]))
    day(plain, day_order([text]))
    web_domain(plain)
    emails(plain)
    phones(plain)
    currency_code(plain)
    assert plain == clean(plain) or plain.startswith("'")
