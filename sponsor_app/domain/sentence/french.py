"""The words of a line in French. A `*` takes the endings of gender and number."""

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.senses import Cue, Verb, Vocabulary, Word, listed

KINDS = {
    Kind.VISIT: """visite, visites, visité, rendu visite, rendre visite, passé voir, passée voir, passé chez, passée chez,
        passage chez, passage, déplacement, déplacement chez, visite de site, visite client, visite d'usine, tournée,
        allé voir, allée voir, allés voir, allé chez, allée chez, allés chez, visite usine, visite sur site, me suis rendu,
        nous a rendu visite, venus nous voir, venu nous voir, venue nous voir, visite guidée, visite de l'usine,
        visite de courtoisie, visite du site, visite des locaux, visite de l'atelier, visite de chantier, visite d'atelier, visité, rendu chez, me suis rendu chez, passé la journée chez, passé la matinée chez, tour de l'usine, passés voir, passés chez""",
    Kind.COFFEE: "café, cafés, kawa, caoua, pris un café, bu un café, autour d'un café, thé, expresso, espresso, pause café, pause-café, cappuccino, petit café, p'tit café, un café",
    Kind.MEAL: """déjeuner, déjeuners, déjeuné, dîner, dîners, dîné, petit-déjeuner, petit déjeuner, petit-déj, apéro,
        apéritif, verre, repas, resto, brunch, bière, souper, lunch, déj, déjeuner d'affaires, déjeuner de travail,
        pot, verres, dîner d'affaires, casse-croûte, bières, afterwork, bouffe, mangé, déjeuner rapide, bistrot avec, resto avec, restaurant avec, brasserie avec, déjeuner avec, pris un verre, bu un verre, un verre, barbecue, raclette, fondue, champagne, dîner de gala, soupé, dej, diner, p'tit déj, petit dej, cassoulet, sandwich, apéritif dînatoire, gueuleton""",
    Kind.CALL: """appel, appels, appelé, appelée, coup de fil, téléphoné, téléphone, au téléphone, par téléphone,
        appel téléphonique, conf call, conférence téléphonique, eu au téléphone, coup de téléphone, rappelé, call,
        audioconférence, tel, tel ., tél ., coup de fil de, coup de fil à, passé un coup de fil, appel de, appel à, au tél, par tél, messagerie vocale, message vocal, rappelé par, conf tél, conférence tél, tph, entretien téléphonique, échange téléphonique, point téléphonique, appelés, tél, en ligne avec,
        réunion téléphonique, eu au tél, joint par téléphone, audio""",
    Kind.VIDEO: """visio, visios, visioconférence, visioconférences, appel vidéo, vidéo, zoom, sur Teams, via Teams,
        réunion Teams, appel Teams, call Teams, en visio, par visio, webex, skype, visioconf, réunion en ligne, Teams avec,
        point Teams, MS Teams, sur Zoom, appel Zoom, Google Meet, visio Teams, visio Zoom, réunion Zoom, réunion à distance,
        rendez-vous visio, point visio, réunion visio, visio avec, en visio avec, facetime, appel en visio, rdv visio, rdv en visio, vidéoconf, call visio, réunion en visio""",
    Kind.MESSAGE: """mail, mails, e-mail, e-mails, email, emails, courriel, courriels, message, messages, SMS, texto,
        textos, WhatsApp, LinkedIn, écrit à, écrit, lettre, courrier, carte de voeux, carte de vœux, échange de mails,
        échangé par mail, par mail, Slack, message LinkedIn, message WhatsApp, petit mot, petit mot à, sms à, mail à, mail de, réponse par mail, échange mail, carte postale, lettre à, mot de remerciement, message de, message à, envoyé un message à, courrier à, carte, mot, envoyé un mail,
        envoyé un message, envoyé un mot, par e-mail, échange d'e-mails""",
    Kind.EVENT: """événement, événements, évènement, conférence, salon, webinaire, webinaires, webinar,
        groupe de discussion, focus group, golf, foire, congrès, séminaire, soirée, gala, forum, table ronde, colloque,
        réception, exposition, journée client, journée clients, club utilisateurs, concert, cocktail, inauguration,
        salon professionnel, symposium, parcours de golf, partie de golf, fête, tournoi, vernissage, soirée clients,
        soirée client, match, convention, matinée clients, théâtre, opéra, au théâtre, à l'opéra, rugby, tennis, Roland-Garros, pot de départ, journée portes ouvertes, portes ouvertes, anniversaire de la société, cérémonie, voile, ski, gala de charité, remise de prix, soirée au théâtre, soirée à l'opéra, soirée de gala, petit-déjeuner débat""",
    Kind.REVIEW: """revue, revues, bilan, QBR, revue trimestrielle, revue de compte, revue d'affaires, revue annuelle,
        business review, point trimestriel, revue de performance, revue de service, bilan trimestriel, bilan annuel,
        revue semestrielle, revue mensuelle, réunion de bilan, comité de revue, bilan semestriel, bilan mensuel, point annuel, point semestriel, comité trimestriel, revue de projet, revue client, comité de suivi annuel, revue de contrat""",
}
GENERIC_KINDS = {
    Kind.MEETING: """réunion, réunions, rendez-vous, rdv, rencontre, rencontré, rencontrée, rencontrés, vu, vue, vus,
        entretien, entretiens, atelier, ateliers, démo, démonstration, présentation, kick-off, comité de pilotage, copil,
        formation, point, séance, lancement, comité, reçu, reçue, reçus, séance de travail, réunion de travail, retrouvé,
        croisé, croisée, tête-à-tête, 1:1, meeting, workshop, négociation, réunis, entrevue, point hebdo, comop, codir, revu, revus, négo, négos, négociations, entretien avec, point avec, fait le point, fait un point, faire le point, point rapide, point projet, retrouvailles, promenade, marche avec, marché avec, marché ensemble, balade, réunion de crise, réunion interne, réunion d'équipe, point presse, audit, soutenance, RV, r-v, r.v, croisé dans, on s'est vus, s'est vus, nous sommes vus, on se voit, me suis entretenu avec, entretenu avec, rencontre fortuite,
        réunion de suivi, point de suivi, rendez-vous de suivi, réunion de lancement, voir, voyons, vois, verrai, verrons, retrouve, retrouvons, rencontrons, rencontrerai, workshops""",
    Kind.VISIT: "matinée chez, journée chez, après-midi chez, demi-journée chez",
}
FAINT_KINDS = {
    Kind.CALL: "parlé de, parlé du, parlé des, discuté de, discuté du, discuté des, échangé sur, parlé, discuté, échangé, discussion, bavardé, conversation, échange, causé, papoté, échanges, eu Dana",
}
OCCASIONS = {
    Kind.EVENT: """au salon, à la conférence, sur le salon, sur un salon, au congrès, au forum, au séminaire, à la foire,
        à l'événement""",
}
PLACES = {
    Place.THEIRS: """chez eux, chez elle, chez elles, chez lui, sur site, sur place, sur leur site, chez le client,
        dans leurs murs, dans leurs bureaux, dans ses locaux, dans ses bureaux, à son bureau, dans son bureau, à leurs bureaux, à leur bureau, à l'usine, dans l'usine, leur cantine, à leur cantine, dans les locaux du client, on site,
        à leur siège, chez ce client, sur leur terrain, là-bas, in situ, à la cantine, dans leurs locaux""",
    Place.OURS: """chez nous, ici, reçu chez nous, venus chez nous, venu chez nous, venue chez nous, venus nous voir,
        venu nous voir, venue nous voir, passé nous voir, passée nous voir, passés nous voir, passées nous voir, est passé nous voir, est passée nous voir, sont passés nous voir, dans nos bureaux, dans nos locaux, nous a rendu visite, nous ont rendu visite, dans nos murs, reçu, reçue, reçus,
        ici au siège, chez moi, au bureau chez nous""",
    Place.NEUTRAL: """restaurant, resto, au café, dans un café, aéroport, hôtel, terrain neutre, café du coin, rooftop, dans l'avion, bar de l'hôtel, au bar de l'hôtel, hall de l'hôtel, salon de l'aéroport, lieu neutre, endroit neutre,
        brasserie, bistrot, bistro, bar, gare, au salon, à la conférence, sur le salon, en ville, pub, dans une conférence, à une conférence, lors d'une conférence, sur un salon,
        lounge, au congrès, neutre, à l'aéroport, à l'hôtel, club de golf, au golf, dans le train, Starbucks, au forum,
        au restaurant, pizzeria, salon de thé, dans un bar, dans un hôtel, au séminaire, à la foire, dans un restaurant,
        au café du coin, au bistrot""",
    Place.REMOTE: """à distance, en ligne, par téléphone, au téléphone, virtuel*, en visio, distanciel, en distanciel,
        remote, online, par visio, depuis la maison, en télétravail, virtuelle, virtuellement""",
}
INTENTS = {
    Intent.CARE: """sans ordre du jour, pas d'ordre du jour, sans agenda, pas d'agenda, rien à vendre, prendre des nouvelles,
        pris des nouvelles, juste pour dire bonjour, dire bonjour, remercier, remercié, remerciée, merci, courtoisie,
        visite de courtoisie, relationnel, anniversaire, féliciter, félicité, félicitée, félicitations, écouter, écoute,
        à l'écoute, sans demande, rien à demander, aucune demande, garder le contact, pas parlé affaires, sans parler affaires, pas parlé boulot, pas parlé business, pas de business, sans business, de tout et de rien, parlé de tout et de rien, remercie, remercient, nous remercie, nous remercient, merci pour, pour remercier, pour la remercier, pour le remercier, pour les remercier, félicite, bonjour, un petit bonjour, petit coucou, coucou, promotion, vœux de bonne année, bonne année, naissance, mariage, retraite, pas d'enjeu, sans motif, sans raison, rien de particulier, rien de précis, simple bonjour, rendre service, amical, amicale, convivial,
        conviviale, sans rien vendre, sans rien demander, remerciements, sans enjeu, faire connaissance, fait connaissance,
        rien de commercial, pas de sujet commercial, aucun sujet commercial, sans objectif commercial, aucun enjeu commercial, sans vente, pour le plaisir, vœux, voeux, carte de vœux, carte de voeux,
        garder contact, entretenir la relation, pour discuter simplement, sans rien à vendre, sans but commercial,
        simple visite, sans arrière-pensée, condoléances, départ en retraite, pas de vente, prise de nouvelles""",
    Intent.FIX: """panne, pannes, bug, bugs, incident, incidents, réclamation, réclamations, plainte, plaintes, problème,
        problèmes, escalade, escalades, retard, retards, défaut, défauts, dysfonctionnement, dysfonctionnements, coupure,
        coupures, excuses, excusé, excusée, litige, litiges, erreur, erreurs, anomalie, anomalies, interruption, avarie,
        rupture, ticket, tickets, sinistre, correctif, résoudre, s'est plaint, s'est plainte, se plaint, se plaignent,
        m'excuser, s'excuser, nous excuser, livraison en retard, retard de livraison, en panne, hors service, défectueux,
        cassé, non-conformité, non-conformités, mécontentement, erreur de facturation, crise, défaillance, endommagé, endommagée, endommagés, endommagées, analyse des causes, cause racine, causes racines, gêne, hors d'usage, ne marche pas, ne marche plus, ne fonctionne pas, ne fonctionne plus, à l'arrêt, bloqué, bloquée, bloqués, lettre d'excuses, excusons, remplacement, avoir, plan de reprise, rapport d'incident, suivi d'incident, mauvaise facture, facture erronée, factures erronées, erreurs de facturation, contretemps, malfaçon, non conforme, ligne arrêtée, en rade, plantage,
        dépannage, perte de données, plaints""",
    Intent.SELL: """renouvellement, renouvellements, renouveler, devis, proposition, propositions, offre, offres, contrat,
        contrats, tarif, tarifs, tarification, prix, démo, démos, démonstration, vente, ventes, vendre, négociation,
        négociations, négocier, négocié, appel d'offres, commande, commandes, bon de commande, upsell, remise, remises,
        avenant, signature, licence, licences, closing, extension, deal, abonnement, proposition commerciale, pitch,
        reconduction, hausse de prix, augmentation de prix, offre commerciale, vente additionnelle, conditions commerciales,
        contrat cadre, contrat-cadre, prolongation, cotation, chiffrage, achat, conclure, négo, négos, rabais, ristourne, baisse de prix, signer, a signé, ont signé, commercial, offre finale, contrat à signer, marché, conditions, tarifaire, prix à revoir, reconduire, prolonger, élargir, accord cadre, accord-cadre, business""",
}
MOODS = {
    Sentiment.POSITIVE: """content*, heureux, heureuse, heureuses, satisfait*, ravi*, enchanté*, positif, positive, positifs,
        positives, enthousiaste*, de bonne humeur, bonne humeur, bonne ambiance, détendu*, impressionné*, rassuré*,
        tout va bien, s'est bien passé, bien passé, s'est très bien passé, très bien passé, optimiste*, reconnaissant*, chaleureux,
        chaleureuse, constructif, constructive, productif, productive, confiant*, souriant*, emballé*, conquis*, soulagé*,
        aux anges, excellente ambiance, super ambiance, bon esprit, bienveillant*, cordial*, cordiale, joyeux, joyeuse, joyeuses, de bonne composition, élogieux,
        élogieuse, séduit*, adoré, a adoré, ont adoré, adore, adorent, aimé, a aimé, ont aimé, a bien aimé, apprécié, a apprécié, ont apprécié, très aimable, aimable*, décontracté*, en pleine forme, en forme, gai, gais, gaie, gaies, jovial*, charmé*, apaisé*, calme, calmes, belle soirée, bon moment, très bon moment, belle ambiance, super soirée, bonne soirée, charmant*, sympathique*, de belle humeur, ouvert d'esprit, beau moment, bon contact, bon feeling, tout roule, ça roule, tout est réglé,  serein*, fier, fière, happy, bien passée, s'est bien passée, agréable*, de très bonne humeur,
        🙂, 😊, 😀, 😃, 👍""",
    Sentiment.NEGATIVE: """mécontent*, insatisfait*, fâché*, en colère, furieux, furieuse, furieuses, énervé*, agacé*,
        déçu*, frustré*, inquiet, inquiète, inquiets, inquiètes, tendu*, négatif, négative, négatifs, mauvaise humeur,
        mauvaise ambiance, s'est mal passé, mal passé, irrité*, contrarié*, froid, froide, hostile*, sceptique*, remonté*,
        exaspéré*, malheureux, malheureuse, préoccupé*, agressif, agressive, glacial, glaciale, de mauvaise humeur,
        excédé*, vexé*, mal passée, ambiance tendue, se plaint, s'est plaint, s'est plainte, soucieux, soucieuse, amer, amère,
        perdu patience, perd patience, impatient*, à bout, ras-le-bol, stressé*, nerveux, nerveuse, méfiant*, colère,
        se plaignent, morose*, exigeant*, tendue, ambiance froide, ambiance glaciale, grognon, grincheux, remontée contre nous, remonté contre nous, hors de lui, hors d'elle, désagréable*, distant*, lassé*, las, échaudé*, dépité*, abattu*, démoralisé*, crispé*, menace de partir, menacent de partir, menace de résilier, veut arrêter, veulent arrêter, veut résilier, veulent résilier, serré, serrée, dur, dure, mitigé mais inquiet, dubitatif, dubitative, 🙁, ☹, 😞, 😠, 😡, 👎""",
    Sentiment.NEUTRAL: """neutre*, ok, okay, mitigé*, partagé*, correct, correcte, moyen, moyenne, sans plus, réservé*,
        ni content, tiède*, comme ci comme ça, poli*, prudent*, mesuré*, indifférent*, couci-couça, comme d'habitude, rien de spécial, hésitant*, indécis*, normal, normale, en demi-teinte,
        bof, attentiste*, 😐""",
}
SOFT_MOODS = {
    Sentiment.POSITIVE: "bon, bonne, bien, super, très bien, très bon, très bonne, excellent*, sympa, génial*, formidable*, parfait*",
    Sentiment.NEGATIVE: "mauvais*, difficile*, pénible*, compliqué*, mal, catastrophique*, houleux, houleuse, dur",
}
_MEETINGS_M = """rendez-vous, rdv, point, déjeuner, dîner, appel, café, échange, contact, entretien, atelier, copil, bilan,
    comité, événement, call, passage, déplacement"""
