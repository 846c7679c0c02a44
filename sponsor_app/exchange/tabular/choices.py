"""Other systems' words for status, tier and function; only those whose meaning is certain."""

from collections.abc import Mapping
from enum import StrEnum

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.folding import words
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Role
from sponsor_app.exchange.tabular.cells import is_nothing, shown
from sponsor_app.exchange.tabular.refusals import Refused


def _table(rows: Mapping[StrEnum, str]) -> dict[str, str]:
    table = {
        _key(word): choice.value for choice, names in rows.items() for word in names.split("|")
    }
    table.update({_key(choice.value): choice.value for choice in rows})
    return table


def _key(text: str) -> str:
    return " ".join(words(text))


# HubSpot: Buying Role; Salesforce: contact roles.
_ROLES: Mapping[StrEnum, str] = {
    Role.DECIDES: "decision maker | decider | economic buyer | economic decision maker | entscheider"
    " | decideur | decisionnaire | executive decision maker | business decision maker",
    Role.CHAMPION: "internal champion | advocate | furspracher | promoteur | ambassadeur",
    Role.INFLUENCES: "influencer | influence | beeinflusser | influenceur | prescripteur",
    Role.USES: "user | end user | business user | anwender | endanwender | nutzer | utilisateur"
    " | utilisateur final",
    Role.BLOCKS: "blocker | detractor | opponent | gegner | blockierer | opposant | detracteur",
}
CHOICES: Mapping[str, Mapping[str, str]] = {
    # Salesforce: Type; HubSpot: Lifecycle Stage; Dynamics: Relationship Type.
    "status": _table(
        {
            AccountStatus.PROSPECT: "prospective customer | lead | marketing qualified lead"
            " | sales qualified lead | mql | sql | opportunity | potential customer | interessent"
            " | potenzieller kunde | prospekt | prospect client | client potentiel | piste",
            AccountStatus.CUSTOMER: "customer direct | customer channel | client | active customer"
            " | existing customer | current customer | active client | kunde | bestandskunde"
            " | aktiver kunde | client actif | client existant",
            AccountStatus.AT_RISK: "at risk customer | churn risk | gefahrdet | gefahrdeter kunde"
            " | abwanderungsgefahrdet | a risque | client a risque",
            AccountStatus.LOST: "lost customer | closed lost | lost deal | verloren | verlorener kunde"
            " | perdu | client perdu",
            AccountStatus.FORMER: "former customer | past customer | ex customer | churned"
            " | churned customer | former client | ehemalig | ehemaliger kunde | altkunde | ancien client"
            " | ancien",
        }
    ),
    "tier": _table(
        {
            Tier.STRATEGIC: "strategic account | strategisch | strategischer kunde | strategique"
            " | compte strategique | client strategique",
            Tier.KEY: "key account | schlusselkunde | grosskunde | compte cle | grand compte | cle",
            Tier.STANDARD: "standard account | standardkunde | compte standard",
        }
    ),
    "role": _table(_ROLES),
    "function": _table(
        {
            Function.ENGINEERING: "r d | research and development | research development | rd | development"
            " | software engineering | entwicklung | technik | forschung und entwicklung | f e | konstruktion"
            " | ingenierie | recherche et developpement | r et d | technique",
            Function.PRODUCT: "product management | produktmanagement | produkt | produit | gestion de produit",
            Function.SALES: "sales and business development | vertrieb | verkauf | ventes | commercial"
            " | business development",
            Function.MARKETING: "marketing communications | marketing and communications"
            " | marketing kommunikation | marketing communication",
            Function.FINANCE: "accounting | finance and accounting | finance accounting | finanzen"
            " | buchhaltung | rechnungswesen | finanzen controlling | controlling | comptabilite"
            " | finances | finance comptabilite",
            Function.OPERATIONS: "betrieb | operation | produktion | production | logistik | logistics"
            " | logistique | supply chain | exploitation | manufacturing | fertigung",
            Function.SUPPORT: "customer support | technical support | customer service | customer success"
            " | kundendienst | kundenservice | service client | support client | support technique",
            Function.LEGAL: "legal department | recht | rechtsabteilung | juridique | service juridique"
            " | compliance | legal compliance",
            Function.HR: "human resources | people | people operations | personal | personalabteilung"
            " | personalwesen | ressources humaines | rh",
            Function.EXECUTIVE: "executive team | management board | c level | executive management"
            " | geschaftsfuhrung | geschaftsleitung | vorstand | direction generale | direction"
            " | general management | board",
            Function.OTHER: "andere | sonstige | sonstiges | autre",
        }
    ),
}
_YES = frozenset(
    (
        "yes",
        "y",
        "true",
        "t",
        "1",
        "x",
        "ja",
        "j",
        "wahr",
        "oui",
        "o",
        "vrai",
        "on",
        "active",
        "aktiv",
        "actif",
    )
)
_NO = frozenset(
    (
        "no",
        "n",
        "false",
        "f",
        "0",
        "nein",
        "falsch",
        "non",
        "faux",
        "off",
        "inactive",
        "inaktiv",
        "inactif",
    )
)


def choice(field: str, text: str) -> str | Refused | None:
    """Our word for `text` in `field`; a word without a certain meaning is refused as unknown."""
    if not text or is_nothing(text):
        return None
    ours = CHOICES[field].get(_key(text))
    return ours or Refused(f"“{shown(text)}” has no certain meaning as {field}", unknown=True)


def yes_or_no(text: str) -> bool | Refused | None:
    """Whether a cell says yes, in the words of spreadsheets and databases."""
    word = text.casefold()
    if not word or is_nothing(text):
        return None
    if word in _YES or word in _NO:
        return word in _YES
    return Refused(f"“{shown(text)}” is neither yes nor no", unknown=True)
