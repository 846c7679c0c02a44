"""The words of a line in German. A `*` takes the endings of an adjective."""

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.senses import Cue, Verb, Vocabulary, Word, listed

KINDS = {
    Kind.VISIT: """Besuch, Besuche, besuchen, besucht, besuchte, besuchten, Kundenbesuch, Vor-Ort-Besuch, Vor-Ort-Termin,
        Werksbesuch, Werksbesichtigung, Werksführung, Rundgang, Werksrundgang, Besichtigung, vorbeigeschaut,
        vorbeigefahren, vorbeigekommen, hingefahren, Standortbesuch, Betriebsbesichtigung, Stippvisite, Antrittsbesuch,
        Höflichkeitsbesuch, Visite, hat uns besucht, haben uns besucht, kam zu uns, kamen zu uns, zu uns gekommen, Besuch von, besichtigt, Site Visit, Tour,
        bei uns zu Besuch, Werkbesuch, Laborführung, Standortbesichtigung, Vor-Ort bei, Hausbesuch, gefahren zu, zu Besuch, Besuch bei""",
    Kind.COFFEE: """Kaffee, Kaffees, Kaffeetrinken, Kaffeepause, Espresso, Tee, Cappuccino, Coffee, Käffchen,
        Kaffee getrunken, Kaffeegespräch, Latte, Käffchen getrunken, auf einen Kaffee, Kaffee und Kuchen, Tässchen Kaffee, Heißgetränk, Mokka, Café""",
    Kind.MEAL: """Mittagessen, Abendessen, Essen, Frühstück, gefrühstückt, Geschäftsessen, Arbeitsessen, Lunch, Dinner,
        Bier, Feierabendbier, Wein, Brunch, gegessen, Drinks, Umtrunk, Abendbrot, Grillen, Business-Lunch, Mittag,
        zu Mittag, zu Abend, zu Mittag gegessen, zu Abend gegessen, Vesper, Brotzeit, Imbiss, geluncht, gebruncht, diniert, Grillabend, Grillfest, Weinprobe, Bierchen, Glas Wein, auf ein Bier, Abendessen gewesen, essen gewesen, zum Essen, zum Mittagessen, zum Abendessen, Gänseessen, Spargelessen, Weißwurstfrühstück, beim Essen, Absacker, Steakessen, Frühstückstermin, Pizza""",
    Kind.CALL: """Telefonat, Telefonate, telefoniert, telefonierte, Anruf, Anrufe, angerufen, Telefongespräch, Telefon,
        Call, Calls, Telko, Telefonkonferenz, am Telefon, per Telefon, telefonisch, rief an, rief, durchgerufen,
        angeklingelt, Telefontermin, Tel, Tel ., Telefonanruf, telefonieren, Telefonkontakt, Rückruf, Rückruf von, Rückruf an, Festnetz, am Apparat, Anruf bei, Anruf von, gecallt, zurückgerufen, Phone Call""",
    Kind.VIDEO: """Videocall, Video-Call, Videokonferenz, Video-Konferenz, Videogespräch, Videomeeting, Video-Meeting,
        Zoom, Zoom-Call, Zoom-Meeting, gezoomt, Teams-Call, Teams-Meeting, Teams-Termin, Teams-Sitzung, Teams-Besprechung,
        per Teams, über Teams, via Teams, auf Teams, Teams mit, MS Teams, in Teams, Webex, Skype, Video, Online-Meeting,
        Online-Termin, Onlinemeeting, Videochat, per Video, Webkonferenz, VC, Teamscall, Google Meet, Videotelefonat,
        Remote-Meeting, Online-Besprechung, virtuelles Treffen, virtuelles Meeting, Online-Call, Onlinecall, Online-Gespräch, Videotermin, Videoschalte, Schalte, Videoanruf, per Zoom, über Zoom, via Zoom, per Webex, Teams-Gespräch""",
    Kind.MESSAGE: """Mail, Mails, E-Mail, E-Mails, Email, gemailt, gemailed, geschrieben, Nachricht, Nachrichten, SMS,
        WhatsApp, LinkedIn, Brief, gesimst, angeschrieben, Textnachricht, Weihnachtskarte, Mailwechsel, schrieb, per Mail, Karte, Slack,
        Message, gechattet, LinkedIn-Nachricht, WhatsApp-Nachricht, Sprachnachricht, Mailverkehr, gemailt mit, E-Mail-Verkehr, E-Mail an, Mail an, Mail von, Glückwunschkarte, Grußkarte, Dankesmail, Dankesbrief, Postkarte, Schreiben, angemailt, E-Mail-Austausch""",
    Kind.EVENT: """Veranstaltung, Veranstaltungen, Messe, Fachmesse, Konferenz, Webinar, Webinare, Kongress, Fokusgruppe,
        Golf, Golfen, Event, Events, Tagung, Empfang, Feier, Weihnachtsfeier, Sommerfest, Seminar, Symposium, Kundentag,
        Hausmesse, Roundtable, Ausstellung, Anwendertreffen, Kundenevent, Golfturnier, Gala, Forum, Konzert, Golfrunde,
        Expo, Runder Tisch, Kundenbeirat, Fußballspiel, Messestand, Focus Group, Golf gespielt, Fußball geschaut, Fußball, Oper, Theater, Segeln, Skifahren, Skitag, Stadion, Hausmesse, Jubiläumsfeier, Oktoberfest, Wiesn, Weihnachtsmarkt, Führungskräftetagung, Anwendertag, Anwenderkonferenz, Kundenkonferenz, Kundenveranstaltung, Networking, Gala-Abend, Eröffnung, Tag der offenen Tür, am Rande der Tagung, am Rande der Messe, am Rande der Konferenz, Party, Einweihung""",
    Kind.REVIEW: """Review, Reviews, QBR, Quartalsgespräch, Quartalsreview, Quartals-Review, Business-Review,
        Jahresgespräch, Quartalsbesprechung, Servicereview, Service-Review, Jahresreview, Statusreview, Halbjahresgespräch,
        Bilanzgespräch, Quarterly Business Review, Account-Review, Jahresabschlussgespräch, Lieferantengespräch, Servicegespräch, Quartalstreffen, Quartalsmeeting, Quartalstermin, Jahrestreffen, Vertragsreview, Projektreview, Strategiegespräch, Executive Review, Reviewmeeting, Monatsreview""",
}
GENERIC_KINDS = {
    Kind.MEETING: """Treffen, getroffen, traf, trafen, Besprechung, Besprechungen, Meeting, Meetings, Termin, Termine,
        Sitzung, Workshop, Workshops, Gespräch, Gespräche, Demo, Präsentation, Vorführung, Jour fixe, Jour-fixe,
        Abstimmung, Lenkungsausschuss, Kick-off, Kickoff, gesehen, zusammengesessen, Schulung, Austausch,
        Vorstandssitzung, Kennenlernen, Unterredung, Kennenlerntermin, Abstimmungstermin, Vier-Augen-Gespräch, 1:1,
        Steuerkreis, Catch-up, zusammengesetzt, Projektmeeting, Spaziergang, spazieren, Krisensitzung, Krisengespräch, Vertragsverhandlung, Preisverhandlung, Verhandlungen, Vorstellungstermin, Kundentermin, Verhandlungsrunde, Planungstreffen, Statusmeeting, Projekttermin, Strategiemeeting, Erstgespräch, Jahresauftakt, Auftakt, Führungskräftetreffen, Arbeitstreffen, Mittagstermin, über den Weg gelaufen, begegnet, Begegnung, angetroffen, Audit, Bspr, Bespr, Mtg, empfangen, treffe, Verhandlung, Sync, Session""",
}
FAINT_KINDS = {
    Kind.CALL: "gesprochen über, geredet über, gesprochen, sprach, sprachen, geredet, geplaudert, gequatscht, ausgetauscht, kurz gesprochen, Plausch, Schwätzchen, unterhalten, Chat, Unterhaltung",
}
OCCASIONS = {
    Kind.EVENT: """auf der Messe, auf einer Messe, auf der Konferenz, auf dem Kongress, auf der Tagung,
        auf der Hannover Messe, auf der Veranstaltung, bei der Veranstaltung""",
}
PLACES = {
    Place.THEIRS: """bei ihnen, bei denen, bei ihm, bei ihr, vor Ort, beim Kunden, in deren Haus, im Werk, in der Kantine,
        bei ihnen im Haus, bei ihnen im Büro, bei denen im Büro, bei denen im Haus, bei denen vor Ort, bei ihnen vor Ort,
        on site, onsite, auf deren Gelände, deren Betriebsrestaurant, in deren Betriebsrestaurant, bei denen daheim, auf ihrem Gelände, an Bord, in der Fabrik, beim Kunden vor Ort, in der Kantine dort, dort""",
    Place.OURS: """bei uns, bei uns im Haus, bei uns im Büro, bei uns in der Zentrale, bei uns im Werk, hier, im Haus,
        hier im Haus, zu uns gekommen, kamen zu uns, kam zu uns, ist zu uns gekommen, in unser Werk, bei uns vor Ort, bei uns zu Gast, hat uns besucht,
        haben uns besucht, bei uns zu Besuch, besuchte uns, besuchten uns, inhouse, in unserem Haus, bei mir, zu Gast,
        hier bei uns""",
    Place.NEUTRAL: """Restaurant, Café, Flughafen, Hotel, Gasthaus, Gasthof, Biergarten, neutraler Ort, neutralem Boden,
        neutraler Boden, an neutralem Ort, Bahnhof, Kneipe, Bar, Lounge, auf der Messe, auf einer Messe, auf der Konferenz,
        auf dem Kongress, auf der Tagung, auf einer Konferenz, auf einer Tagung, auf einem Kongress, auf einer Veranstaltung, Wirtshaus, beim Italiener, Italiener, in der Stadt, Bistro, Raststätte, neutral,
        Starbucks, im Zug, Golfclub, Golfplatz, Ratskeller, Cafe, im Flieger, Steakhaus, Weinlokal, Bahnhofslounge, Flughafenlounge, Autobahnraststätte, beim Chinesen, beim Thai, beim Spanier, im Park, am See, Vapiano, Messestand, am Messestand, am Stand, Hotelbar, Hotellobby, beim Griechen, Weinstube, auf der Hannover Messe,
        neutrales Terrain, neutralem Terrain, Brauhaus, Pizzeria, auf der Veranstaltung""",
    Place.REMOTE: """remote, online, telefonisch, per Telefon, am Telefon, virtuell, aus dem Homeoffice, aus der Ferne,
        virtuelles, per Video, über Video, im Homeoffice""",
}
INTENTS = {
    Intent.CARE: """ohne Agenda, keine Agenda, ohne Anliegen, kein Anliegen, ohne Verkaufsabsicht, kein Verkaufsgespräch,
        einfach so, nur mal hören, nur mal hallo sagen, hallo sagen, Hallo gesagt, bedankt, danke, Dank, Dankeschön,
        bedanken, Beziehungspflege, Kontaktpflege, Kundenpflege, Höflichkeitsbesuch, Antrittsbesuch, Geburtstag,
        gratuliert, Glückwunsch, Glückwünsche, Weihnachtskarte, Weihnachtsgrüße, Grüße, zugehört, zuhören, nur zuhören, nichts zu verkaufen, nichts verkaufen,
        nicht verkaufen, kein Verkauf, ohne Verkauf, wie es ihnen geht, wie es läuft, nach dem Rechten, Smalltalk,
        Kontakt halten, dankt, danken, dankt uns, bedankt sich, bedankte sich, hat sich bedankt, nichts verkauft, ohne etwas zu verkaufen, kein Geschäft, kein Business, nur hallo, nur Hallo gesagt, hallo, kurz hallo, nur so, einfach mal so, nur geplaudert, keine Forderungen, ohne Absicht, zum Dank, als Dank, Danksagung, Dankes, Beförderung, gratulieren, persönlich kennengelernt, Beileid, Kondolenz, Ruhestand, in Kontakt bleiben, Kennenlernen, kennenlernen, privat, nachgefragt wie, ohne Tagesordnung,
        ohne Hintergedanken, kein Anlass, ohne Anlass, ohne konkreten Anlass, Check-in, Jubiläum, nichts Geschäftliches,
        Verabschiedung, Wertschätzung, ohne Forderung, rein privat, ohne Business""",
    Intent.FIX: """Ausfall, Ausfälle, Ausfälle, Bug, Bugs, Beschwerde, Beschwerden, beschwert, Eskalation, Eskalationen,
        eskaliert, Störung, Störungen, Vorfall, Vorfälle, Problem, Probleme, Problemen, Fehler, Mangel, Mängel, Ticket,
        Tickets, Entschuldigung, entschuldigt, entschuldigen, Verzug, Lieferverzug, Verspätung, verspätet, beschädigt, beschädigte, stand still, standen still, Verzögerung,
        Verzögerungen, Reklamation, Reklamationen, reklamiert, defekt, kaputt, Absturz, Panne, Pannen, Ursachenanalyse,
        Stillstand, zu spät, Qualitätsprobleme, Qualitätsproblem, Incident, Outage, Downtime, Lieferengpass, Lieferengpässe,
        Datenverlust, steht still, Anlage steht, Linie steht, Kran steht, Produktion steht, Maschine steht, läuft nicht, funktioniert nicht, ausgefallen ist, Krise, Krisenstab, Krisensitzung, Gutschrift, Servicefall, Servicefälle, Qualitätsmangel, Qualitätsmängel, Rechnung falsch, falsche Rechnung, späte Rechnung, späte Lieferung, verspätete Lieferung, Lieferprobleme, Lieferproblem, Systemausfall, Hotfix, Ursache, Rückruf der, Fehllieferung, Falschlieferung, Rechnungsfehler, Behebung, Nachbesserung,
        fehlerhaft*, Issue, Issues, Sicherheitslücke, Sev 1, Sev 2, Kritik""",
    Intent.SELL: """Verlängerung, Vertragsverlängerung, verlängern, Preis, Preise, Preisen, Preisgespräch, Preiserhöhung,
        Preisverhandlung, Angebot, Angebote, Angebots, Vertrag, Vertrags, Verträge, Vertragsverhandlung, Verhandlung,
        Verhandlungen, verhandelt, verhandeln, Ausschreibung, Ausschreibungen, Demo, Verkauf, verkaufen,
        Verkaufsgespräch, Upsell, Upselling, Cross-Selling, Lizenz, Lizenzen, Rabatt, Rabatte, Deal, Abschluss,
        Vertragsabschluss, Auftrag, Aufträge, Bestellung, Pitch, gepitcht, Renewal, Pricing, Konditionen, RFP, RFQ,
        Unterschrift, Neugeschäft, Erweiterung, Zusatzgeschäft, Kostenvoranschlag, Rahmenvertrag, Abo, Folgeauftrag,
        Offerte, Proposal, Vertragsunterzeichnung, Vertrag verlängert, verlängert, Bestellungen, bestellen, Preiserhöhungen, Nachlass, Skonto, Preisliste, Laufzeit, Vertragslaufzeit, Ausbau, Upgrade, Verkaufspitch, Investition, Vertragsentwurf, Rahmenabkommen, Kauf, Preisanpassung, Business Case, Closing""",
}
MOODS = {
    Sentiment.POSITIVE: """zufrieden*, zufriedener, glücklich*, froh, begeistert*, erfreut*, gut gelaunt, bester Laune,
        gut drauf, alles gut, bestens, alles bestens, läuft gut, läuft wieder, pos, gute Stimmung, guter Stimmung, gute Laune, guter Laune, positiv*, entspannt*, freundlich*, dankbar*, beeindruckt*,
        lief gut, lief sehr gut, lief super, lief prima, verlief gut, gut gelaufen, optimistisch*, angetan, herzlich*,
        konstruktiv*, produktiv*, erleichtert*, happy, stolz, freut sich, freuten sich, freute sich, hochzufrieden*,
        zuversichtlich*, überzeugt, super Stimmung, tolle Stimmung, fröhlich*, voll des Lobes, gelobt, lobt, Lob,
        lobten, hat gelobt, wohlwollend*, locker, lockerer, lockeres, lockere, gelöst, hat sich gefreut, haben sich gefreut, freute, gefreut, super drauf, bestens drauf, top drauf, gut aufgelegt, bestens gelaunt, prächtig gelaunt, top Stimmung, beste Stimmung, lustig, charmant, stolz auf, warmherzig, ist happy, sehr happy, versöhnt, versöhnlich, beruhigt, im grünen Bereich, alles im grünen Bereich, angetan von, fand es gut, fanden es gut, fand es super, fand es toll, gefällt ihr, gefällt ihm, gefällt ihnen, kam gut an, gut angekommen, Daumen hoch, bester Stimmung, in bester Stimmung, sympathisch*, aufgeschlossen*, wertschätzend*, Stimmung gut, Stimmung war gut, Stimmung sehr gut, Stimmung super, angenehm*,
        🙂, 😊, 😀, 😃, 👍""",
    Sentiment.NEGATIVE: """unzufrieden*, verärgert*, sauer, wütend*, genervt*, enttäuscht*, frustriert*, besorgt*,
        angespannt*, skeptisch*, negativ*, schlecht drauf, neg, schlechte Stimmung, schlechter Stimmung, schlecht gelaunt, schlechte Laune,
        kritisch*, ungehalten*, aufgebracht*, stinksauer, unglücklich*, kühl, frostig*, gereizt*, empört*, beunruhigt*,
        ärgerlich*, lief schlecht, verstimmt*, zornig*, böse, stocksauer, ungeduldig*, feindselig*, aggressiv*, not amused,
        Ärger, verunsichert*, unentspannt, eisig*, Stimmung schlecht, Stimmung war schlecht, Stimmung mies, mies,
        beschwerte sich, beschwert sich, hat sich beschwert, ärgert sich, ärgerte sich, misstrauisch*, droht mit, unhappy,
        lief nicht gut, Sorgen, Sorge, macht sich Sorgen, hat Sorgen, allein gelassen, im Stich gelassen, fühlt sich allein gelassen, verschnupft, pikiert, entsetzt, geladen, auf hundertachtzig, auf 180, mürrisch, schlechter Laune, Unmut, unmutig, sauer auf uns, distanziert*, bedrückt, gestresst*, nervös*, unter Druck, Vertrauen verloren, Frust, gefrustet, stinkig, droht mit Kündigung, Kündigung droht, Kündigung, will kündigen, wollen kündigen, nicht gut gelaufen, vergrätzt, angefressen, beschwert, 🙁, ☹, 😞, 😠, 😡, 👎""",
    Sentiment.NEUTRAL: """neutral, ok, okay, gemischt*, durchwachsen*, sachlich*, verhalten*, so lala, geht so, in Ordnung,
        mittelmäßig*, zurückhaltend*, gemischte Gefühle, abwartend*, reserviert*, passt, soweit ok, neutrale Stimmung,
        neutraler Stimmung, normal, unaufgeregt, wie immer, hart aber fair, abwägend, unverbindlich*, nüchtern*, höflich*, geht in Ordnung, mittelprächtig, unentschieden, Stimmung neutral, Stimmung gemischt, gemischte Stimmung, unentschlossen*, lauwarm, 😐""",
}
SOFT_MOODS = {
    Sentiment.POSITIVE: "gut*, gutes, nett*, toll*, super, sehr gut, prima, klasse, schön*, hervorragend*, ausgezeichnet*",
    Sentiment.NEGATIVE: "schlecht*, schwierig*, unangenehm*, zäh*, furchtbar*, schlimm*, hart*",
}
_MEETINGS = """Treffen, Termin, Besuch, Meeting, Gespräch, Call, Telefonat, Anruf, Mittagessen, Abendessen, Essen, Kaffee,
    Lunch, Review, Besprechung, Sitzung, Kontakt, Mal, Abstimmung, Jour fixe, Workshop, QBR, Videocall, Austausch, Schritt"""
