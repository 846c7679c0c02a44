"""Headings of e-mail addresses and phone numbers, read word by word: `Business Phone 2`, `Tél. mobile`."""

import re

from sponsor_app.exchange.tabular.headings.keys import heading_key, heading_words

_LABELS = {
    "work": "work business office job professional geschaftlich geschaft arbeit dienstlich firma buro"
    " bureau professionnel professionnelle travail company switchboard zentrale durchwahl direct"
    " trabajo oficina empresa profesional lavoro ufficio uff azienda aziendale werk kantoor zakelijk bedrijf trabalho",
    "home": "home private personal privat privates domicile personnel personnelle maison particular casa abitazione privato personale thuis prive residencial",
    "mobile": "mobile mobil cell cellular cellphone handy portable mobiltelefon mobiltelefonnummer"
    " mobilnummer handynummer gsm mobilephone movil celular cellulare mobiel mobiele telemovel",
    "fax": "fax telefax faxnummer telecopie telecopieur facsimile faxnummer",
    "main": "main primary haupt hauptnummer principal principale standard haupttelefon default principale hoofd hoofdnummer",
    "other": "other weitere weiterer weiteres andere sonstige autre second secondary alternate alternative zweite",
}
_LABEL_OF = {word: label for label, words in _LABELS.items() for word in words.split()}
_EMAIL = (
    "email emails mail emailaddress emailadresse courriel courrier mel messagerie epost"
    " correo correoelectronico postaelettronica emailadres"
)
_PHONE = (
    "phone phones telephone telefon tel fon telefonnummer phonenumber rufnummer telephonenumber ligne fone"
    " telefono telefoon telefoonnummer telefone telefonnr"
)
_PHONE_LABELS = ("mobile", "fax")
_FILLERS = (
    "address adresse addr number nummer nr no numero num value 1 2 3 4 5 6 7 8 9 0 de la le du des s"
    " direccion electronico del indirizzo di adres op endereco eletronico do"
)
_KIND_OF = {
    **dict.fromkeys(_EMAIL.split(), "email"),
    **dict.fromkeys([*_PHONE.split(), "haupttelefon", "hauptnummer"], "phone"),
}
_LABEL = re.compile(r"(.+?)(?:type|label)")
_VOCABULARY = sorted({*_LABEL_OF, *_KIND_OF, *_FILLERS.split()}, key=lambda word: -len(word))
_WORD = re.compile("|".join(map(re.escape, _VOCABULARY)))
_ALL_WORDS = re.compile(
    f"(?:{_WORD.pattern})++"
)  # possessive: no heading costs more than its length
LABELS = tuple(_LABELS)


def point_heading(text: str, ignored: frozenset[str] = frozenset()) -> tuple[str, str] | None:
    """What a heading of an e-mail or phone column says: `("phone", "mobile")`, `("email", "")`; else None.

    `ignored` words, such as `account` in `Account Phone`, may stand beside the known ones.
    """
    key = "".join(word for word in heading_words(text) if word not in ignored)
    if not _ALL_WORDS.fullmatch(key):
        return None
    found = _WORD.findall(key)
    label = next((_LABEL_OF[word] for word in found if word in _LABEL_OF), "")
    kinds = {_KIND_OF[word] for word in found if word in _KIND_OF}
    mobile = next((_LABEL_OF[w] for w in found if _LABEL_OF.get(w) in _PHONE_LABELS), "")
    if "email" in kinds:
        return "email", "" if label in ("mobile", "fax", "main") else label
    return ("phone", mobile or label) if kinds or mobile else None


def label_column(text: str) -> str | None:
    """`phone2` for the column that names the kind of the second phone: `Phone 2 - Label`, `Phone 2 Type`."""
    match = _LABEL.fullmatch(heading_key(text))
    return match[1] if match and point_heading(match[1]) else None


def labelled_column(text: str) -> str:
    """`phone2` for `Phone 2` and `Phone 2 - Value`, whose kind another column may name."""
    return heading_key(text).removesuffix("value")


def label_of(text: str) -> str:
    """The kind a label cell names, in our words: `* Mobile` is mobile; what we do not know is `other`."""
    for word in re.findall(r"\w+", text.casefold()):
        label = _LABEL_OF.get(heading_key(word))
        if label:
            return label
    return "other" if any(c.isalpha() for c in text) else ""