_MEETINGS_F = "réunion, visite, fois, rencontre, revue, visio, séance, étape, démo, date"
REMINDERS = """rappelle-moi de, rappelle-moi d', rappelle-moi, rappelez-moi de, rappelez-moi d', penser à, pense à,
    ne pas oublier de, ne pas oublier d', ne pas oublier, pas oublier de, n'oublie pas de, n'oublie pas d', rappel :"""
CUES = {
    Cue.PROMISED: """promis, promise, promets, promettons, promet, promettent, promesse, engagé à, engagée à, engagés à,
        engagé, engagée, engagés, engage à, engageons à, engagement, accepté de, proposé de, promis de, garanti,
        confirmé que, assuré, promettre, engagent à, engagées à, accepte de, accepte d', acceptent de, acceptent d', accepté d', s'engage à, s'engagent à, d'accord pour""",
    Cue.TO_US: "nous a été promis, nous ont été promis, m'a été promis, été promis, nous a promis, nous ont promis, m'a promis, m'ont promis",
    Cue.WILL: "vais, allons, va, vont, devrait, devraient",
    Cue.MUST: "dois, devons, doit, doivent, faut, il faut, devra, devrai, devrons, devront, reste à, il reste à, pense, pensons",
    Cue.OWE: """doit à, dois à, devons à, doivent à, doit une, doit un, dois une, dois un, leur doit, leur dois, leur devons, lui dois, lui doit, lui devons, nous doit, nous doivent, me doit,
        me doivent, redevable""",
    Cue.TO_DO: "à faire, action, actions, todo, to do, to-do, prochaine étape, prochaines étapes, tâche, tâches, suite à donner, reste à faire",
    Cue.REQUEST: "veut, veulent, voudrait, voudraient, demande, demandent, demandé, souhaite, souhaitent, attend, attendent, besoin de, besoin d', réclame",
    Cue.AWAIT: "attendu, attendue, attendus, attendons, attends, recevoir, reçoit, reçoivent, recevra, recevront, recevrons, recevons, en attente de, en attente du, j'attends, on attend, nous attendons",
    Cue.NEXT: ", ".join(
        [f"prochain {m}" for m in listed(_MEETINGS_M)]
        + [f"prochaine {m}" for m in listed(_MEETINGS_F) if m != "étape"]
        + listed(
            "on se revoit, nouvelle date, nouvelle date le, prochaine fois, prochain rendez-vous le, se revoit, se revoir, nous revoyons, revoyure, revoir, prochain :, se voit, suite le, revoyons"
        )
    ),
    Cue.AGAIN: """à nouveau, de nouveau, retour, y retourne, retournons, retourne, retournerai, retournerons, encore,
        prochain, prochaine, relance, on se rappelle, on se voit, on se reparle, se reparle, on en reparle, reparle, reparlons, se recale, on se recale, on se retrouve, rappel,
        nous nous voyons, nouveau rendez-vous, nouveau rdv, nouvelle réunion, nouvelle visite, nouveau point, refaire""",
    Cue.REMIND: REMINDERS,
    Cue.CANCELLED: "annulé, annulée, annulés, annulées, n'aura pas lieu, n'a plus lieu, n'a pas eu lieu, n'a pas lieu, tombé à l'eau, tombée à l'eau, décommandé, décommandée, s'est décommandé, s'est décommandée, a annulé, annule, annulent",
    Cue.PLAN: "prévu, prévue, prévus, planifié, planifiée, programmé, programmée, calé, calée, fixé, fixée, agenda, reporté, reportée, reporté au, reportée au, décalé, décalée, décalé au, décalée au",
}
AUXILIARIES = {
    Direction.OURS: "ai, avons, suis, sommes, me suis, nous sommes",
    Direction.THEIRS: "a, ont, est, sont, s'est, se sont, s est",
}
WHO = {
    Direction.OURS: "je, j', on, nous, moi, j'ai, on a, nous avons, qu'on, j, que je, que nous",
    Direction.THEIRS: "il, elle, ils, elles, qu'il, qu'elle, qu'ils, qu'elles",
}
WHOM = {
    Direction.THEIRS: "de leur part, de sa part, lui, leur, à lui, à elle, à eux, les, vers eux, vers elle, vers lui, auprès d'eux",
    Direction.OURS: "de notre part, de ma part, me, m', nous, à nous, vers nous, m",
}
_REGULAR = """présenter, organiser, préparer, partager, donner, confirmer, vérifier, regarder, communiquer, livrer,
    proposer, signer, payer, valider, planifier, inviter, apporter, finaliser, chiffrer, relancer, contacter, informer,
    corriger, réparer, remplacer, régler, tester, installer, débloquer, escalader, retourner, rédiger, étudier, analyser,
    clarifier, créditer, rembourser, expédier, caler, fixer, réserver, occuper, demander, commander, décider, adresser,
    expliquer, montrer, former, accompagner, recontacter, envisager, ajuster, calculer, examiner, traiter, arranger,
    consulter, impliquer, monter, poster, publier, résilier, accorder, discuter, parler, modifier, creuser, avancer,
    programmer, mobiliser, dépêcher, renégocier, compléter, intervenir"""