_NEXT = "nächstes, nächster, nächste, nächsten, nächstem, folge, Folge"
REMINDERS = """nicht vergessen zu, nicht vergessen, erinnere mich daran, erinnere mich an, erinnere mich, erinner mich daran,
    erinner mich an, Erinnerung, daran denken, denk daran, denk dran, dran denken, vormerken, lass uns, lasst uns"""
CUES = {
    Cue.PROMISED: """versprochen, versprach, versprachen, verspreche, versprechen, verspricht, zugesagt, zusage, Zusage,
        zugesichert, zusagen, sagte zu, sagten zu, sage zu, Versprechen, verpflichtet, angeboten zu, vereinbart,
        zugesagt dass, garantiert""",
    Cue.TO_US: "uns wurde zugesagt, uns wurde versprochen, mir wurde zugesagt, mir wurde versprochen, wurde uns zugesagt, wurde uns versprochen, wurden uns zugesagt, wurden uns versprochen, uns zugesagt, uns versprochen, mir versprochen, mir zugesagt, von ihnen zugesagt, kam die Zusage",
    Cue.WILL: "werde, werden, wird, würde, wollen, wollte, würden, will",
    Cue.MUST: "muss, müssen, soll, sollen, sollte, sollten, müssten",
    Cue.OWE: "schulde, schulden, schuldet, schuldig, bin schuldig, sind schuldig",
    Cue.TO_DO: """todo, to do, to-do, Todos, To-dos, Aufgabe, Aufgaben, Action, Action Item, offen :, nächster Schritt,
        nächste Schritte, Maßnahme, Maßnahmen, zu erledigen, Hausaufgabe, Hausaufgaben, to-do für uns""",
    Cue.REQUEST: "möchte, möchten, braucht, brauchen, wünscht, wünschen, bittet um, baten um, bat um, fordert, benötigt, benötigen",
    Cue.AWAIT: "erwartet, bekommen, erhalten, kriegen, bekomme, erhalte, warten auf, bekommt, kriegt, erhält, warte auf, wartet auf, erwarten, kriege",
    Cue.NEXT: ", ".join(
        [f"{n} {m}" for n in listed(_NEXT) for m in listed(_MEETINGS) if m != "Schritt"]
        + [f"Folge{m.lower()}" for m in listed("Termin, Treffen, Besuch, Gespräch, Meeting")]
        + listed(
            "nächstes :, Wiedersehen, sehen uns wieder, treffen uns wieder, next :, als Nächstes, wiedersehen"
        )
    ),
    Cue.AGAIN: "wieder, erneut, nochmal, noch mal, nochmals, Follow-up, Wiedervorlage, sehen uns, treffen uns, next, neuer Termin, neues Treffen, neuen Termin, Gegenbesuch, Nächstes, weiteres Treffen, zurück",
    Cue.REMIND: REMINDERS,
    Cue.CANCELLED: "abgesagt, ausgefallen, entfallen, fand nicht statt, fiel aus, findet nicht statt, fällt aus, muss ausfallen, musste ausfallen, geplatzt, gecancelt, cancelt, sagt ab, sagte ab, abgeblasen, nicht erschienen, kam nicht, nicht zustande gekommen, hat abgesagt",
    Cue.PLAN: "geplant, angesetzt, gebucht, vorgesehen, verabredet, plane, planen, ausgemacht, verschoben, verschoben auf, verlegt auf, verlegt",
}
AUXILIARIES = {
    Direction.OURS: "habe, haben, hab, hatte",
    Direction.THEIRS: "hat, hatten",
}
WHO = {
    Direction.OURS: "ich, wir",
    Direction.THEIRS: "er, sie, die",
}
WHOM = {
    Direction.THEIRS: "ihm, ihnen, ihr, denen, ihn, von ihrer Seite, ihrerseits, seitens des Kunden",
    Direction.OURS: "uns, mir, an uns, mich",
}
# Infinitive, then the form of I, then of he and she, then forms with `zu`.
_VERBS = """schicken schicke schickt, senden sende sendet, liefern liefere liefert, geben gebe gibt, melden melde meldet,
    klären kläre klärt, prüfen prüfe prüft, vorbereiten bereite bereitet vorzubereiten, organisieren organisiere organisiert,
    einladen lade lädt einzuladen, vorstellen stelle stellt vorzustellen, anrufen rufe ruft anzurufen,
    zurückrufen - - zurückzurufen, nachfassen fasse fasst nachzufassen, nachhaken hake hakt nachzuhaken,
    nachreichen reiche reicht nachzureichen, weiterleiten leite leitet weiterzuleiten, erstellen erstelle erstellt,
    überarbeiten überarbeite überarbeitet, machen mache macht, besorgen besorge besorgt, kümmern kümmere kümmert,
    unterschreiben unterschreibe unterschreibt, unterzeichnen unterzeichne unterzeichnet, bestellen bestelle bestellt,
    bezahlen bezahle bezahlt, zahlen zahle zahlt, freigeben - - freizugeben, bestätigen bestätige bestätigt,
    antworten antworte antwortet, entscheiden entscheide entscheidet, übernehmen übernehme übernimmt,
    bringen bringe bringt, mitbringen - - mitzubringen, teilen teile teilt, bereitstellen - - bereitzustellen,
    vereinbaren vereinbare vereinbart, buchen buche bucht, schreiben schreibe schreibt, anpassen passe passt anzupassen,
    eskalieren eskaliere eskaliert, lösen löse löst, beheben behebe behebt, reparieren repariere repariert,
    austauschen tausche tauscht auszutauschen, ersetzen ersetze ersetzt, gutschreiben - - gutzuschreiben,
    installieren installiere installiert, testen teste testet, aktualisieren aktualisiere aktualisiert,
    informieren informiere informiert, zurückmelden - - zurückzumelden, rückmelden - - rückzumelden,
    nachliefern - - nachzuliefern, zusenden - - zuzusenden, zuschicken - - zuzuschicken, übersenden übersende übersendet,
    mailen maile mailt, vorlegen lege legt vorzulegen, einreichen - - einzureichen, anfordern fordere - anzufordern,
    besprechen bespreche bespricht, abstimmen stimme stimmt abzustimmen, fertigstellen - - fertigzustellen,
    einrichten richte richtet einzurichten, verlängern verlängere verlängert, anbieten biete bietet anzubieten,
    zurückkommen - - zurückzukommen, abklären - - abzuklären, nachsehen - - nachzusehen, schauen schaue schaut,
    nachschauen - - nachzuschauen, umsetzen setze setzt umzusetzen, begleichen begleiche begleicht, dranbleiben bleibe bleibt,
    korrigieren korrigiere korrigiert, mitteilen - - mitzuteilen, weitergeben - - weiterzugeben, beantworten beantworte beantwortet,
    zurückgeben - - zurückzugeben, rausschicken - - rauszuschicken, analysieren analysiere analysiert, verschicken verschicke verschickt,
    einplanen - - einzuplanen, durchgehen - - durchzugehen, nennen nenne nennt, erledigen erledige erledigt,
    zurückschreiben - - zurückzuschreiben, vermitteln vermittle vermittelt, erstatten erstatte erstattet, berechnen berechne berechnet, gewähren gewähre gewährt, beschaffen beschaffe beschafft, finden finde findet, suchen suche sucht, zeigen zeige zeigt, holen hole holt, fragen frage fragt, unterstützen unterstütze unterstützt, entsenden entsende entsendet, kündigen kündige kündigt, planen - plant, starten starte startet, anmelden - - anzumelden, ausliefern - - auszuliefern, nachbessern bessere bessert nachzubessern, einkaufen - kauft einzukaufen, eingeben - - einzugeben, ausarbeiten arbeite arbeitet auszuarbeiten"""
