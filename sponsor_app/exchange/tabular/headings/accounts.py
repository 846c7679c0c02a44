"""Headings of account tables: Salesforce, HubSpot, Dynamics, Atomic CRM and plain; and the same languages as in `people`."""

from sponsor_app.exchange.tabular.headings.keys import table_of, word_set

# For each field, best first: when two columns mean the same, the one further left here is taken.
ACCOUNT_HEADINGS = table_of(
    {
        "name": "account name | company name | customer name | organization name | organisation name"
        " | client name | account | company | customer | organization | organisation | client"
        " | name | business name | legal name | kundenname | firmenname | firma | unternehmen"
        " | unternehmensname | kunde | organisationsname | nom du compte | nom de l'entreprise"
        " | nom de la societe | raison sociale | societe | entreprise | compte | nom du client | nom"
        " | account full name | company or account | organization 1 name"
        " | bp name | nombre de la empresa | nombre de la cuenta | nombre de la compania"
        " | nombre del cliente | razon social | empresa | compania | cuenta | cliente"
        " | nombre de la organizacion | organizacion | nombre | nome azienda"
        " | nome dell'azienda | nome account | nome societa | nome cliente | ragione sociale"
        " | azienda | societa | organizzazione | nome | bedrijfsnaam | naam bedrijf"
        " | accountnaam | klantnaam | naam klant | bedrijf | klant | organisatie | naam"
        " | nome da empresa | nome da conta | nome do cliente | razao social | conta"
        " | organizacao"
        " | third party name | name adressattyp unternehmen",
        "id": "id | account id | company id | record id | record id company | (do not modify) account"
        " | customer id | client id | organization id | company record id | identifiant | account number"
        " | customer number | account no | customer no | kundennummer | kundennr | kunden nr | kd nr"
        " | debitorennummer | debitor | numero client | numero de compte | n client | code client"
        " | reference client"
        " | bp code | (nicht andern) firma | (ne pas modifier) compte | id de registro"
        " | id de registro de la empresa | id record | record id bedrijf | id do registro"
        " | numero de cliente | codigo de cliente | codice cliente | numero cliente"
        " | klantnummer | klantcode | codigo do cliente"
        " | customer code",
        "external_id": "external id | externe id | id externe"
        " | id externo | id esterno | extern id",
        "status": "relationship type | account status | customer status | status | kundenstatus | statut"
        " | statut client | lifecycle stage | relationship | account type | customer type | kundentyp"
        " | type de compte | type de client | type | lebenszyklusphase | phase du cycle de vie"
        " | business type | beziehungstyp | etapa del ciclo de vida | estado del cliente"
        " | tipo de cuenta | tipo de cliente | fase del ciclo di vita | tipo cliente"
        " | stato cliente | levenscyclusfase | klantstatus | klanttype"
        " | estagio do ciclo de vida | tipo de cliente",
        "tier": "tier | account tier | customer tier | target account tier | kundenklasse | kundenkategorie"
        " | abc klasse | niveau de compte | niveau",
        "industry": "industry | account industry | branche | industrie | secteur d'activite"
        " | secteur | industry sector | sector | vertical | wirtschaftszweig | industry code"
        " | company industry | industry group"
        " | industry type | industry name | sector industrial | industria | settore"
        " | settore industriale | bedrijfstak | setor | ramo de atividade",
        "region": "region | sales region | territory | account region | sales territory | vertriebsgebiet"
        " | gebiet | vertriebsregion | territoire | secteur geographique"
        " | region de ventas | zona | regione | territorio | regio | verkoopgebied | regiao",
        "country": "country | billing country | country region | account country | billing country region"
        " | address 1 country | address 1 country region | mailing country | company country"
        " | country name | land | land region | rechnungsland | pays | pays region"
        " | pays de facturation | hq country | headquarters country | country code | billing country code"
        " | adresse 1 land region | billing address country"
        " | lander regionscode | landercode | adresse 1 pays region | business country region"
        " | land region geschaftlich | land 1 | pais | pais region | pais o region"
        " | pais de facturacion | pais o region del trabajo | paese | paese area geografica"
        " | paese di fatturazione | nazione | paese uff | land regio | factuurland"
        " | werkadres land regio | country id"
        " | address work country",
        "city": "city | billing city | town | account city | address 1 city | company city | mailing city"
        " | ort | stadt | rechnungsort | ville | ville de facturation | hq city | headquarters city"
        " | adresse 1 ort | localite | commune | billing address city"
        " | adresse 1 ville | business city | ort geschaftlich | ort 1 | ciudad | poblacion"
        " | localidad | municipio | ciudad de facturacion | ciudad del trabajo | citta"
        " | comune | citta di fatturazione | citta uff | plaats | woonplaats | factuurplaats"
        " | werkadres plaats | cidade | city 1"
        " | address work city",
        "postcode": "postcode | postal code | zip code | zip | billing postal code | billing zip postal code"
        " | zip postal code | billing zip | address 1 zip postal code | address 1 postal code"
        " | postleitzahl | plz | rechnungs plz | code postal | code postal de facturation | cp"
        " | adresse 1 postleitzahl | mailing postal code | zippostalcode | billing code"
        " | billing address postal code"
        " | plz code | adresse 1 code postal | business postal code"
        " | postleitzahl geschaftlich | plz 1 | codigo postal | codigo postal de facturacion"
        " | codigo postal del trabajo | cap | cap uff | codice postale | cap di fatturazione"
        " | factuurpostcode | werkadres postcode | cep"
        " | address work zip",
        "address": "address | street address | billing street | street | address line 1 | address 1"
        " | billing address line 1 | billing address | address 1 street 1 | street 1 | account address"
        " | company address | adresse | strasse | anschrift | strasse hausnummer | rechnungsstrasse | rue"
        " | adresse postale | adresse de facturation | mailing street | headquarters address"
        " | billing address street"
        " | adresse 1 rue 1 | business street | strasse geschaftlich | strasse 1"
        " | address 1 street | address street | mail address street | direccion | calle"
        " | domicilio | direccion de facturacion | calle del trabajo | indirizzo | via"
        " | indirizzo di fatturazione | via uff | adres | straat | factuuradres"
        " | werkadres straat | endereco | rua | morada"
        " | address work street",
        "address_more": "address more | address line 2 | address 2 | address 1 street 2 | street 2 | adresszusatz"
        " | complement d'adresse | billing address line 2 | street address 2 | address line 3 | address 3"
        " | address 1 street 3 | street 3 | billing address line 3",
        "website": "website | web site | website url | company domain name | domain | company domain"
        " | domain name | url | homepage | web page | web address | company website | account website"
        " | primary domain | webseite | internetseite | internetadresse | site web | site internet"
        " | page web | web | websiteurl | email domain | website 1 value"
        " | sitio web | pagina web | url del sitio web | nombre de dominio de la empresa"
        " | dominio | sito web | sito internet | nome di dominio dell'azienda | dominio"
        " | domeinnaam van bedrijf | bedrijfsdomeinnaam | websiteadres"
        " | dominio da empresa"
        " | web address work",
        "employees": "employees | number of employees | no of employees | num employees | num emp"
        " | employee count | nb employees | headcount | staff | total employees | mitarbeiter"
        " | mitarbeiterzahl | anzahl mitarbeiter | anzahl der mitarbeiter | beschaftigte | mitarbeiteranzahl"
        " | effectif | effectifs | nombre d'employes | nombre de salaries | nb employes | nb salaries"
        " | nombre d'employes | numberofemployees | no employees"
        " | numero de empleados | empleados | plantilla | n de empleados"
        " | numero di dipendenti | dipendenti | numero dipendenti | aantal werknemers"
        " | aantal medewerkers | werknemers | medewerkers | numero de funcionarios"
        " | funcionarios"
        " | workforce",
        "annual_revenue": "annual revenue | annual revenue converted | revenue | yearly revenue | turnover"
        " | annual turnover | annual sales | sales revenue | annualrevenue | total revenue | umsatz"
        " | jahresumsatz | jahresumsatz eur | umsatz eur | chiffre d'affaires | chiffre d'affaires annuel"
        " | ca annuel | revenu annuel | revenue usd | revenue eur | annual revenue usd"
        " | annual revenue eur"
        " | ingresos anuales | facturacion anual | facturacion | volumen de negocio"
        " | ventas anuales | fatturato | fatturato annuo | ricavi annui | entrate annuali"
        " | jaaromzet | omzet | jaarlijkse omzet | receita anual | faturamento"
        " | faturamento anual",
        "currency": "currency | account currency | currency code | currency iso code"
        " | annual revenue currency | currencyisocode | annual revenue converted currency | transaction currency"
        " | wahrung | waehrung | devise | monnaie"
        " | moneda | divisa | valuta | moeda",
        "parent": "parent account | parent company | parent account name | parent | parent name"
        " | parent company name | parent account parent account name | parent organization | holding | ultimate parent"
        " | muttergesellschaft | konzern | ubergeordnete firma | ubergeordneter account"
        " | ubergeordnetes unternehmen | compte parent | maison mere | societe mere | entreprise mere"
        " | parent account account name"
        " | member of | parent sales account | parent id name | mitglied von | membre de"
        " | empresa matriz | empresa principal | cuenta principal | cuenta matriz"
        " | societa madre | azienda madre | account principale | moederbedrijf"
        " | moedermaatschappij | bovenliggend account | empresa mae | conta pai"
        " | related company | related company name | related company display name"
        " | zugehoriges unternehmen | societe liee | entreprise liee | empresa relacionada"
        " | compania relacionada | gerelateerd bedrijf | azienda collegata",
        "alias": "alias | aliases | also known as | aka | trading name | dba | dba name | doing business as"
        " | short name | abbreviation | nickname | account alias | other names | kurzname | kurzbezeichnung"
        " | matchcode | suchbegriff | nom commercial | nom usuel | enseigne | sigle | trade name"
        " | nombre comercial | nome commerciale | handelsnaam | nome fantasia"
        " | alias name",
        "former_name": "former name | former names | previous name | formerly | old name | formerly known as"
        " | fka | prior name | fruherer name | ehemals | fruher | alter name | ancien nom"
        " | anciennement | nom precedent",
        "sponsor": "sponsor | executive sponsor | exec sponsor | account sponsor | sponsor name"
        " | executive owner | geschaftsleitungspate | pate | executive sponsor name | sponsor executif"
        " | parrain | parrain executif",
        "lead": "lead | account lead | account manager | account owner | company owner | owner | owner name"
        " | account owner name | sales rep | sales representative | sales owner | sales person | salesperson"
        " | key account manager | kam | account executive | account owner full name"
        " | kundenbetreuer | betreuer | vertriebsmitarbeiter | aussendienst | account inhaber | besitzer"
        " | zustandiger | verantwortlicher | responsable de compte | responsable du compte"
        " | charge de compte | charge d'affaires | commercial | proprietaire | proprietaire du compte"
        " | proprietaire de l'entreprise | proprietaire de la fiche d'entreprise | assigned user name"
        " | owner username | assigned to"
        " | propietario | propietario de la empresa | propietario de la cuenta"
        " | comercial asignado | asignado a | responsable | proprietario"
        " | proprietario dell'azienda | titolare account | assegnato a | responsabile"
        " | commerciale | eigenaar | bedrijfseigenaar | accounteigenaar | toegewezen aan"
        " | verkoper | accountmanager | proprietario da empresa | proprietario da conta"
        " | responsavel | sales employee",
        "story": "story | description | account description | notes | note | about | about us | summary"
        " | comments | comment | remarks | background | company description | beschreibung | bemerkung"
        " | bemerkungen | notiz | notizen | kommentar | uber uns | remarques | commentaire"
        " | commentaires | a propos | business description"
        " | descripcion | notas | observaciones | comentarios | descrizione | commenti"
        " | omschrijving | beschrijving | opmerkingen | notities | descricao | observacoes",
        "deleted": "is deleted | isdeleted | deleted | geloscht | supprime"
        " | eliminado | eliminato | verwijderd | excluido",
    }
)

# Words that only say that an account table is about accounts, or which of two addresses is meant.
ACCOUNT_QUALIFIERS = word_set(
    "account company customer organization organisation client business kunde kunden firma firmen unternehmen"
    " compte societe entreprise main primary hq headquarters billing"
)
