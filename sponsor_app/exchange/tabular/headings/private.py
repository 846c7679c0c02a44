"""Columns that look like secrets are left alone."""

from sponsor_app.exchange.tabular.headings.keys import heading_key, heading_words, word_set

_WORDS = word_set(
    "password passwd passwort kennwort pwd passphrase passcode pin tan token secret credential credentials"
    " iban cvv cvc ssn nss passport reisepass passeport cardnumber apikey nino"
    " motdepasse geheimnis geheimzahl card karte carte kreditkarte"
)
_PHRASES = tuple(
    word_set(
        "password passwort kennwort motdepasse creditcard cardnumber cardno debitcard kartennummer"
        " kreditkarte numerodecarte cartebancaire socialsecurity sozialversicherung securitesociale"
        " nationalinsurance apikey accesskey privatekey secretkey bankaccount kontonummer bankverbindung"
        " routingnumber sortcode"
    )
)
_HARMLESS = frozenset({"businesscard", "vcard", "scorecard", "visitenkarte", "cartedevisite"})


def looks_secret(heading: str) -> bool:
    """Whether a column is likely to hold a password, a card, an account or an identity number."""
    key = heading_key(heading)
    if key in _HARMLESS:
        return False
    return not _WORDS.isdisjoint(heading_words(heading)) or any(one in key for one in _PHRASES)