_PARTICLES = ("zurück", "weiter", "vor", "nach", "ein", "ab", "an", "aus", "um", "durch")
_FOLLOWS = "folgt, folgen, kommt bis, geht raus, gehen raus, geht morgen raus, geht heute raus, geht Montag raus, geht am Montag raus, geht Freitag raus, geht an sie raus"

_ARRIVES = "kommt, kommen, kommt von ihnen, kommen von ihnen, kommt von denen"


def _verb_forms() -> dict[str, Verb]:
    forms: dict[str, Verb] = {}
    for line in listed(_VERBS):
        infinitive, mine, his, *with_zu = line.split()
        sides = ((mine, Direction.OURS), (his, Direction.THEIRS))
        forms |= {form: Verb(infinitive, side) for form, side in sides if form != "-"}
        forms |= {form: Verb(infinitive, bare=True) for form in (*with_zu, infinitive)}
        stem = infinitive[next((len(p) for p in _PARTICLES if infinitive.startswith(p)), 0) :]
        if mine != "-" and stem[:2] == mine[:2]:
            forms.setdefault(stem, Verb(infinitive))
    forms |= {form: Verb("", Direction.THEIRS) for form in listed(_ARRIVES)}
    return forms | {form: Verb("", Direction.OURS) for form in listed(_FOLLOWS)}


