"""Rows become records in our words, and every row and value that does not is named."""

import pytest

from sponsor_app.domain.importing import ImportKind
from sponsor_app.exchange.tabular.limits import MAX_DETAILS

OURS = "0190a0b0-1111-7222-8333-444455556666"


def test_an_account_of_a_sales_system_becomes_ours(take) -> None:
    taken = take(
        "Account ID,Account Name,Type,Website,Phone,Annual Revenue,Employees,Billing Street,"
        "Address 2,Billing Country,Account Owner,Description\n"
        '001x000002,"Acme,  Inc.",Customer - Direct,HTTP://www.Acme.example/x,030 1234,$1.2M,"1,200",'
        '1 Main St,Floor 3,Germany,Tom Okafor,"two\nlines"\n'
    )
    assert taken.rows == [
        (
            2,
            {
                "external_id": "001x000002",
                "name": "Acme, Inc.",
                "status": "customer",
                "website": "HTTP://www.Acme.example/x",
                "domain": "acme.example",
                "phone": "030 1234",
                "annual_revenue": 120_000_000,
                "employees": 1200,
                "address": "1 Main St, Floor 3",
                "country": "Germany",
                "lead": "Tom Okafor",
                "story": "two\nlines",
            },
            [("phone", "", "030 1234")],
        )
    ]


def test_a_contact_of_an_address_book_becomes_ours(take) -> None:
    taken = take(
        "First Name,Middle Name,Last Name,File As,Organization Name,Organization Title,"
        "Organization Department,Birthday,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,"
        "Phone 2 - Label,Phone 2 - Value\n"
        'Dana,M.,Reed,"Reed, Dana",Acme,CIO,Finance,--05-17,* Work,Dana@Acme.example ::: d@x.example,'
        "Work Fax,030 99,Mobile,+49 171 1234\n"
    )
    assert taken.fields == [
        {
            "first_name": "Dana",
            "middle_name": "M.",
            "last_name": "Reed",
            "name": "Dana M. Reed",
            "account": "Acme",
            "title": "CIO",
            "function": "finance",
            "birthday": "--05-17",
            "email": "dana@acme.example",
            "phone": "030 99",
        }
    ]
    assert taken.points == [
        [
            ("email", "work", "dana@acme.example"),
            ("email", "work", "d@x.example"),
            ("phone", "work", "030 99"),
            ("mobile", "mobile", "+49 171 1234"),
        ]
    ]


def test_the_foremost_phone_is_never_a_fax(take) -> None:
    taken = take("Full Name,Company,Fax,Home Phone,Business Phone\nDana,Acme,1111,2222,3333\n")
    assert taken.fields[0]["phone"] == "3333"
    assert [label for _, label, _ in taken.points[0]] == ["fax", "home", "work"]


def test_a_member_becomes_ours_and_one_who_left_is_left_out(take) -> None:
    taken = take(
        "Employee Name,Email,Department,Manager,Max accounts,Active\n"
        "Grace Moreau,grace@us.example,Engineering,Tom Okafor,3,true\n"
        "Old Hand,old@us.example,Sales,,,false\n"
    )
    assert taken.fields == [
        {
            "name": "Grace Moreau",
            "email": "grace@us.example",
            "function": "engineering",
            "manager": "Tom Okafor",
            "max_accounts": 3,
        }
    ]
    assert taken.closing.left_out[0].reason.startswith("the file marks them as not active")
    assert taken.every_row_is_somewhere


def test_rows_a_system_marks_as_deleted_are_left_out(take) -> None:
    taken = take("Id,IsDeleted,Name,Industry\n1,false,Acme,Mining\n2,true,Beta,Food\n")
    assert [fields["name"] for fields in taken.fields] == ["Acme"]
    assert taken.closing.left_out[0].count == 1


def test_our_own_id_is_told_from_that_of_another_system(take) -> None:
    taken = take(
        f"id,name,industry,external_id\n{OURS},Acme,Mining,X-1\nC-7,Beta,Food,\nC-8,Gamma,,X-3\n"
    )
    assert [(f.get("id"), f.get("external_id")) for f in taken.fields] == [
        (OURS, "X-1"),
        (None, "C-7"),
        (None, "X-3"),
    ]