# Infinitive: forms of je and nous | forms of il and ils | forms that may be either.
_IRREGULAR = """envoyer: enverrai enverrons envoyons | enverra enverront envoient | envoie;
    renvoyer: renverrai renverrons renvoyons | renverra renverront renvoient | renvoie;
    revenir: reviens revenons reviendrai reviendrons | revient reviennent reviendra reviendront |;
    venir: viens viendrai viendrons | vient viennent viendra viendront |;
    faire: fais faisons ferai ferons | fait font fera feront |;
    transmettre: transmets transmettons transmettrai transmettrons | transmet transmettent transmettra transmettront |;
    remettre: remets remettons remettrai remettrons | remet remettent remettra remettront |;
    soumettre: soumets soumettons soumettrai soumettrons | soumet soumettent soumettra soumettront |;
    mettre: mets mettons mettrai mettrons | met mettent mettra mettront |;
    fournir: fournis fournissons fournirai fournirons | fournit fournissent fournira fourniront |;
    répondre: réponds répondons répondrai répondrons | répond répondent répondra répondront |;
    rendre: rends rendons rendrai rendrons | rend rendent rendra rendront |;
    rappeler: rappelons rappellerai rappellerons | rappellent rappellera rappelleront | rappelle;
    appeler: appelons appellerai appellerons | appellent appellera appelleront | appelle;
    tenir: tiens tenons tiendrai tiendrons | tient tiennent tiendra tiendront |;
    suivre: suivrai suivrons suivons | suivra suivront |;
    voir: verrai verrons | verra verront |;
    résoudre: résous résolvons résoudrai résoudrons | résout résolvent résoudra résoudront |;
    établir: établis établissons établirai établirons | établit établissent établira établiront |;
    prendre: prends prenons prendrai prendrons | prend prennent prendra prendront |;
    obtenir: obtiens obtenons obtiendrai obtiendrons | obtient obtiendra |;
    écrire: écris écrivons écrirai écrirons | écrivent écrira écriront |;
    donner suite: | |; prendre contact: | |; mettre en relation: | |; faire parvenir: | |"""