WORDS = {
    Word.AND: "und, u",
    Word.BUT: "aber, jedoch, doch, allerdings, obwohl, sondern",
    Word.WITH: "mit, m, zusammen mit, samt, nebst",
    Word.AT: "bei, beim",
    Word.TO: "zu",
    Word.ABOUT: "über, wegen, bezüglich, bzgl, betreffs, betr, betreffend, hinsichtlich, um, zum Thema, rund um, Thema, zwecks, nach",
    Word.BE: "war, waren, ist, sind, wirkt, wirkte, wirkten, schien, klang, gewesen, bleibt, scheint, klingt, wurde, wurden, wäre",
    Word.NOT: """nichts, nicht, kein, keine, keinen, keiner, keinem, keines, nie, kaum, wenig, alles andere als, nicht mehr, ohne,
        nicht sehr, nicht so, nicht besonders, nicht ganz, weder, noch nicht, nicht gerade, nicht wirklich""",
    Word.OUR: "unser, unsere, unserem, unseren, unserer, unseres, mein, meine, meinem, meiner, meinen",
    Word.THEIR: "deren, dessen, ihr, ihre, ihrem, ihren, ihrer, ihres, sein, seine, seinem, seiner, seinen, dem Kunden sein",
    Word.ADVERB: REMINDERS
    + """, auch, noch, schon, bereits, bitte, dann, danach, sehr, ziemlich, wirklich, etwas, recht, insgesamt,
        aktuell, eher, leider, sofort, bald, gleich, beide, beiden, alle, allen, nur, mal, sich, es, ganz, dass, so,
        da, jetzt, nun, gerade, extrem, total, richtig, besonders, außerdem, zudem, dabei, deutlich, sichtlich,
        hocherfreut darüber, weiterhin, wohl, vermutlich, persönlich, verbindlich, fest, überaus, äußerst, dafür, hin,
        zeitnah, schnellstmöglich, umgehend, kurzfristig, ebenfalls, selbst, man, gemeinsam, immer, stark, kurz, lange""",
    Word.FILLER: """der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, am, an, im, in, ins, von, vom, für,
        auf, aus, vor, nach, zur, zum, durch, ab, bis, wo, was, wer, wie, als, wenn, weil, da, ob, s, kurzes, kurzer, kurze,
        langes, langer, lange, kleines, kleiner, kurzen, informelles, gemeinsames, gemeinsamer, erstes, erste, erster,
        gesprochen über, geredet über, besprochen, diskutiert, thematisiert, ging um, es ging um, erwähnt, sagt, sagte,
        Stimmung, Atmosphäre, Laune, lief, verlief, jeweils, pro, inkl, sowie, bin, Herr, Herrn, Frau, Dr, hatte,
        hatten, gab, gibt, getrunken, gehabt, gemacht, stattgefunden, stattdessen, indessen, unterdessen, währenddessen, infolgedessen, Interessen, Notiz, dabei waren, teilgenommen, Teilnehmer, Uhr,
        Minuten, Stunde, Stunden, damit, dazu, darüber, neu, bitte eintragen, bitte notieren, Gesprächsnotiz, Betreff, vertraulich, bitte vertraulich, neue, neuen, neuer, neues, neuem, nichts Neues, keine Neuigkeiten, eigener, eigene, sonst, zum ersten Mal, deswegen, denn, fällig, spontan, spontanes, spontaner, regelmäßiges,
        aller, seitens, unsererseits, vorher, nachher, anschließend, dessen, welche, welcher, mehr, viel, gut besucht, wir haben uns,
        zwei, drei, mehrere, Abend, Ergebnis, Fazit, Frist, Termin am, quartalsweise, monatliches, monatlicher, lang, Ort""",
    Word.ROLE: """Geschäftsführer, Geschäftsführerin, Chef, Chefin, Leiter, Leiterin, Einkaufsleiter, Einkaufsleiterin,
        IT-Leiter, IT-Leiterin, Werkleiter, Werksleiter, Werksleiterin, Einkäufer, Einkäuferin, Finanzchef, Finanzchefin,
        Vertriebsleiter, Vertriebsleiterin, Abteilungsleiter, Projektleiter, Projektleiterin, Produktionsleiter, CFO, CEO,
        CIO, CTO, COO, Assistentin, Assistent, Techniker, Vorstandsvorsitzender, Prokurist, Bereichsleiter, Manager, VP,
        Betriebsleiter, Inhaber, Inhaberin, Kollege, Kollegin, Logistikleiter, Head, Direktor, Direktorin, Vorständin,
        Technikchef, Controller, Kontakt, Ansprechpartner, Ansprechpartnerin, Entwicklungsleiter""",
    Word.GROUP: """Team, Kunde, Kunden, Kundin, Kollegen, Kolleginnen, Einkauf, Geschäftsführung, Vorstand, Leitung, IT,
        Vertrieb, Technik, Management, Mitarbeiter, Mitarbeitern, Leute, Leuten, Firma, Fachabteilung, Gruppe, Logistik,
        Produktion, Entwicklung, Marketing, Finanzen, Rechtsabteilung, Projektteam, Buchhaltung, Anwender, Ingenieure,
        Ingenieuren, Jungs, Runde, Betriebsrat, Führungsteam, der Kunde, Support, Qualität, allen Beteiligten""",
    Word.SITE: """Büro, Büros, Werk, Zentrale, Standort, Kantine, Haus, Gelände, Fabrik, Lager, Labor, Hauptsitz, Firmensitz,
        Sitz, Räumlichkeiten, Räume, Räumen, Niederlassung, HQ, Betrieb, Headquarter, Geschäftsräume, Geschäftsräumen,
        Hauptquartier, Werft, Rechenzentrum, Filiale, Betriebsrestaurant, Betriebskantine, Casino, Kasino, Testzentrum, Showroom, Werkstatt, Werkhalle, Büroräume, Firma, Werkshalle, Halle, Office, Campus, Konferenzraum, Firmenzentrale""",
}
_PARTS = "morgen, vormittag, mittag, nachmittag, abend"
_WEEKDAYS = listed("montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag")
CALENDAR = {
    "relative": """-2: vorgestern; -1: gestern, letzte Nacht; 0: heute, heute Morgen, heute früh, heute Abend, heute Mittag,
        heute Nachmittag, heute Vormittag, soeben, vorhin, gerade eben, eben; 1: morgen; 2: übermorgen""",
    "day_end": "0: Ende des Tages, Tagesende, EOD, Feierabend, Dienstschluss, Geschäftsschluss",
    "weekday": "; ".join(
        f"{n}: {day}, " + ", ".join(day + part for part in listed(_PARTS))
        for n, day in enumerate(_WEEKDAYS)
    )
    + "; 5: sonnabend, Wochenende",
    "short_weekday": "0: mo; 1: di; 2: mi; 3: do; 4: fr; 5: sa; 6: so",
    "safe_short": "0: nothing at all",
    "month": """1: Januar, Jan, Jänner; 2: Februar, Feb, Feber; 3: März, Mrz, Mär; 4: April, Apr; 5: Mai; 6: Juni, Jun;
        7: Juli, Jul; 8: August, Aug; 9: September, Sep, Sept; 10: Oktober, Okt; 11: November, Nov; 12: Dezember, Dez""",
    "number": """1: ein, eine, einer, einem, einen; 2: zwei; 3: drei, ein paar, paar, einigen, wenigen; 4: vier; 5: fünf;
        6: sechs; 7: sieben; 8: acht; 9: neun; 10: zehn; 11: elf; 12: zwölf; 14: vierzehn; 15: fünfzehn; 20: zwanzig;
        30: dreißig""",
    "unit": """1: Tag, Tage, Tagen; 7: Woche, Wochen; 30: Monat, Monate, Monaten, Monats; 365: Jahr, Jahre, Jahren, Jahres;
        0: Stunde, Stunden; 5: Werktag, Werktage, Werktagen, Arbeitstag, Arbeitstage, Arbeitstagen; 91: Quartal, Quartals,
        Quartale, Quartalen""",
    "turn": """-1: letzte, letzten, letzter, letztes, letztem, vergangene, vergangenen, vergangener, vergangenes, vorige,
        vorigen, voriger, voriges, vergangenem; 0: diese, diesen, dieser, dieses, diesem, laufende, laufenden, laufender;
        1: nächste, nächsten, nächster, nächstes, nächstem, folgende, folgenden, folgender; 2: kommende, kommenden,
        kommender, kommendes, kommendem""",
    "turn_after": "9: nothing at all",
    "edge": "1: Anfang, Beginn, zu Beginn; 2: Mitte; 3: Ende, gegen Ende",
    "edge_after": "9: nothing at all",
    "link": "0: der, des, dem, den, die, vom, von, im, am, in, in der, dieses",
    "by": """0: bis, bis zum, bis zur, bis am, bis spätestens, bis spätestens zum, spätestens, spätestens am, spätestens bis, vor, vor dem, vor der,
        fällig am, fällig, fällig bis, noch vor, noch bis, per, bis einschließlich, bis inklusive, Frist, Frist bis,
        bis in, bis zu, noch, deadline, bis den""",
    "by_soft": "0: für, zum, für den, innerhalb, binnen, auf",
    "by_after": "0: spätestens, fällig, latest",
    "on": "0: am, an, den, der, vom, von, zum, dem, die, ab, ab dem, am kommenden, gegen, nach, um, im, in",
    "in": "0: in, im, innerhalb von, innerhalb, binnen, in den, in der, innerhalb der, in etwa, in circa, in ca, in rund, bis in, in spätestens",
    "since": "0: seit, seit dem, jeden, jede, jedes, seit letztem, seit der",
    "ago": "9: nothing at all",
    "ago_before": "0: vor, vor etwa, vor ca, vor rund, vor knapp",
    "from_now": "9: nothing at all",
    "period": """6030: Monatsende, EOM; 6007: EOW; 6091: Quartalsende; 6365: Jahresende; 4030: Monatsanfang; 5030: Monatsmitte;
        4007: Wochenanfang; 5007: Wochenmitte""",
    "quarter": "1: Q1, erstes Quartal, ersten Quartal; 2: Q2; 3: Q3; 4: Q4",
    "daypart": "0: Morgen, Vormittag, Mittag, Nachmittag, Abend, Nacht, früh, vormittags, nachmittags, abends, morgens, mittags",
    "week_number": "0: KW, Kalenderwoche, der KW",
    "week_of": "0: Woche vom, Woche ab",
    "week_later": "1: in einer Woche",
    "feast": "1224: Weihnachten, den Feiertagen, dem Fest; 1231: Silvester, Jahreswechsel; 101: Neujahr",
    "score": "0: Puls, Note, NPS, Bewertung, Sev",
}