def test_a_row_without_a_name_is_rejected_with_its_line_and_cells(take) -> None:
    taken = take("Account Name,Industry\nAcme,Mining\n ,Food\n")
    assert [(one.at, one.reason, one.cells) for one in taken.rejected] == [
        ("line 3", "the row has no name", (" ", "Food"))
    ]
    assert taken.every_row_is_somewhere


def test_a_person_needs_a_name_or_an_address(take) -> None:
    dana = "dana@acme.example"
    taken = take(
        f"First Name,Last Name,Email,Company,City\n,,{dana},Acme,\n,,,,Oslo\n,Reed,,Acme,\n"
    )
    assert taken.fields == [
        {"email": dana, "account": "Acme", "name": dana},
        {"last_name": "Reed", "account": "Acme", "name": "Reed"},
    ]
    assert [one.at for one in taken.rejected] == ["line 3"]


def test_a_row_among_people_that_names_only_a_company_is_the_company(take) -> None:
    taken = take(
        "First Name,Last Name,E-mail,Company,Business Street\n"
        "Dana,Reed,,Acme,\n,,info@acme.example,Acme,1 Main St\n,,ole@zen.example,Zen,\n"
    )
    assert taken.batches[0].kinds == ["contacts", "accounts", "contacts"]
    assert taken.fields[1] == {
        "name": "Acme",
        "email": "info@acme.example",
        "address": "1 Main St",
    }
    assert taken.fields[2]["name"] == "ole@zen.example"
    assert taken.table.shape.mixed


def test_secrets_are_not_kept_with_a_rejected_row_nor_shown(take) -> None:
    taken = take("Account Name,Industry,Password\n,Mining,hunter2\nAcme,Food,swordfish\n")
    assert taken.rejected[0].cells == ("", "Mining", "•••")
    assert "hunter2" not in str(taken.table.shape)
    assert "swordfish" not in str(taken.batches) + str(taken.closing)


def test_an_impossible_date_is_rejected_with_its_line_and_the_rest_kept(take) -> None:
    taken = take("Last Name,Company,Birthday\nReed,Acme,17/05/1980\nOak,Acme,31/02/1980\n")
    assert taken.fields[0]["birthday"] == "1980-05-17"
    assert "birthday" not in taken.fields[1]
    (rejected,) = taken.rejected
    assert (rejected.at, rejected.column, rejected.whole_row) == ("line 3", "Birthday", False)
    assert (
        rejected.reason
        == "Birthday: “31/02/1980” is no day of the calendar; the rest of the row is kept"
    )
    assert "Dates in “Birthday” were read day first." in taken.closing.notes


def test_dates_nothing_decides_are_counted_and_can_be_decided(take) -> None:
    text = "Last Name,Company,Birthday\nReed,Acme,03/04/1980\nOak,Acme,05/06/1981\n"
    undecided = take(text)
    assert all("birthday" not in fields for fields in undecided.fields)
    assert sum(one.count for one in undecided.closing.left_out) == 2
    assert "begin with the day or the month" in undecided.closing.left_out[0].reason
    decided = take(text, mapping={"Birthday": "birthday:mdy"})
    assert [fields["birthday"] for fields in decided.fields] == ["1980-03-04", "1981-05-06"]


def test_numbers_are_read_by_the_evidence_of_their_whole_column(take) -> None:
    taken = take(
        "Firma;Umsatz EUR;Mitarbeiter\nAcme;1.234;1.500\nBeta;7,5;20\nGamma;99,25;ca. 30\n"
    )
    assert [fields.get("annual_revenue") for fields in taken.fields] == [123_400, 750, 9_925]
    assert [fields.get("employees") for fields in taken.fields] == [1500, 20, None]
    assert {fields["currency"] for fields in taken.fields} == {"EUR"}
    assert taken.rejected[0].reason.startswith("Mitarbeiter: “ca. 30” is not a number")


def test_the_minor_unit_is_that_of_the_currency_column(take) -> None:
    taken = take(
        "Account Name,Annual Revenue,Currency\nAcme,1000,JPY\nBeta,1000,EUR\nGamma,1000,\n"
    )
    assert [fields["annual_revenue"] for fields in taken.fields] == [1000, 100_000, 100_000]


