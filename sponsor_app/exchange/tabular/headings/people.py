"""Headings of people: address books of Outlook and Google, CRM contacts, staff lists; English, German, French, Spanish, Italian, Dutch, Portuguese."""

from sponsor_app.exchange.tabular.headings.keys import table_of, word_set

_PERSON = {
    "first_name": "first name | given name | forename | firstname | christian name | first | vorname"
    " | rufname | prenom | prenoms"
    " | nombre | nombre de pila | primer nombre | nome | nome proprio | voornaam"
    " | roepnaam | primeiro nome"
    " | vorname adressattyp naturl person",
    "middle_name": "middle name | additional name | middle initial | second name | middlename"
    " | weitere vornamen | zweiter vorname | deuxieme prenom | autres prenoms"
    " | segundo nombre | secondo nome | middelste naam | tussenvoegsel | nome do meio",
    "last_name": "last name | family name | surname | lastname | last | sur name | nachname | familienname"
    " | zuname | nom de famille | patronyme | nom patronymique"
    " | apellido | apellidos | primer apellido | cognome | achternaam | familienaam"
    " | sobrenome | apelido | ultimo nome"
    " | name adressattyp naturl person",
    "title": "job title | jobtitle | position | organization title | organization 1 title | job position"
    " | role title | designation | professional title | title | funktionsbezeichnung | stellenbezeichnung"
    " | berufsbezeichnung | stelle | intitule du poste | poste | fonction | titre du poste | funktion"
    " | profession | beruf | occupation"
    " | puesto | puesto de trabajo | cargo | posicion | qualifica | posizione | ruolo"
    " | mansione | functie | functietitel | functieomschrijving | cargo na empresa"
    " | titel | titre",
    "function": "function | department | organization department | organization 1 department"
    " | business function | division | team | abteilung | bereich | fachbereich | departement | service"
    " | direction | job function"
    " | departamento | reparto | dipartimento | afdeling",
    "city": "city | mailing city | business city | work city | address 1 city | office city | town"
    " | business address city | ort | stadt | ort geschaftlich | geschaftlich ort | ville | ville bureau"
    " | primary address city | address city | addresses 1 city | home city | ort privat | privat ort | ville domicile | localite"
    " | mail address city | ciudad | poblacion | localidad | ciudad del trabajo | citta"
    " | citta uff | comune | plaats | woonplaats | werkadres plaats | cidade"
    " | adresse 1 ort | adresse 1 ville"
    " | address work city",
    "country": "country | country region | mailing country | business country region | business country"
    " | work country | address 1 country | address 1 country region | office country | land"
    " | land region | land region geschaftlich | land geschaftlich | geschaftlich land | pays | pays region"
    " | pays bureau | pays region bureau | primary address country | address country | addresses 1 country name"
    " | home country region | home country | land region privat"
    " | privat land | pays domicile | pays region domicile | country code | country id name"
    " | mail address country | pais | pais region | pais o region"
    " | pais o region del trabajo | paese | paese area geografica | paese uff | nazione"
    " | land regio | werkadres land regio | adresse 1 land region | adresse 1 pays region"
    " | country id"
    " | address work country",
    "deleted": "is deleted | isdeleted | deleted | geloscht | supprime"
    " | eliminado | eliminato | verwijderd | excluido",
}

_DISPLAY_NAME = "display name | complete name | file as | formatted name | anzeigename | speichern unter | nom affiche"