MARKS = {
    Mark.SAID: "sagt, sagte, gesagt, erwähnt",
    Mark.PAST: "war, waren, wurde, wurden",
    Mark.PRESENT_MEETS: "treffe, treffen, besuche, besuchen, sehe, sehen",
    Mark.TO_ACCOUNT: "bei, beim, von, mit",
    Mark.TO_PERSON: "mit, traf, und",
    Mark.ABSENT: "krank, verhindert, abwesend",
    Mark.PRESENT: "dabei, da, anwesend",
    Mark.BEFORE_NAME: "herr, herrn, frau",
    Mark.TITLES_TOO: "frau, herrn, herr",
    Mark.ANOTHER_CLAUSE: "als, während",
    Mark.OCCASIONS: "Gespräch, Abend, Tag, Stimmung",
    Mark.WISHES: "gern, lieber",
    Mark.WANTS: "will, wollen, wollte",
    Mark.ONCE_MORE: "wieder, erneut, nochmal, noch mal, nochmals",
    Mark.SEES: "treffe, treffen, sehe, sehen, besuche, besuchen",
    Mark.MEETS_NEXT: "treffen, sehen",
    Mark.AFTER_NOUN: "von, für",
    Mark.NONE: "kein, keine, keinen, ohne",
    Mark.BEEN: "gewesen",
    Mark.DISCUSSED: "gesprochen über, geredet über, ging um, es ging um",
    Mark.NOT_TOPIC: "um, nach",
    Mark.PURPOSE: "zum, auf",
    Mark.BEFORE_PURPOSE: "einen, ein, die, den",
    Mark.MINUTES: "Minuten, Stunden",
    Mark.THEIRS_TO_GIVE: "Bestellung, Bestellungen, Zahlung, Unterschrift, Entscheidung, Auftrag",
    Mark.FROM: "von",
    Mark.NO_PURPOSE: "ohne, kein, keine, keinen, keiner, nur, nichts, rein",
    Mark.NAME_AFTER: "mit, und, traf, treffe, getroffen, sprach, an, von",
    Mark.WEAK_LEADS: "und, von, an",
    Mark.ACCOUNT_AFTER: "bei, beim, von, zu, mit, und",
    Mark.SURE_LEADS: "mit",
    Mark.MONTH_AFTER: "im, seit, bis, am, vom, Ende, Anfang, Mitte",
    Mark.SEASON_AFTER: "im, seit, diesen, letzten, nächsten",
    Mark.WORD_AFTER: "der, die, das, den, dem, ein, eine",
    Mark.DOES: "rief, traf, hat, ist, war, sagt, sagte, und, von, bei, wird, will, schickt, sendet, meint",
    Mark.OUR_NAME: "unser, unserem",
    Mark.AND_NAMES: "und",
    Mark.ARTICLES: "der, die, das, den, ein, eine, einen, unser, unsere, unseren",
    Mark.TRAILING: "bis, für, am, zur, zum, mit, an, von",
    Mark.PARTICLES: "an, vor, nach, ab, ein, weiter, zurück, mit, auf, zu, frei, aus, um",
    Mark.TITLES: "Herr, Herrn, Frau",
    Mark.MEETS: "traf, trafen, getroffen, angerufen, Teams mit",
    Mark.WITH: "mit",
    Mark.AT_ACCOUNT: "bei, beim",
    Mark.AFTER_PERSON: "von, vom, bei",
    Mark.VISITS: "besucht, besuchte, war bei, waren bei, Besuch bei",
    Mark.BEFORE_STRANGER: "dem, der",
    Mark.FIRMS: "Firma, Gesellschaft, Gruppe",
    Mark.NAME_PARTICLES: "van, der, den, zu",
    Mark.NAME_LINKS: "von",
    Mark.PREPOSITIONS: "von, für, vom, durch, an",
    Mark.OBJECT: "sie, ihn",
    Mark.DESCRIBES: "neu, neue, neuen, neuer, neues, neuem",
    Mark.NEAR: "nahe, nah, neben",
    Mark.SITE_OF: "von, bei",
    Mark.NOT: "nicht",
    Mark.NEITHER: "weder",
    Mark.NOR: "noch",
}

COMPOUNDS = """besuch, essen, treffen, termin, meeting, call, konferenz, messe, sitzung, besprechung, workshop, verlangerung, angebot,
    ausfall, problem, probleme, storung, beschwerde, verhandlung, review, mangel, fehler, reklamation, vertrag, gesprach,
    gesprache, karte, nachricht, besichtigung, rundgang, feier, preis, preise, demo"""

GERMAN = Vocabulary(
    code="de",
    endings=("", "e", "er", "es", "en", "em"),
    kinds=KINDS,
    generic_kinds=GENERIC_KINDS,
    faint_kinds=FAINT_KINDS,
    occasions=OCCASIONS,
    places=PLACES,
    intents=INTENTS,
    moods=MOODS,
    soft_moods=SOFT_MOODS,
    cues=CUES,
    auxiliaries=AUXILIARIES,
    who=WHO,
    whom=WHOM,
    verbs=_verb_forms(),
    words=WORDS,
    calendar=CALENDAR,
    marks=MARKS,
    compounds=COMPOUNDS,
)