def test_words_without_a_certain_meaning_are_counted_and_never_guessed(take) -> None:
    taken = take(
        "Account Name,Industry,Type\n" + "Acme,x,Partner\nBeta,x,Customer\nGamma,x,Partner\n"
    )
    assert [fields.get("status") for fields in taken.fields] == [None, "customer", None]
    (left_out,) = taken.closing.left_out
    assert (left_out.what, left_out.count) == ("values of “Type”", 2)
    assert left_out.reason == "“Partner” has no certain meaning as status, first on line 2"


def test_a_form_of_address_is_no_job_title(take) -> None:
    taken = take("Name,Firma,Titel\nReed,Acme,Dr.\nOak,Acme,Leiter Einkauf\n")
    assert [fields.get("title") for fields in taken.fields] == [None, "Leiter Einkauf"]
    assert taken.closing.left_out[0].what == "values of “Titel”"


def test_a_value_too_long_for_its_field_is_rejected_with_its_length(take) -> None:
    taken = take(
        "Account Name,Industry,Notes\n"
        f"Acme,{'x' * 501},ok\nBeta,Food,{'y' * 100_001}\n{'n' * 501},a,b\n"
    )
    assert taken.fields == [{"name": "Acme", "story": "ok"}, {"name": "Beta", "industry": "Food"}]
    reasons = [one.reason for one in taken.rejected]
    assert "the value has 501 characters, and at most 500 are kept" in reasons[0]
    assert "the value has 100,001 characters, and at most 100,000 are kept" in reasons[1]
    assert reasons[2].startswith("the row has no name; Account Name: the value has 501 characters")


def test_short_rows_are_filled_and_the_cells_of_long_ones_are_kept_in_the_report(take) -> None:
    taken = take("Account Name,Industry,Country\nAcme\nBeta,Food,Italy,what,is this\nGamma,x,y,,\n")
    assert taken.fields == [
        {"name": "Acme"},
        {"name": "Beta", "industry": "Food", "country": "Italy"},
        {"name": "Gamma", "industry": "x", "country": "y"},
    ]
    assert [(one.at, one.cells) for one in taken.closing.extra_cells] == [
        ("line 3", ("what", "is this"))
    ]
    assert taken.closing.left_out[0].what == "extra cells"
    assert "Rows with fewer cells than there are columns: 1." in taken.closing.notes


def test_empty_rows_are_nothing_to_report(take) -> None:
    taken = take("Account Name,Industry\nAcme,Mining\n\n,\n  ,\t\n\r\n")
    assert (taken.closing.rows_read, taken.rejected, taken.closing.left_out) == (1, [], [])


def test_the_quote_our_own_export_puts_before_a_formula_is_taken_away(take) -> None:
    taken = take("Account Name,Phone,Industry\n'=Acme,'+49 30 1234,'t Hooft\n")
    assert taken.fields == [{"name": "=Acme", "phone": "+49 30 1234", "industry": "'t Hooft"}]


def test_a_broken_row_is_rejected_with_the_line_where_its_quote_opened(take) -> None:
    taken = take('Account Name,Industry\nAcme,Mining\n"Beta,Food\nGamma,Steel\nDelta,"Ore\n')
    assert [fields["name"] for fields in taken.fields] == ["Acme", "Gamma"]
    assert [(one.at, one.cells) for one in taken.rejected] == [
        ("line 3", ('"Beta,Food',)),
        ("line 5", ('Delta,"Ore',)),
    ]
    assert taken.every_row_is_somewhere


def test_rows_nobody_can_place_are_counted_with_what_to_do(take) -> None:
    taken = take("a,b\n1,2\n3,4\n")
    assert taken.table.shape.kind is None
    assert taken.rows == []
    (left_out,) = taken.closing.left_out
    assert (left_out.count, left_out.whole_rows) == (2, True)
    assert "accounts, contacts, members" in left_out.reason


def test_a_kind_without_a_column_for_the_name_gives_one_reason_for_all_rows(take) -> None:
    taken = take("Industry,Country\nMining,Chile\nFood,Italy\n", kind=ImportKind.ACCOUNTS)
    assert (taken.rows, taken.rejected) == ([], [])
    assert taken.closing.left_out[0].reason.startswith("no column gives the name")


