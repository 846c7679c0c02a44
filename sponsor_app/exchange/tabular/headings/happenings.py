"""Headings of what happened: activities, meetings, calls, cases and deals of CRM systems; and the same languages as in `people`."""

from sponsor_app.exchange.tabular.headings.keys import table_of, word_set

_ACCOUNT = (
    "account name | with account | at account | account | company name | company | organization name | organization"
    " | organisation | customer name | customer | related account | company account | account name account name"
    " | associated company | associated company name | primary associated company | regarding account"
    " | parent account | client | business name | firma"
    " | kunde | kundenname | unternehmen | societe | entreprise | compte | nom du compte | nom de la societe"
    " | company or account | partner | companies | organization person | sales account | sales account name"
    " | empresa | cuenta | cliente | nombre de la empresa | nombre de la cuenta | azienda | nome azienda | societa | bedrijf"
    " | bedrijfsnaam | klant | organisatie | conta | nome da conta"
)
_ACCOUNT_ID = (
    "account id | company id | associated company ids | accountid | customer id | organization id | account external id"
    " | regarding id | what id | parent id | associated company id | kundennummer | customer number"
)
_ABOUT = "about | related to | regarding | parent | parent name | what name | bezug | concerne | regarding name"
_CONTACT = (
    "contact name | contacts | contact | contact person | person | participants | attendees | with | name of contact"
    " | customer contact | associated contact | raised by | requester | reported by | primary contact"
    " | required attendees | ansprechpartner | kontakt | teilnehmer | interlocuteur | participant | contact full name"
    " | who name | invitees | nom du contact | related contacts | contacto | nombre del contacto | asistentes | contatto"
    " | partecipanti | contactpersoon | deelnemers | contato | person name | invitee name | full name | reporter | caller"
    " | caller id | erforderliche teilnehmer | participants obligatoires | asistentes necesarios"
    " | partecipanti necessari | vereiste deelnemers"
)
_MEMBER = (
    "member | members | owner | assigned to | owner name | activity owner | account owner | logged by | created by"
    " | activity assigned to | case owner | host | assigned to user | user | organizer | meeting organizer"
    " | opportunity owner | deal owner | ticket owner | salesperson | sales rep | responsible"
    " | besitzer | zugewiesen an | verantwortlicher | proprietaire | assigne a | responsable"
    " | assigned user name | assigned user | sales owner | propietario | asignado a | proprietario | assegnato a | eigenaar"
    " | toegewezen aan | responsavel | assignee | agent"
)
_DELETED = "is deleted | isdeleted | deleted | geloscht | supprime"
_EXTERNAL = "external id | externe id | id externe"

INTERACTION_HEADINGS = table_of(
    {
        "id": "interaction id | activity id | event id | task id | id | record id | meeting id | call id",
        "external_id": _EXTERNAL,
        "on": "date | on | activity date | meeting date | interaction date | start date | starts at"
        " | date start | start time | due date | event start | start date time | starts | date time"
        " | meeting start time | meeting start | call start time | call date | when | happened on | day | datum"
        " | beginn | beginnt am | startdatum | starttermin | date de debut | debut | date d'activite | from"
        " | date sent | sent | completed date | last done | date time sent | activity start | activitydate"
        " | start date and time"
        " | fecha | fecha de inicio | fecha de la actividad | inicio | data | data di inizio"
        " | inizio | begindatum | datum activiteit | data de inicio",
        "kind": "kind | activity type | interaction type | meeting type | event type | task subtype | call type"
        " | type | art | typ | type d'activite | channel | task type | task type label"
        " | tipo | tipo de actividad | tipo di attivita | tipo attivita | soort"
        " | type activiteit | tipo de atividade",
        "state": "state | status | activity status | meeting status | call status | event status | meeting outcome"
        " | done | outcome | zustand | statut | etat | call outcome | marked as done"
        " | estado | stato | situacao",
        "place": "place | location type | turf",
        "city": "city | ort | ville",
        "intent": "intent | purpose",
        "sentiment": "sentiment | mood",
        "summary": "summary | subject | activity subject | meeting name | meeting title | call title | event title"
        " | topic | call subject | betreff | objet | sujet | title | activity | event | meeting | call"
        " | name | activity name"
        " | asunto | titulo | oggetto | titolo | onderwerp | assunto"
        " | event type name",
        "notes": "notes | description | note | comments | body | full comments | details | meeting description"
        " | call notes | call notes preview | meeting notes | beschreibung | notizen | commentaires | internal notes"
        " | public description | agenda | call description"
        " | notas | descripcion | descrizione | notities | omschrijving | descricao",
        "quote": "quote | zitat | citation",
        "account": _ACCOUNT,
        "account_id": _ACCOUNT_ID,
        "about": _ABOUT,
        "contact": _CONTACT,
        "member": _MEMBER,
        "deleted": _DELETED,
    }
)
INTERACTION_QUALIFIERS = word_set(
    "activity meeting call event task interaction appointment termin aktivitat activite invitee"
)

