"""Which eight-bit encoding makes words of the bytes.

A guess by statistics takes Western files for Central European ones, so each candidate is judged by the words
it yields: a word counts when one language has all of its letters.
"""

import re
from collections import Counter

FALLBACK = "cp1252"
SAMPLE_WORDS = 4_000
_SCAN = 1 << 22
_ENOUGH = 0.6

_WESTERN = (
    "àâæçéèêëîïôœùûüÿ",  # French
    "äöüßé",  # German
    "áéíñóúüçàèòï",  # Spanish, Catalan
    "áâãàçéêíóôõúü",  # Portuguese
    "àèéìíîòóùú",  # Italian
    "æøåéöäü",  # Danish, Norwegian
    "åäöéü",  # Swedish, Finnish
    "áðéíóúýþæö",  # Icelandic
    "áéëïóöüè",  # Dutch
)
_CENTRAL = (
    "ąćęłńóśźżé",  # Polish
    "áčďéěíňóřšťúůýžöü",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "čćđšž",  # Croatian, Slovene, Serbian
    "ăâîșțşţ",  # Romanian
    "äöüßé",  # German
)
_CYRILLIC = (
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "абвгдђежзијклљмнњопрстћуфхцчџш",
)
# In order of preference: an earlier one wins a tie.
CANDIDATES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("cp1252", _WESTERN),
    ("cp1250", _CENTRAL),
    ("iso8859_2", _CENTRAL),
    ("cp1254", ("çğıöşüâî",)),
    ("cp1257", ("āčēģīķļņšūž", "ąčęėįšųūž", "äöõüšž")),
    ("mac_roman", _WESTERN),
    ("cp850", _WESTERN),
    ("cp852", _CENTRAL),
    ("cp1251", _CYRILLIC),
    ("koi8_r", _CYRILLIC),
    ("cp866", _CYRILLIC),
    ("mac_cyrillic", _CYRILLIC),
    ("cp1253", ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",)),
    ("cp1255", ("אבגדהוזחטיךכלםמןנסעףפץצקרשת",)),
    ("cp1256", ("ابتثجحخدذرزسشصضطظعغفقكلمنهويىءآأؤإئةپچژگ",)),
)
_QUOTES = "'’‘“”„«»\u201a\u2039\u203a\u00b4"
_BESIDE_WORDS = _QUOTES + "€£§°©®™·•¡¿ºª½¼¾²³×№،؛؟"
_WITHIN_WORDS = "'’·\u00ad"
_BREAKS = re.compile("[\u00a0–—…]+")
_HIGH_WORD = re.compile(rb"[A-Za-z'\x80-\xff]*[\x80-\xff][A-Za-z'\x80-\xff]*")


def likeliest_encoding(content: bytes) -> str:
    """The codec whose words make sense; cp1252 when nothing tells.

    `content` is neither UTF-8 nor wide. Files in an East Asian encoding are told by charset-normalizer.
    """
    words = _high_words(content)
    total = sum(words.values())
    best, share = FALLBACK, -1.0
    for name, languages in CANDIDATES:
        alphabets = [frozenset(letters + letters.upper()) for letters in languages]
        explained = sum(n * _sense(word, name, alphabets) for word, n in words.items())
        if explained / max(1, total) > share + 1e-9:
            best, share = name, explained / max(1, total)
    if share >= _ENOUGH:
        return best
    return _by_statistics(content) or (best if share > 0 else FALLBACK)


def _high_words(content: bytes) -> Counter[bytes]:
    found: Counter[bytes] = Counter()
    for number, match in enumerate(_HIGH_WORD.finditer(content, 0, _SCAN)):
        if number >= SAMPLE_WORDS:
            break
        found[match.group()] += 1
    return found


def _sense(word: bytes, name: str, alphabets: list[frozenset[str]]) -> float:
    """1 for a word of one language, 0 for none; half for other scripts all in one case.

    Small Cyrillic letters of one encoding are capitals, or Hebrew, in another: only `Титул` tells.
    """
    try:
        text = word.decode(name)
    except UnicodeDecodeError:
        return 0.0
    parts = [_core(part) for part in _BREAKS.split(text)]
    if not all(_is_word(part, alphabets) for part in parts):
        return 0.0
    if any(c > "\u0370" for part in parts for c in part) and text.lower() != text.upper():
        return 1.0 if text.istitle() else 0.5
    return 1.0


def _core(text: str) -> str:
    """The letters of a word, without the signs beside it and the apostrophes in it."""
    return "".join(c for c in text.strip(_BESIDE_WORDS) if c not in _WITHIN_WORDS)


def _is_word(text: str, alphabets: list[frozenset[str]]) -> bool:
    """Whether signs stand only beside letters, one language has the letters, and capitals come first."""
    foreign = [c for c in text if not c.isascii()]
    if not foreign:
        return True
    if not any(alphabet.issuperset(foreign) for alphabet in alphabets):
        return False
    if foreign[0] > "\u0370":
        return len(foreign) == len(text)
    return not any(
        _odd_case(*three) for three in zip(" " + text, text, text[1:] + " ", strict=False)
    )


def _odd_case(before: str, letter: str, after: str) -> bool:
    """A foreign capital behind a small letter, or a small foreign letter between two capitals."""
    if letter.isascii():
        return False
    if letter.isupper():
        return before.islower()
    return letter.islower() and before.isupper() and after.isupper()


def _by_statistics(content: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 30 ms, only when no alphabet fits

    best = from_bytes(content[: 1 << 16], steps=5, chunk_size=1024).best()
    if best is None or best.encoding in ("ascii", "utf_8"):
        return None
    return best.encoding