def test_a_thousand_bad_values_are_named_and_the_rest_is_counted(take) -> None:
    taken = take("Account Name,Industry,Website\n" + "Acme,x,nowhere\n" * (MAX_DETAILS + 5))
    assert len(taken.rejected) == MAX_DETAILS
    assert taken.closing.left_out[0].count == 5
    assert len(taken.rows) == MAX_DETAILS + 5


def test_the_preview_shows_the_first_rows_as_they_stand(take) -> None:
    taken = take("Account Name,Industry\n" + "".join(f"Acme {n},{'x' * 300}\n" for n in range(50)))
    preview = taken.table.shape.preview
    assert preview.columns == ("Account Name", "Industry")
    assert (len(preview.rows), preview.rows[0][0], len(preview.rows[0][1])) == (20, "Acme 0", 200)
    assert preview.lines[0] == 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_the_same_whatever_ends_them(take, end: str) -> None:
    taken = take(end.join(["Account Name,Industry", '"Ac', 'me",Mining', "Beta,Food"]))
    assert [line for line, _, _ in taken.rows] == [2, 4]


def test_the_totals_at_the_end_of_a_report_are_no_account(take) -> None:
    taken = take(
        "Account;Country;Revenue\nTotal;FR;200\nTotal;;7\nAcme;US;1.200,00 €\n\nGesamt:;;1.207,00 €\nExported today\n"
    )
    assert [f["name"] for f in taken.fields] == ["Total", "Total", "Acme"]
    assert [(one.what, one.count) for one in taken.closing.left_out] == [
        ("lines below the table", 1),
        ("totals", 1),
    ]
    assert taken.every_row_is_somewhere


def test_a_reference_of_vtiger_is_the_name_of_what_it_refers_to(take) -> None:
    taken = take("First Name,Last Name,Organization Name\nDana,Reed,Accounts::::Acme Inc\n")
    assert taken.fields[0]["account"] == "Acme Inc"


def test_the_kind_of_a_number_stands_in_the_column_beside_it(take) -> None:
    taken = take(
        "First Name,Last Name,Phone 1,Phone 1 Type,Phone Number,Phone Number Type\n"
        "Dana,Reed,030 1234,Work,+49 171 1234,Mobile\n"
    )
    assert taken.points[0] == [("phone", "work", "030 1234"), ("mobile", "mobile", "+49 171 1234")]


def test_a_birthday_in_three_columns_is_one_day(take) -> None:
    taken = take(
        "First Name,Last Name,Primary Email,Birth Year,Birth Month,Birth Day\n"
        "Dana,Reed,d@x.example,1980,5,17\nIda,Berg,i@x.example,,5,7\nOle,Vik,o@x.example,1980,,17\n"
        "Tom,Lee,t@x.example,1980,13,40\n"
    )
    assert [f.get("birthday") for f in taken.fields] == ["1980-05-17", "--05-07", None, None]


def test_a_list_with_first_and_last_names_is_of_people_whatever_it_says_of_their_companies(
    take,
) -> None:
    taken = take(
        "First Name,Last Name,Company,Email,# Employees,Industry,Website,Annual Revenue,Last Contact\n"
        "Dana,Reed,Acme,dana@acme.example,350,Steel,acme.example,1200000,2026-10-01\n"
    )
    assert taken.table.shape.kind is ImportKind.CONTACTS
    assert taken.fields[0]["name"] == "Dana Reed"


def test_a_note_that_is_kept_as_html_comes_in_as_its_words(take) -> None:
    taken = take(
        "Account Name,Industry,Description\n"
        'Acme,Mining,<p>Good <b>customer</b> &amp; friend</p><script>alert(1)</script>\nZen,Food,"1 < 2, a > b"\n'
    )
    assert [f["story"] for f in taken.fields] == ["Good customer & friend", "1 < 2, a > b"]


def test_a_row_that_goes_on_with_the_one_above_is_no_missing_record(take) -> None:
    taken = take("Name,Email,Company,Tags\nDana,d@x.example,Acme,vip\n,,,board\n")
    assert [(one.what, one.count) for one in taken.closing.left_out] == [
        ("rows without a record", 1)
    ]
    assert taken.rejected == []
    assert taken.every_row_is_somewhere