def _verb_forms() -> dict[str, Verb]:
    forms: dict[str, Verb] = {}
    for infinitive in listed(_REGULAR):
        stem = infinitive[:-2]
        forms |= {stem + end: Verb(infinitive, Direction.OURS) for end in ("ons", "erai", "erons")}
        forms |= {stem + end: Verb(infinitive, Direction.THEIRS) for end in ("ent", "era", "eront")}
        forms |= {stem + "e": Verb(infinitive), infinitive: Verb(infinitive, bare=True)}
    for line in _IRREGULAR.split(";"):
        infinitive, _, conjugated = line.strip().partition(":")
        ours, theirs, either = (part.split() for part in conjugated.split("|"))
        forms |= {form: Verb(infinitive, Direction.OURS) for form in ours}
        forms |= {form: Verb(infinitive, Direction.THEIRS) for form in theirs}
        forms |= {form: Verb(infinitive) for form in either} | {
            infinitive: Verb(infinitive, bare=True)
        }
    return forms | _conditional(forms)


def _conditional(forms: dict[str, Verb]) -> dict[str, Verb]:
    """`nous enverrions` beside `nous enverrons`: what they said they would do."""
    endings = {"rai": "rais", "rons": "rions", "ra": "rait", "ront": "raient"}
    return {
        form.removesuffix(future) + conditional: verb
        for form, verb in forms.items()
        for future, conditional in endings.items()
        if form.endswith(future) and verb.side is not None
    }


