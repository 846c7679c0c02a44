"""The words by which a line tells something about a person, in English, German and French, folded as they are read.

They are pieces of patterns over the folded words of a stretch, where `N` stands for a known contact, `P` for one with a
possessive, `D` for a day.
"""

LEAD = "and|but|also|btw|fyi|ps|und|aber|auch|uebrigens|ubrigens|et|mais|aussi|au passage"
HE = "she|he|sie|er|elle|il"
HER = "her|his|ihre?n?|seine?n?|son|sa|ses"
MARKER = (
    "facts?|learned|learnt|found out|good to know|fakt|fakten|erfahren|gelernt|gut zu wissen"
    "|faits?|appris|bon a savoir|a savoir"
)
THAT = "that|dass|que|qu"
"""Before these, `learned` and its like tell a fact too; a colon always does."""

LIKES = (
    "likes|loves|enjoys|adores|hates|prefers|dislikes|is fond of|is mad about|is into|is a fan of|is a big fan of"
    "|mag|liebt|hasst|geniesst|schwaermt fuer|schwarmt fur|bevorzugt|interessiert sich fuer|interessiert sich fur"
    "|aime|adore|deteste|prefere|est fan d[eu]|est passionnee? d[eu]|s interesse a"
)
NOT_LIKED = (
    "the|it|this|that|these|those|our|us|your|new|what|how|my|working|being|idea|ideas"
    "|das|die|den|der|dem|diesen?|dieses|unsere?[nrms]?|uns|wie|was|es|neue[nrs]?"
    "|ce|cet|cette|ces|notre|nos|nous|vos|votre|comment|bien|beaucoup"
)
BUSINESS = (
    "nouveaux?|nouvelles?|portail|produits?|projet|outil|offre|idee|solution|systeme|demo|equipe"
    "|app|product|project|portal|dashboard|proposal|offer|price|prices|pricing|roadmap|release|demo"
    "|produkt|projekt|angebot|portal|loesung|losung|preise?"
)
US = "us|we|our|ours|uns|wir|unsere?[nrms]?|nous|notre|nos"
RELATIVE = (
    "daughters?|sons?|kids?|child|children|twins|wife|husband|spouse|partner|mother|father|mum|mom|dad|parents|brothers?"
    "|sisters?|grand(?:son|daughter|children|mother|father)|dogs?|cats?|horses?|family|hobby|hobbies|nephew|niece"
    "|toechter|tochter|sohn|soehne|sohne|kind|kinder|zwillinge|frau|mann|mutter|vater|eltern|bruder|brueder|bruder"
    "|schwestern?|enkel|enkelin|hund|katze|pferd|familie"
    "|filles?|fils|enfants?|jumeaux|femme|mari|conjointe?|mere|pere|freres?|soeurs?|chiens?|chat|cheval|famille"
)
ABSENT = "there|present|joined|came|too|da|dabei|la|presente?"
"""A relative of whom only this is said was there, which is no fact."""
BIRTHDAY = "birthday|bday|geburtstag|anniversaire"
COUNT = r"(?:an?|one|two|three|four|five|eine?n?|zwei|drei|vier|une?|deux|trois|quatre|des|\d+)"
STATES = (
    "lives in|grew up|comes from|was born|were born|is married|got married|is divorced|is engaged to"
    "|is (?:a )?(?:vegetarian|vegan|teetotal|teetotaller)|does ?n t (?:drink|eat)|does not (?:drink|eat)"
    "|never (?:drinks|eats)|only drinks|drinks only|plays|collects|studied|rides|rows|sails|skis|paints"
    "|speaks (?!to|with|about|at|on|for|of|well|in)"
    "|lebt in|wohnt in|kommt aus|stammt aus|ist verheiratet|ist geschieden|ist (?:vegetarier(?:in)?|veganer(?:in)?)"
    "|isst keine?n?|trinkt keine?n?|trinkt nur|spielt|sammelt|rudert|segelt|malt|reitet"
    "|spricht (?!mit|ueber|uber|von|am|auf|an|in|fuer|fur)"
    "|habite|vit a|est nee?|est mariee?|est divorcee?|est (?:vegetarien(?:ne)?|vegane?)"
    "|ne (?:boit|mange) (?:pas|jamais)|joue|collectionne|a grandi|fait du|fait de l"
    "|parle (?!de|du|des|d|a|au|avec|pour)"
)
HAS = "has|has got|hat|a"
IS = (
    "is|s|has|was|had|got|votes|suffers|goes|belongs|ist|hat|war|hatte|waehlt|wahlt|leidet|gehoert|gehort|geht"
    "|est|a|etait|avait|vote|souffre|va"
)
