"""Words that are also names: which they are is told by where they stand."""

from collections.abc import Sequence
from functools import cache

from sponsor_app.domain.sentence.almanac import Use
from sponsor_app.domain.sentence.languages import VOCABULARIES, language_of
from sponsor_app.domain.sentence.tokens import Sort, Token, word_set

_CAPITALISED = (Use.MONTH, Use.WEEKDAY, Use.SHORT_WEEKDAY, Use.QUARTER)
# Plain words that are also first or last names; typed small or at the start of a line they are words.
COMMON = word_set("""will mark rose grace art bill summer may april june august hope joy faith frank dean grant rob pat sue drew chase
    chip jack guy ray miles penny carol ivy lily daisy violet olive ruby pearl amber crystal dawn eve gene gale glen heath
    holly iris jade jasmine lane lance nick norm robin skip sky stew sunny victor wade ward woody young long short brown
    green white black gray grey king prince bishop cook baker field fields hill stone wood woods rice bush park parks
    price rich sharp small strong sweet swift love best day early west north hunter fisher case cash page read power
    powers banks bank hall house snow frost winter sommer weiss schwarz klein gross lang kurz jung alt ernst rosa petit
    grand blanc noir roux constant clement pascal noel avril mai fleur jan mars juin juni juli van reed major general
    deputy chance destiny star max norman roman christian angel sage basil ginger cliff ford forest glass gold silver
    rock sand lake river brook brooks bridge bridges banks church bell bird wolf fox lamb drake crane swan finch knight
    page squire marshall mason carter cooper taylor smith potter weaver turner walker porter butler gardener shepherd
    koch bauer stein berg vogel konig richter schneider muller fischer weber wagner becker zimmermann hoffnung preis
    target apple orange shell visa gap next square stripe delta united first national global pilot motion now ideal
    jean pierre ange claire blanche aime franc marin olivier rene""")

# Towns that people fly to: where it was, never whom they met.
CITIES = word_set("""london paris berlin munich munchen hamburg frankfurt cologne koln dusseldorf stuttgart hanover hannover
    leipzig dresden nuremberg nurnberg bremen essen dortmund mannheim vienna wien graz linz salzburg zurich geneva geneve
    genf basel bern lausanne lyon marseille toulouse nantes bordeaux lille strasbourg strassburg nice rennes grenoble
    brussels bruxelles brussel antwerp amsterdam rotterdam eindhoven madrid barcelona valencia lisbon lisboa lissabon
    porto milan milano mailand rome roma rom turin torino florence venice copenhagen kopenhagen oslo stockholm
    gothenburg helsinki dublin edinburgh glasgow manchester birmingham leeds bristol liverpool warsaw warschau varsovie
    prague prag budapest bucharest athens athen istanbul dubai singapore tokyo beijing shanghai mumbai delhi sydney
    melbourne boston chicago dallas houston denver seattle atlanta miami toronto montreal vancouver york francisco
    luxembourg luxemburg monaco nottingham sheffield cambridge oxford davos""")


@cache
def meaningful_words(code: str) -> frozenset[str]:
    """Words that mean something for a line in a language: a name among them needs its place to tell."""
    spoken = language_of(code)
    books = (spoken.book.meanings, *(b.meanings for b in spoken.almanac.books.values()))
    return frozenset(key for book in books for key in book if " " not in key) | COMMON


@cache
def month_words() -> frozenset[str]:
    """The months of every language, short ones too."""
    return frozenset(
        k for code in VOCABULARIES for k in language_of(code).almanac.books[Use.MONTH].meanings
    )


def is_lazy(tokens: Sequence[Token]) -> bool:
    """Whether someone types all small, so that a small letter says nothing; days, `I` and RFP do not count."""
    said = [
        t for t in tokens if t.sort is Sort.WORD and t.start > 0 and t.key not in calendar_words()
    ]
    return not any(t.capital and not _is_acronym(t.text) and t.key != "i" for t in said)


@cache
def calendar_words() -> frozenset[str]:
    """Words of the calendar that people write large."""
    books = [language_of(code).almanac.books for code in VOCABULARIES]
    return frozenset(k for b in books for use in _CAPITALISED for k in b[use].meanings)


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()