CONTACT_HEADINGS = table_of(
    {
        "name": "full name | contact name | contact full name | name | contact | person | contact person"
        " | key contact | customer contact | your name | ansprechpartner"
        " | ansprechperson | kontakt | kontaktname | kontaktperson | vollstandiger name | nom complet"
        " | nom du contact | nom et prenom | prenom et nom | interlocuteur | nom"
        " | nombre completo | nombre del contacto | nombre y apellidos | contacto"
        " | persona de contacto | nome completo | nome contatto | nome del contatto"
        " | nome e cognome | contatto | referente | naam | volledige naam"
        " | naam contactpersoon | contactpersoon | nome do contato | contato"
        " | nome do contacto",
        "display_name": _DISPLAY_NAME,
        "id": "id | contact id | record id | record id contact | (do not modify) contact | person id"
        " | kontakt id | kontaktnummer | identifiant | id du contact"
        " | (nicht andern) kontakt | (ne pas modifier) contact | id de registro | id record"
        " | id do registro",
        "external_id": "external id | externe id | id externe"
        " | id externo | id esterno | extern id",
        **_PERSON,
        "account": "related company | related company name | related company display name | zugehoriges unternehmen"
        " | societe liee | entreprise liee | empresa relacionada | compania relacionada | gerelateerd bedrijf"
        " | azienda collegata | account name | associated company | primary associated company | company name"
        " | company | organization name | organization | organisation | organisation name"
        " | organization 1 name | associated company name | account name account name | customer"
        " | customer name | parent customer | employer | client | business name | firma | firmenname"
        " | unternehmen | unternehmensname | kunde | kundenname | verknupftes unternehmen | arbeitgeber"
        " | societe | entreprise | nom de la societe | nom de l'entreprise | nom du compte"
        " | entreprise associee | employeur | raison sociale | account | compte | accounts 1 account name"
        " | accounts default contact 1 account name | parent id name | commercial company name"
        " | accounts | sales account | sales accounts | sales account name | empresa"
        " | nombre de la empresa | empresa asociada | empresa principal asociada | compania"
        " | organizacion | nombre de la cuenta | cuenta | cliente | razon social | azienda"
        " | azienda associata | azienda principale associata | nome azienda | societa"
        " | organizzazione | ragione sociale | bedrijf | bedrijfsnaam | gekoppeld bedrijf"
        " | primair gekoppeld bedrijf | organisatie | werkgever | klant | klantnaam"
        " | nome da empresa | empresa associada | conta | organizacao"
        " | customer account | name adressattyp unternehmen",
        "account_id": "account id | company id | associated company id | primary associated company id"
        " | related company id | related company external id | parent id id | associated company ids | account external id | accountid | customer id | customer number"
        " | kundennummer | kundennr | numero client | code client"
        " | numero de cliente | codigo de cliente | codice cliente | klantnummer"
        " | parent external id",
        "account_domain": "company domain name | company domain | account domain | domain"
        " | company website | account website | website | web page | email domain | website url | webseite"
        " | site web | page web | web"
        " | sitio web | pagina web | sito web | dominio"
        " | web address work",
        "role": "role | contact role | buying role | decision role | rolle | role d'achat | role du contact"
        " | kaufrolle | influence"
        " | rol | rol de compra | ruolo di acquisto | rol bij aankoop | papel de compra",
        "reports_to": "reports to | reporting to | reports to full name | manager | manager name | manager's name"
        " | reports to name | supervisor | boss | vorgesetzter | vorgesetzte | name des der vorgesetzten"
        " | name des r vorgesetzten | responsable | superieur | nom du responsable | superieur hierarchique"
        " | rattache a"
        " | jefe | responsable directo | nombre del jefe | responsabile | riporta a"
        " | leidinggevende | rapporteert aan | gestor | gerente",
        "birthday": "birthday | birthdate | birth date | date of birth | dob | geburtstag | geburtsdatum"
        " | anniversaire | date de naissance | date anniversaire"
        " | cumpleanos | fecha de nacimiento | compleanno | data di nascita | verjaardag"
        " | geboortedatum | aniversario | data de nascimento",
        "birth_month": "birth month",
        "birth_year": "birth year",
        "notes": "notes | note | description | background | comments | comment | contact description"
        " | remarks | about | notizen | notiz | bemerkung | bemerkungen | beschreibung | kommentar"
        " | remarques | commentaires | commentaire"
        " | notas | observaciones | comentarios | descripcion | commenti | descrizione"
        " | notities | opmerkingen | omschrijving | notas | observacoes | descricao",
    }
)

MEMBER_HEADINGS = table_of(
    {
        "name": "member | member name | full name | employee | employee name | name | user"
        " | staff member | colleague | sales rep | executive | mitarbeiter | mitarbeitername | mitglied"
        " | kollege | vollstandiger name | benutzer | nom complet | membre | collaborateur | employe"
        " | nom et prenom | nom",
        "display_name": f"{_DISPLAY_NAME} | user name | username",
        "id": "id | member id | employee id | user id | employee number | staff id | personalnummer"
        " | mitarbeiternummer | matricule | identifiant",
        "external_id": "external id | externe id | id externe",
        **_PERSON,
        "manager": "manager | manager name | manager's name | reports to | line manager | supervisor | boss"
        " | vorgesetzter | vorgesetzte | fuhrungskraft | responsable | superieur | superieur hierarchique"
        " | responsable hierarchique",
        "max_accounts": "max accounts | maximum accounts | max number of accounts | account limit | capacity"
        " | account capacity | load limit | maximum number of accounts | max kunden | hochstzahl kunden"
        " | kapazitat | nombre maximal de comptes | max comptes | capacite",
        "active": "active | is active | isactive | enabled | account enabled | aktiv | actif",
    }
)

CONTACT_QUALIFIERS = word_set("contact person primary main kontakt interlocuteur")
MEMBER_QUALIFIERS = word_set("member employee user staff mitarbeiter membre employe")

# Headings that only a table of our own people has.
STAFF_WORDS = word_set("member employee staff username mitarbeiter mitglied membre collaborateur")
