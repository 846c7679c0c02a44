"""Lists of companies and people in one: Odoo, Zendesk Sell, Capsule, Highrise, Nimble, Salesforce; English, German, French, Spanish, Dutch, Italian."""

from sponsor_app.exchange.tabular.headings.keys import heading_key, table_of, word_set

# The columns that may say of each row what it is, best first; whether they do, their cells tell.
KIND_HEADINGS = table_of(
    {
        "is_company": "is a company | is company | is a business | is organization | is organisation"
        " | is an organization | is an organisation | ist ein unternehmen | ist eine firma | ist firma"
        " | ist unternehmen | est une societe | est une entreprise | es una empresa | es una compania"
        " | is een bedrijf | e un azienda | e una societa",
        "is_person": "is person account | is a person | is person | is individual | is an individual"
        " | ist eine person | ist person | est une personne | es una persona | is een persoon",
        "says": "company type | contact type | record type"
        " | entity type | party type | partei typ | parteityp | person type | partner type | customer type | client type"
        " | type | kind | entity | object type | record kind | unternehmenstyp | unternehmensart"
        " | kontaktart | kontakttyp | datensatztyp | typ | art | type de societe | type de contact"
        " | type d'enregistrement | tipo de compania | tipo de empresa | tipo de contacto | tipo"
        " | bedrijfstype | soort | tipo azienda | tipo di azienda | tipo di contatto",
    }
)


def _keys(words: str) -> frozenset[str]:
    return frozenset(heading_key(word) for word in words.split("|"))


COMPANY_WORDS = _keys(
    "company | companies | organization | organizations | organisation | organisations | org | corporation"
    " | legal entity | legal person | account | accounts | firm | firma | firmen | unternehmen | juristische person"
    " | gesellschaft | societe | entreprise | personne morale | compte | empresa | compania | organizacion | persona juridica"
    " | bedrijf | organisatie | rechtspersoon | azienda | societa | organizzazione | persona giuridica"
)
PERSON_WORDS = _keys(
    "person | persons | people | individual | individuals | contact | contacts | natural person | private person"
    " | human | kontakt | kontakte | ansprechpartner | privatperson | einzelperson | naturliche person | personen"
    " | personne | individu | particulier | personne physique | persona | individuo | contacto | particular | persona fisica"
    " | persoon | contactpersoon | natuurlijk persoon | contatto | individuale"
)
# What stands before the @ of an address that is a company's and nobody's own.
SHARED_MAILBOXES = word_set(
    "info office contact contacts hello mail post sales service support admin team reception accounting billing invoice"
    " enquiries inquiries marketing kontakt zentrale empfang vertrieb verkauf buchhaltung rechnung accueil bonjour"
    " comptabilite contacto ventas contatti vendite amministrazione verkoop administratie contato vendas"
)
