"""Headings of the systems people export from, in three languages."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.importing import FIELDS, KIND_OF_ROW, ImportKind, field_names
from sponsor_app.exchange.tabular.columns import targets_of
from sponsor_app.exchange.tabular.headers import column_names
from sponsor_app.exchange.tabular.headings.points import label_of, point_heading
from sponsor_app.exchange.tabular.headings.private import looks_secret
from sponsor_app.exchange.tabular.mapping import map_columns
from sponsor_app.exchange.tabular.problems import UnreadableError

A, C, M = ImportKind.ACCOUNTS, ImportKind.CONTACTS, ImportKind.MEMBERS


class System(NamedTuple):
    """Headings, what they are of, and the field of each, `-` for none."""

    headings: str
    kind: ImportKind
    fields: str


SYSTEMS = {
    "Salesforce report of accounts": System(
        "Account Name,Account Owner,Account Site,Billing State/Province,Type,Rating,Annual Revenue Currency,"
        "Annual Revenue,Employees,Industry,Parent Account,Website,Phone,Billing Street,Billing City,"
        "Billing Zip/Postal Code,Billing Country,Account ID,Description",
        A,
        "name lead - - status - currency annual_revenue employees industry parent website phone address city"
        " postcode country id story",
    ),
    "Salesforce accounts by interface": System(
        "Id,IsDeleted,Name,Type,ParentId,BillingStreet,BillingCity,BillingPostalCode,BillingCountry,Phone,"
        "AccountNumber,Website,Industry,AnnualRevenue,NumberOfEmployees,Description,Rating,OwnerId",
        A,
        "id deleted name status - address city postcode country phone - website industry annual_revenue"
        " employees story - -",
    ),
    "Salesforce loader": System(
        "NAME,TYPE,PHONE,ACCOUNTNUMBER__C,WEBSITE,ANNUALREVENUE,ORACLE_ID__C,PARENT",
        A,
        "name status phone id website annual_revenue - parent",
    ),
    "Salesforce report of contacts": System(
        "Salutation,First Name,Last Name,Title,Account Name,Mailing City,Mailing Country,Phone,Fax,Mobile,"
        "Email,Account Owner,Account ID,Contact ID,Birthdate,Department,Reports To,Email Opt Out",
        C,
        "- first_name last_name title account city country phone phone_fax phone_mobile email - account_id id"
        " birthday function reports_to -",
    ),
    "HubSpot companies": System(
        "Record ID,Company name,Company owner,Create Date,Phone Number,City,Country/Region,Industry,"
        "Company Domain Name,Number of Employees,Annual Revenue,Lifecycle Stage,Postal Code,Street Address,"
        "Street Address 2,Parent Company",
        A,
        "id name lead - phone city country industry website employees annual_revenue status postcode address"
        " address_more parent",
    ),
    "HubSpot contacts": System(
        "Record ID - Contact,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Contact owner,"
        "Lead Status,Associated Company,Associated Company IDs,Job Title,Date of birth,Buying Role",
        C,
        "id first_name last_name email phone phone_mobile - - account account_id title birthday role",
    ),
    "Dynamics accounts": System(
        "(Do Not Modify) Account,(Do Not Modify) Row Checksum,Account Name,Main Phone,Address 1: City,"
        "Address 1: Country/Region,Primary Contact,Email (Primary Contact),Relationship Type,Owner,Status",
        A,
        "id - name phone city country - - status lead -",
    ),
    "Dynamics contacts": System(
        "(Do Not Modify) Contact,Full Name,Email,Company Name,Business Phone,Mobile Phone,Job Title,Manager",
        C,
        "id name email account phone_work phone_mobile title reports_to",
    ),
    "Outlook in English": System(
        "Title,First Name,Middle Name,Last Name,Company,Department,Job Title,Business City,"
        "Business Country/Region,Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Car Phone,"
        "Home Phone,Mobile Phone,Other Phone,Account,Birthday,E-mail Address,E-mail Type,E-mail Display Name,"
        "E-mail 2 Address,Government ID Number,Manager's Name,Notes,Web Page",
        C,
        "- first_name middle_name last_name account function title city country - phone_fax phone_work"
        " phone_work - phone_home phone_mobile phone_other - birthday email - - email - reports_to notes"
        " account_domain",
    ),
    "Outlook in German": System(
        "Anrede,Vorname,Weitere Vornamen,Nachname,Firma,Abteilung,Position,Ort geschäftlich,"
        "Land/Region geschäftlich,Telefon Assistent,Fax geschäftlich,Telefon geschäftlich,"
        "Telefon geschäftlich 2,Telefon privat,Mobiltelefon,Weiteres Telefon,Haupttelefon,E-Mail-Adresse,"
        "E-Mail 2: Adresse,Geburtstag,Name des/der Vorgesetzten,Notizen",
        C,
        "- first_name middle_name last_name account function title city country - phone_fax phone_work"
        " phone_work phone_home phone_mobile phone_other phone_main email email birthday reports_to notes",
    ),
    "Outlook in French": System(
        "Titre,Prénom,Deuxième prénom,Nom,Société,Service,Titre,Ville (bureau),Pays/Région (bureau),"
        "Téléphone de l'assistant(e),Télécopie (bureau),Téléphone (bureau),Téléphone (domicile),Tél. mobile,"
        "Adresse de messagerie,Type de messagerie,Adresse de messagerie 2,Anniversaire,Compte,Responsable",
        C,
        "- first_name middle_name last_name account function title city country - phone_fax phone_work"
        " phone_home phone_mobile email - email birthday - reports_to",
    ),
    "Google of today": System(
        "First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Organization Name,"
        "Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,"
        "E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - City,Address 1 - Country",
        C,
        "first_name middle_name last_name - - display_name account title function birthday notes - -"
        " email_label email phone_label phone city country",
    ),
    "Google of before": System(
        "Name,Given Name,Additional Name,Family Name,Yomi Name,Birthday,Notes,Group Membership,"
        "E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,"
        "Organization 1 - Title,Organization 1 - Department",
        C,
        "name first_name middle_name last_name - birthday notes - email_label email phone_label phone account"
        " title function",
    ),
    "Atomic CRM contacts": System(
        "id,first_name,last_name,gender,title,background,first_seen,has_newsletter,status,company_id,"
        "linkedin_url,company,email_work,email_home,phone_work,phone_other",
        C,
        "id first_name last_name - title notes - - - account_id - account email_work email_home phone_work"
        " phone_other",
    ),
    "Atomic CRM companies": System(
        "name,sector,size,nb_sites,linkedin_url,website,phone_number,address,zipcode,city,country,description,"
        "revenue,tax_identifier",
        A,
        "name industry - - - website phone address postcode city country story annual_revenue -",
    ),
    "plain German accounts": System(
        "Firma,Ansprechpartner,Straße,PLZ,Ort,Land,Telefon,E-Mail,Webseite,Branche,Mitarbeiter,Umsatz (EUR),"
        "Kundennummer,Betreuer,Kundenstatus,Bemerkung",
        A,
        "name - address postcode city country phone email website industry employees annual_revenue id lead"
        " status story",
    ),
    "plain French accounts": System(
        "Raison sociale,Adresse,Code postal,Ville,Pays,Téléphone,Courriel,Site web,Secteur d'activité,"
        "Effectif,Chiffre d'affaires,Statut,Commercial",
        A,
        "name address postcode city country phone email website industry employees annual_revenue status lead",
    ),
    "plain French contacts": System(
        "Nom,Prénom,Société,Fonction,Service,Téléphone,Portable,E-mail",
        C,
        "last_name first_name account title function phone phone_mobile email",
    ),
    "our own accounts": System(
        "Name,Status,Tier,Industry,Region,Sponsor,Lead,Former name",
        A,
        "name status tier industry region sponsor lead former_name",
    ),
    "our own members": System(
        "Name,Email,Title,Function,Manager,Max accounts",
        M,
        "name email title function manager max_accounts",
    ),
    "users of Salesforce": System(
        "Username,Last Name,First Name,Email,Title,Department,Manager,Active,Password,Employee Number",
        M,
        "display_name last_name first_name email title function manager active - id",
    ),
    "German staff": System(
        "Mitarbeiter,E-Mail,Abteilung,Vorgesetzter", M, "name email function manager"
    ),
    "people of Pipedrive": System(
        "Organization - Name,Person - Name,Person - Email - Work,Person - Phone - Work",
        C,
        "account name email_work phone_work",
    ),
    "headings behind the name of a table": System(
        "src_name,src_parent,src_industry",
        A,
        "name parent industry",
    ),
}


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_headings_of_a_system_find_their_fields(system: str) -> None:
    headings, kind, fields = SYSTEMS[system]
    columns = column_names(headings.split(","))
    mapped = map_columns(columns, name="export.csv")
    assert mapped.kind is kind
    assert [mapped.shown.get(column, "-") for column in columns] == fields.split()


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_order_of_columns_does_not_matter(system: str) -> None:
    headings, kind, _ = SYSTEMS[system]
    columns = column_names(headings.replace("Titre,Prénom", "Prénom").split(","))
    there, back = map_columns(columns), map_columns(tuple(reversed(columns)))
    assert (back.kind, back.shown) == (kind, there.shown)


@pytest.mark.parametrize(
    "heading", ["E-mail Address", "email_address", "EmailAddress", "EMAIL  ADDRESS*"]
)
def test_a_heading_is_the_same_however_it_is_written(heading: str) -> None:
    assert point_heading(heading) == ("email", "")


@pytest.mark.parametrize(
    "heading",
    [
        "Email Opt Out",
        "Phone Verified",
        "Assistant's Phone",
        "E-mail Display Name",
        "Car Phone",
        "Address",
    ],
)
def test_a_heading_with_one_more_word_is_not_guessed(heading: str) -> None:
    assert point_heading(heading) is None


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("* Mobile", "mobile"),
        ("Work Fax", "work"),
        ("Büro", "work"),
        ("Grandma", "other"),
        ("*", ""),
    ],
)
def test_the_label_beside_a_number_is_put_in_our_words(cell: str, label: str) -> None:
    assert label_of(cell) == label


def test_of_two_columns_for_one_field_the_better_heading_wins_and_the_other_is_named() -> None:
    mapped = map_columns(("sector", "Account Name", "industry", "Name"))
    assert mapped.shown == {"Account Name": "name", "industry": "industry"}
    assert mapped.unmapped == ("sector", "Name")
    assert len(mapped.notes) == 2
    assert "“sector” was not used" in mapped.notes[0]


def test_columns_that_look_like_secrets_are_left_alone_and_named() -> None:
    columns = (
        "Account Name",
        "Industry",
        "Password",
        "IBAN",
        "Card Number",
        "PIN",
        "API Token",
        "SSN",
    )
    mapped = map_columns(columns)
    assert mapped.unmapped == columns[2:]
    assert mapped.left_out[0].count == 6
    assert "“IBAN”" in mapped.left_out[0].reason


def test_a_secret_is_read_only_when_a_person_maps_it() -> None:
    mapped = map_columns(("Account Name", "Industry", "PIN"), wanted={"PIN": "postcode"})
    assert mapped.shown["PIN"] == "postcode"
    assert not mapped.left_out


@pytest.mark.parametrize(
    "heading", ["Shipping Country", "Opinion", "Tokenizer", "Description", "Cardinal"]
)
def test_ordinary_words_that_contain_a_secret_one_are_no_secret(heading: str) -> None:
    assert not looks_secret(heading)


def test_an_explicit_mapping_wins_over_the_headings() -> None:
    mapped = map_columns(
        ("Name", "Kunde", "Industry"),
        wanted={"kunde": "name", "Industry": "-"},
        kind=ImportKind.ACCOUNTS,
    )
    assert mapped.shown == {"Kunde": "name"}


def test_a_field_that_only_one_kind_has_tells_the_kind() -> None:
    assert (
        map_columns(("Wer", "Wie viele"), wanted={"Wer": "name", "Wie viele": "max_accounts"}).kind
        is M
    )


def test_the_name_of_the_file_tells_the_kind_when_the_headings_do_not() -> None:
    columns = ("Name", "City")
    assert map_columns(columns, name="export.csv").kind is None
    assert map_columns(columns, name="my-accounts (3).csv").kind is A
    assert map_columns(columns, name="Kontakte.csv").kind is C
    assert "the name of the file" in map_columns(columns, name="team.csv").kind_reason


def test_a_column_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(UnreadableError) as refused:
        map_columns(("Name", "City"), kind=A, wanted={"Town": "city"})
    assert "no column “Town”" in refused.value.message
    assert refused.value.next == "Its columns are: Name, City."


def test_a_field_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(UnreadableError) as refused:
        map_columns(("Name",), kind=M, wanted={"Name": "surname"})
    assert "“surname” is no field of members" in refused.value.message
    assert "max_accounts" in refused.value.next


@pytest.mark.parametrize("field", ["name:dmy", "birthday:ymd"])
def test_an_option_that_means_nothing_is_refused(field: str) -> None:
    with pytest.raises(UnreadableError, match="means nothing"):
        map_columns(("A",), kind=C, wanted={"A": field})


def test_two_columns_cannot_be_mapped_to_one_single_field() -> None:
    with pytest.raises(UnreadableError, match="both mapped to name"):
        map_columns(("A", "B"), kind=A, wanted={"A": "name", "B": "name"})
    assert map_columns(("A", "B"), kind=C, wanted={"A": "email", "B": "email_home"}).shown == {
        "A": "email",
        "B": "email_home",
    }


@pytest.mark.parametrize("kind", ImportKind)
def test_our_own_field_names_are_headings_we_read_back(kind: ImportKind) -> None:
    told = ("email_", "phone_", *(one.name for one in KIND_OF_ROW))  # these need the cells below
    names = [name for name in field_names(kind) if not name.startswith(told)]
    found = targets_of(names, kind)
    assert {name: found[name].field for name in names} == {name: name for name in names}
    assert len({field.name for field in FIELDS[kind]}) == len(FIELDS[kind])


@given(st.lists(st.text(max_size=30), max_size=12), st.sampled_from([None, *ImportKind]))
def test_any_headings_are_mapped_without_complaint(
    cells: list[str], kind: ImportKind | None
) -> None:
    columns = column_names(cells)
    mapped = map_columns(columns, kind=kind)
    assert set(mapped.shown) | set(mapped.unmapped) == set(columns)
    assert len(set(columns)) == len(columns)
