"""Other systems' words for status, tier and function; only those whose meaning is certain."""

from collections.abc import Mapping
from enum import StrEnum

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.folding import words
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment, State
from sponsor_app.domain.issue import IssueStatus
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
TASK = "task"
"""What is no interaction, although other systems list it among them."""


def _words(names: Mapping[str, str]) -> dict[str, str]:
    table = {_key(word): ours for ours, words in names.items() for word in words.split("|")}
    return {**table, **{_key(ours): ours for ours in names}}


# What happened, and how it stands. Salesforce, HubSpot, Dynamics, Zoho, Pipedrive, EspoCRM, SuiteCRM, Odoo.
HAPPENED: Mapping[str, Mapping[str, str]] = {
    "kind": _words(
        {
            Kind.VISIT: "site visit | on site | onsite | customer visit | besuch | kundenbesuch | visite",
            Kind.COFFEE: "coffee chat | kaffee | cafe",
            Kind.MEAL: "lunch | dinner | breakfast | mittagessen | abendessen | essen | dejeuner | diner | repas",
            Kind.MEETING: "appointment | demo | presentation | in person | face to face | service appointment"
            " | besprechung | termin | reunion | rendez vous | rdv | meetings | recurring appointment",
            Kind.CALL: "phone call | phonecall | phone | calls | inbound call | outbound call | inbound | outbound"
            " | anruf | telefonat | appel | appel telephonique | logged call | call back",
            Kind.VIDEO: "video call | online meeting | web meeting | webmeeting | zoom | teams | teams meeting"
            " | webex | google meet | videokonferenz | visioconference | video conference",
            Kind.MESSAGE: "email | e mail | emails | mail | letter | fax | sms | whatsapp | linkedin message"
            " | linked in message | linkedin | text message | list email | incoming email | outgoing email"
            " | brief | courriel | chat | note | notes | notiz",
            Kind.EVENT: "events | conference | webinar | trade show | campaign | messe | veranstaltung | evenement"
            " | salon | campaign response | seminar",
            Kind.REVIEW: "business review | qbr | quarterly business review | quartalsgesprach | revue",
            TASK: "tasks | to do | todo | deadline | aufgabe | tache | a faire | upload document | reminder"
            " | quote close | opportunity close | order close | case resolution",
        }
    ),
    "state": _words(
        {
            State.PLANNED: "not started | open | scheduled | in progress | waiting | waiting on someone else"
            " | deferred | upcoming | false | no | 0 | geplant | offen | planifie | prevu | ouvert | todo | to do"
            " | overdue | today | busy | tentative",
            State.HELD: "completed | complete | closed | done | true | yes | 1 | received | sent | made | conducted"
            " | erledigt | abgeschlossen | termine | realise | tenu | attended | connected | x | ja | oui"
            " | left voicemail | left live message | no answer",
            State.CANCELLED: "canceled | cancelled | not held | missed | rescheduled | no show | abgesagt | annule"
            " | declined | called off | aborted",
        }
    ),
    "place": _words({one.value: "" for one in Place}),
    "intent": _words({one.value: "" for one in Intent}),
    "sentiment": _words({one.value: "" for one in Sentiment}),
    "severity": _words(
        {
            "1": "critical | urgent | blocker | highest | p1 | p 1 | sev1 | sev 1 | severity 1 | very high | showstopper"
            " | kritisch | dringend | critique | urgente | immediate | 1 critical",
            "2": "high | major | p2 | p 2 | sev2 | sev 2 | severity 2 | hoch | haute | elevee | eleve | important | 2 high",
            "3": "medium | normal | moderate | p3 | p 3 | sev3 | sev 3 | severity 3 | mittel | moyenne | moyen | standard | 3 moderate",
            "4": "low | minor | lowest | trivial | p4 | p 4 | sev4 | sev 4 | severity 4 | niedrig | gering | basse"
            " | faible | p5 | p 5 | 4 low | 5 planning",
        }
    ),
    "progress": _words(
        {
            IssueStatus.OPEN: "new | in progress | working | assigned | escalated | pending | pending input"
            " | on hold | waiting | waiting on contact | waiting on us | waiting on customer | active | reopened"
            " | researching | waiting for details | open new | open assigned | open pending input | in review"
            " | neu | offen | in bearbeitung | nouveau | ouvert | en cours | en attente | to do",
            IssueStatus.RESOLVED: "solved | problem solved | fixed | done | gelost | resolu | information provided"
            " | waiting for confirmation",
            IssueStatus.CLOSED: "complete | completed | cancelled | canceled | rejected | duplicate | merged"
            " | closed closed | closed rejected | closed duplicate | geschlossen | erledigt | ferme | clos",
        }
    ),
}
CHOICES: Mapping[str, Mapping[str, str]] = {
    # Salesforce: Type; HubSpot: Lifecycle Stage; Dynamics: Relationship Type.
    "status": _table(
        {
            AccountStatus.PROSPECT: "prospective customer | lead | marketing qualified lead"
            " | sales qualified lead | mql | sql | opportunity | potential customer | interessent | cliente potencial | cliente potenziale"
            " | potentiele klant | potenzieller kunde | prospekt | prospect client | client potentiel | piste",
            AccountStatus.CUSTOMER: "customer direct | customer channel | client | active customer"
            " | existing customer | current customer | active client | cliente | cliente activo | klant | kunde | bestandskunde"
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
    **HAPPENED,
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
        "si",
        "sí",
        "sì",
        "sim",
        "verdadero",
        "verdadeiro",
        "vero",
        "waar",
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
        "nee",
        "não",
        "falso",
        "onwaar",
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