WORDS = {
    Word.AND: "et, puis, ainsi que",
    Word.BUT: "mais, cependant, pourtant, toutefois",
    Word.WITH: "avec, en compagnie de",
    Word.AT: "chez, de chez",
    Word.TO: "à, de, d'",
    Word.ABOUT: "sur, au sujet de, au sujet du, à propos de, à propos du, concernant, suite à, pour cause de, à cause de, à cause du, autour de, autour du, de la, du, quant à, après",
    Word.BE: "est, était, sont, étaient, semble, semblait, paraît, paraissait, reste, été, fut, avait l'air, a l'air, ont l'air, c'était, c'est",
    Word.NOT: """rien, pas, ne, n', pas du tout, pas très, pas vraiment, plus vraiment, peu, guère, jamais, aucun, aucune, loin d'être, sans,
        pas trop, pas tout à fait, pas franchement, ni, pas encore, pas de, pas d', plus du tout, n""",
    Word.OUR: "notre, nos, mon, ma, mes",
    Word.THEIR: "leur, leurs, son, sa, ses, du client, du",
    Word.ADVERB: REMINDERS
    + """, juste, simplement, aussi, également, bien, très, vraiment, déjà, plutôt, assez, encore, ensuite, alors, bientôt, rapidement,
        vite, s'il vous plaît, svp, que, qu', qu, y, en, se, s', s, c', c, donc, enfin, globalement, toujours, peut-être,
        probablement, vous, tout, tous, toute, visiblement, franchement, clairement, un peu, extrêmement, hyper, trop,
        particulièrement, dans l'ensemble, personnellement, tellement, surtout, plus, avait, avaient, avoir, eu, été, ça, cela""",
    Word.FILLER: """le, la, les, l', l, un, une, des, du, d, au, aux, ce, cet, cette, ces, dans, par, pour, vers, qui, dont, où,
        comme, si, quand, car, parce que, entre, chaque, petit, petite, rapide, court, courte, long, longue, bref, brève,
        premier, première, parlé de, parlé du, parlé des, discuté de, discuté du, discuté des, évoqué, abordé, mentionné, dit, dite, humeur,
        ambiance, atmosphère, jour, M, Mme, Monsieur, Madame, Mlle, heure, heures, minutes, nouveau, nouvelle, nouveaux, nouvelles, nouvel, RAS, merci de noter, à noter, compte rendu :, objet :, confidentiel, rien à signaler, accueil, envoyé, envoyée, sinon, note, présent, présente, présents,
        participants, dessus, ensemble, pris, bu, prise, fait, lors, pendant, durant, autre, autres, informel, informelle,
        quelques, deux, trois, plusieurs, ici présent, échange sur, échangé sur, ai, as, plaisir, simple, après, avant, côté, de notre côté,
        de leur côté, petits, hebdomadaire, mensuel, mensuelle, trimestriel, régulier, régulière, c'est, il y avait, via,
        objet, sujet, résultat, échéance, délai, matinale, eu lieu, lieu, eux, elle""",
    Word.ROLE: """DSI, DAF, DG, PDG, DRH, directeur, directrice, directeur général, directrice générale, directeur achats,
        directeur financier, directrice financière, responsable, responsable achats, acheteur, acheteuse, président,
        présidente, chef, chef de projet, directeur technique, directrice technique, directeur d'usine, directrice d'usine,
        assistant, assistante, technicien, technicienne, CFO, CEO, CIO, CTO, COO, ingénieur, gérant, gérante, patron,
        patronne, directeur des achats, directrice des achats, directeur commercial, contrôleur, RSSI, collègue,
        responsable informatique, responsable production, directeur industriel, directeur logistique, contact""",
    Word.GROUP: """société, entreprise, équipe, équipes, client, clients, cliente, collègues, achats, service achats, direction, comité de direction,
        management, gens, utilisateurs, groupe, ingénieurs, techniciens, informatique, finance, marketing, juridique,
        logistique, production, acheteurs, l'équipe, le client, la direction, service, conseil, équipe projet, équipe achats,
        tout le monde, l'équipe projet, l'équipe achats, équipe technique, l'équipe technique, support""",
    Word.SITE: """bureau, bureaux, locaux, site, siège, usine, cantine, entrepôt, labo, laboratoire, dépôt, bâtiment,
        maison, QG, agence, chantier, magasin, siège social, campus, tour, datacenter, raffinerie, boutique, hangar,
        siège de, usine de, locaux de, bureaux de, site de, centre""",
}
CALENDAR = {
    "relative": """-2: avant-hier; -1: hier, hier soir, cette nuit; 0: aujourd'hui, ce matin, ce soir, cet après-midi, ce midi,
        tout à l'heure, à l'instant, ce jour, tantôt; 1: demain; 2: après-demain; 7: sous huitaine, d'ici huit jours,
        sous huit jours, dans huit jours, sous une huitaine, huitaine""",
    "day_end": "0: fin de journée, fin de la journée, en fin de journée",
    "weekday": "0: lundi; 1: mardi; 2: mercredi; 3: jeudi; 4: vendredi; 5: samedi, week-end, weekend; 6: dimanche",
    "short_weekday": "0: lun; 1: mar; 2: mer; 3: jeu; 4: ven; 5: sam; 6: dim",
    "safe_short": "0: nothing at all",
    "month": """1: janvier, janv, jan; 2: février, févr, fév; 3: mars; 4: avril, avr; 5: mai; 6: juin; 7: juillet, juil;
        8: août; 9: septembre, sept; 10: octobre, oct; 11: novembre, nov; 12: décembre, déc""",
    "number": """1: un, une; 2: deux; 3: trois, quelques; 4: quatre; 5: cinq; 6: six; 7: sept; 8: huit, une huitaine de; 9: neuf;
        10: dix, une dizaine de, dizaine de; 11: onze; 12: douze; 14: quatorze; 15: quinze, une quinzaine de, quinzaine de;
        20: vingt; 30: trente""",
    "unit": """1: jour, jours; 7: semaine, semaines; 14: quinzaine; 30: mois; 365: an, ans, année, années; 0: heure, heures, h;
        5: jour ouvré, jours ouvrés, jour ouvrable, jours ouvrables; 91: trimestre, trimestres""",
    "turn": """-1: dernier, dernière, derniers, dernières; 0: ce, cet, cette; 1: prochain, prochaine, prochains, prochaines,
        le prochain, la prochaine, les prochains, les prochaines""",
    "turn_after": """-1: dernier, dernière, derniers, dernières, passé, passée, précédent, précédente; 1: prochain, prochaine,
        prochains, prochaines, suivant, suivante; 2: qui vient, à venir; 0: en cours, ci""",
    "edge": "1: début, début de, au début de, en début de, au début du, courant début; 2: mi, milieu, milieu de, au milieu de, courant; 3: fin, fin de, à la fin de, la fin, en fin de, la fin de, à la fin du, la fin du",
    "edge_after": "9: nothing at all",
    "link": "0: de, du, de la, de l', le, la, les, l, d, d', des, au, au mois de, mois de, du mois de",
    "by": """0: d'ici, d'ici à, d'ici au, d'ici le, d'ici la, avant, avant le, avant la, avant l', au plus tard, au plus tard le,
        pour le, jusqu'à, jusqu'au, dû le, due le, échéance, échéance le, d'ici l', pour la, dû pour, d'ici les, deadline,
        à rendre, pour, au plus tard au, au plus tard à la, d'ici à la, d'ici à l', pas plus tard que, à échéance""",
    "by_soft": "0: sous, pour dans",
    "by_after": "0: au plus tard, dernier délai, maximum, max",
    "on": "0: le, du, ce, au, à partir de, en date du, la, vers le, autour du, à partir du, dès, après, à compter du, en, ces",
    "in": "0: dans, sous, d'ici, en, au cours des, dans les, au, dans environ, dans à peu près, d'ici à",
    "since": "0: depuis, depuis le, chaque, tous les, depuis la, dès le début",
    "ago": "9: nothing at all",
    "ago_before": "0: il y a, y a, voici, voilà, il y a environ",
    "from_now": "0: plus tard",
    "period": "9: nothing at all",
    "quarter": "1: T1, Q1, premier trimestre; 2: T2, Q2, deuxième trimestre; 3: T3, Q3, troisième trimestre; 4: T4, Q4, quatrième trimestre",
    "daypart": "0: matin, soir, après-midi, midi, matinée, soirée, fin de journée, en fin de journée, dans la matinée",
    "week_number": "0: semaine, S, sem",
    "week_of": "0: semaine du, la semaine du",
    "week_later": "1: en huit",
    "feast": "1224: Noël, les fêtes; 1231: nouvel an, le nouvel an, la Saint-Sylvestre",
    "score": "0: note, pouls, NPS, score",
}