ISSUE_HEADINGS = table_of(
    {
        "id": "issue id | case id | ticket id | id | record id | case record id",
        "external_id": "external id | case number | ticket number | number | case no | ticket no | case | ticket key"
        " | issue key | key | fallnummer | ticketnummer | numero de dossier | ticket | reference",
        "subject": "issue | subject | case subject | case title | ticket name | title | problem | summary | betreff"
        " | titel | objet | sujet | ticket subject | name | issue title | ticket description short"
        " | asunto | titulo | oggetto | titolo | onderwerp | assunto"
        " | short description",
        "detail": "detail | description | case description | ticket description | details | body | comments"
        " | beschreibung | notes | internal comments"
        " | descripcion | descrizione | omschrijving | beschrijving | descricao"
        " | work notes",
        "severity": "severity | priority | case priority | ticket priority | urgency | impact | schweregrad | prioritat"
        " | priorite | gravite | urgence | severity level"
        " | prioridad | gravedad | priorita | gravita | prioriteit | ernst | prioridade",
        "progress": "progress | status | case status | ticket status | state | stage | ticket pipeline stage | zustand | statut | etat"
        " | estado | stato | situacao",
        "opened_on": "opened on | opened | date time opened | opened date | open date | date opened | reported on | created date"
        " | created on | date created | created time | create date | created | created at | date entered"
        " | eroffnet | erstellt am | erstellt | ouvert le | cree le | date d'ouverture | date de creation"
        " | fecha de creacion | creado el | fecha de apertura | data di creazione | creato il"
        " | data apertura | aanmaakdatum | gemaakt op | data de criacao"
        " | opened at",
        "resolved_on": "resolved | date time closed | closed date | close date | date closed | resolved on | closed on"
        " | closed time | closed at | resolved at | resolution date | geschlossen am | gelost am | ferme le"
        " | resolu le | date de fermeture"
        " | fecha de cierre | data di chiusura | chiuso il | sluitingsdatum | gesloten op"
        " | data de fechamento"
        " | resolved time | solved at",
        "resolution": "resolution | solution | losung | resolution notes | solution details"
        " | solucion | resolucion | soluzione | oplossing | solucao"
        " | close notes",
        "account": _ACCOUNT,
        "account_id": _ACCOUNT_ID,
        "about": _ABOUT,
        "contact": _CONTACT,
        "member": _MEMBER,
        "deleted": _DELETED,
    }
)
ISSUE_QUALIFIERS = word_set(
    "case ticket issue incident problem fall vorfall demande requester caller"
)

DEAL_HEADINGS = table_of(
    {
        "id": "opportunity id | deal id | record id | id | lead id",
        "external_id": _EXTERNAL,
        "subject": "subject | opportunity name | deal name | deal title | title | opportunity | deal | name | topic | potential name"
        " | verkaufschance | geschaft | opportunite | affaire"
        " | nombre del negocio | nombre de la oportunidad | oportunidad | negocio"
        " | nome affare | opportunita | nome trattativa | dealnaam | naam verkoopkans"
        " | verkoopkans | nome da oportunidade | oportunidade | nome do negocio",
        "stage": "stage | deal stage | sales stage | stage name | pipeline stage | phase | stagename"
        " | verkaufsphase | etape | sales process | status reason"
        " | etapa del negocio | etapa | fase | fase affare | fase trattativa | dealfase"
        " | verkoopfase | etapa do negocio",
        "outcome": "outcome | status | deal status | opportunity status | statut | zustand",
        "won": "is won | iswon | won | is closed won | gewonnen",
        "closed": "is closed | isclosed | closed | is deal closed",
        "amount": "amount | deal value | deal amount | value | opportunity amount | est revenue | estimated revenue"
        " | expected revenue | actual revenue | amount converted | amount in company currency | betrag | wert"
        " | montant | valeur | budget amount | opportunity amount converted | expected revenue converted"
        " | importe | valor | valor del negocio | importo | valore | bedrag | waarde"
        " | valor do negocio",
        "currency": "currency | amount currency | opportunity currency | deal currency | currency code"
        " | currency iso code | transaction currency | deal currency code | amount converted currency"
        " | wahrung | devise | currency of value"
        " | moneda | divisa | valuta | moeda",
        "closes_on": "closes on | close date | closing date | expected close date | expected closing | est close date"
        " | estimated close date | closed date | date closed | won time | actual close date | closedate"
        " | abschlussdatum | date de cloture | expected closing date"
        " | fecha de cierre | fecha de cierre prevista | data di chiusura"
        " | data di chiusura prevista | sluitingsdatum | verwachte sluitingsdatum"
        " | data de fechamento",
        "account": _ACCOUNT,
        "account_id": _ACCOUNT_ID,
        "about": _ABOUT,
        "contact": _CONTACT,
        "member": _MEMBER,
        "deleted": _DELETED,
    }
)
DEAL_QUALIFIERS = word_set("opportunity deal potential verkaufschance opportunite")