MARKS = {
    Mark.SAID: "dit, évoqué, mentionné",
    Mark.PAST: "était, étaient, fut",
    Mark.TO_ACCOUNT: "chez, de, d, à",
    Mark.TO_PERSON: "avec, vu, et",
    Mark.ABSENT: "absent, absente, absents, malade, empêché, empêchée",
    Mark.PRESENT: "là, présent, présente",
    Mark.ANOTHER_CLAUSE: "quand, lorsque, pendant que",
    Mark.OCCASIONS: "moment, échange, soirée, ambiance, humeur",
    Mark.WISHES: "être, avoir",
    Mark.ONCE_MORE: "à nouveau, de nouveau",
    Mark.SEES: "vois, voyons, verrai, verrons, rencontre",
    Mark.MEETS_NEXT: "nous revoir, revoir",
    Mark.AFTER_NOUN: "pour",
    Mark.NONE: "pas de, pas d', aucun, aucune, sans",
    Mark.DISCUSSED: "parlé de, parlé du, parlé des, discuté de, discuté du, discuté des, échange sur, échangé sur",
    Mark.NOT_TOPIC: "à, de, sur",
    Mark.PURPOSE: "pour",
    Mark.BEFORE_PURPOSE: "un, une, la, le",
    Mark.MINUTES: "heures",
    Mark.THEIRS_TO_GIVE: "commande, paiement",
    Mark.FROM: "de",
    Mark.THEIR_PART: "de leur part, de sa part",
    Mark.OUR_PART: "de notre part, de ma part",
    Mark.NO_PURPOSE: "sans, pas, rien, aucun, aucune",
    Mark.NAME_AFTER: "avec, et, vu, rencontre, appelé, à",
    Mark.WEAK_LEADS: "et, à, de, d",
    Mark.ACCOUNT_AFTER: "chez, de, d, à, pour, et, avec",
    Mark.SURE_LEADS: "avec",
    Mark.MONTH_AFTER: "en, mi, d, fin, début",
    Mark.SEASON_AFTER: "en, cet",
    Mark.WORD_AFTER: "le, la, les, un, une, des, du, de, notre, leur, ce, cette, l",
    Mark.DOES: """a, est, était, dit, veut, et, de, chez, enverra, va, promet, m, nous, lui, leur, ne, n, se, sera, sont,
        avait, doit""",
    Mark.OUR_NAME: "notre",
    Mark.AND_NAMES: "et",
    Mark.ARTICLES: "le, la, les, l, un, une, des, du, d, de, notre, nos, leur, leurs, sa, son, ses",
    Mark.TRAILING: "pour, le, la, de, d, à, avant, des, du",
    Mark.TITLES: "M, Mme, Monsieur, Madame, Mlle",
    Mark.MEETS: "vu, rencontre, appelé, vue, croisé, reçu, écrit à, Teams avec",
    Mark.WITH: "avec",
    Mark.AT_ACCOUNT: "chez, de chez",
    Mark.AFTER_PERSON: "de, d', de la, du, chez",
    Mark.VISITS: "visite, visite chez, passé chez",
    Mark.BEFORE_STRANGER: "la, le",
    Mark.FIRMS: "société, entreprise, groupe, maison",
    Mark.NAME_PARTICLES: "de, du, la, le",
    Mark.NAME_LINKS: "de",
    Mark.PREPOSITIONS: "pour, par, de, d, du, à",
    Mark.OBJECT: "nous",
    Mark.SAME_AS_SUBJECT: "nous",
    Mark.ONE: "on, qu'on, on a",
    Mark.DESCRIBES: "nouveau, nouvelle, nouveaux, nouvelles, nouvel",
    Mark.NEAR: "près, proche",
    Mark.SITE_OF: "de, d, du, chez",
}

FRENCH = Vocabulary(
    code="fr",
    endings=("", "e", "s", "es"),
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
)
