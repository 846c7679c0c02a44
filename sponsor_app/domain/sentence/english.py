"""The words of a line in English."""

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.senses import Cue, Verb, Vocabulary, Word, listed

KINDS = {
    Kind.VISIT: """visit*, visited, visiting, site visit*, on-site visit, customer visit*, dropped by, dropped in,
        drop in, dropped in on, stopped by, stop by, popped in, popped into, popped by, popped over, nipped in, called into, looked in on, swung by, came by, came over,
        called in on, went to see, been to see, drove out to, flew out to, drove to, flew to, toured, tour*,
        plant tour, site tour, factory tour, factory visit, walk-through, walkthrough, walked the floor,
        walked the line, walked the plant, trip to, paid a visit, courtesy visit, site walk, plant walk, walkabout, visited us, came to see us,
        day at, half a day at, day with, plant visit*, office visit*, morning at, afternoon at, stopped in, flew over to, travelled to, popped round""",
    Kind.COFFEE: """coffee*, tea, espresso*, cappuccino*, latte*, cuppa, cup of tea, cup of coffee, coffee chat,
        coffee meeting, coffee catch-up, coffee break, americano*, chai, matcha, croissant and coffee, coffee & cake, flat white, hot chocolate""",
    Kind.MEAL: """lunch, lunches, lunched, dinner*, dined, breakfast*, breakfasted, brunch, supper, drinks, drink,
        beer*, pint*, wine, cocktails, meal*, bite to eat, quick bite, ate together, grabbed a bite, grabbed lunch, steak, sushi, tapas, curry, dinners, apero, aperitif, nightcap, business dinner, business breakfast, lunch meeting, working lunch,
        breakfast meeting, dinner meeting, barbecue, bbq, sandwich, pizza, business lunch, conference dinner, gala dinner, conference lunch, team dinner, event dinner""",
    Kind.CALL: """call*, called, phone call*, phoned, phone, rang, rung, ring, telephoned, on the phone, by phone,
        over the phone, via phone, catch-up call, conference call, conf call, telco, telecon, voicemail, on the blower,
        gave them a ring, gave her a ring, gave him a ring, gave her a call, gave him a call, gave them a call, tel, tel ., telephone, telephone call, by tel, had a call, on the line with, audio call, calling, phoning, dialled, rang back, called back, phoned back""",
    Kind.VIDEO: """video call*, video, videocall, videoconference, video conference, video meeting, vc, zoom, zoomed,
        zoom call, zoom meeting, teams call, teams meeting, on teams, via teams, over teams, ms teams, teams with,
        microsoft teams, google meet, webex, skype, skyped, facetime, facetimed, online meeting, virtual meeting,
        video chat, video conf, videoconf, by video, teams chat, webcam, remote meeting, virtual call, online call, screen share, videochat""",
    Kind.MESSAGE: """email*, emailed, e-mail, e-mailed, e-mails, mail, mails, mailed, text, texted, texts, message*,
        messaged, sms, whatsapp, whatsapped, whatsapp message, linkedin, linkedin message, slack, slacked,
        slack message, pinged, dm, dmed, dm'd, wrote to, wrote, letter, card, postcard, text message,
        exchanged emails, exchanged messages, exchanged e-mails, emailing, texting, by email, via email, by e-mail, via e-mail, by text, over email, signal message, imessage""",
    Kind.EVENT: """event*, conference*, webinar*, focus group*, trade fair*, trade show*, expo, golf, exhibition,
        summit, user group, roundtable, round table, seminar, gala, reception, party, hospitality, user conference,
        customer day, open day, forum, panel, concert, football match, football game, congress, symposium,
        networking, golfing, golf day, golf tournament, round of golf, played golf, charity run, tradeshow,
        christmas party, summer party, opera, theatre, stadium, sailing, award ceremony, hackathon,
        customer advisory board, advisory board, tennis, padel""",
    Kind.REVIEW: """review*, qbr*, ebr*, mbr, business review*, quarterly review, quarterly business review, quarterly with, quarterly at, annual with, qtr review, account plan review, half-year review, yearly review, contract review, project review, mid-year review, management review,
        executive review, executive business review, annual review, service review, account review, review meeting,
        monthly review, review call, performance review, qbr meeting, qbr session""",
}
GENERIC_KINDS = {
    Kind.MEETING: """met, meet, mtg, mtgs, meeting*, met up, met with, met up with, saw, seen, seeing, see, workshop*, demo*,
        session, sit-down, sat down, sat with, 1:1, one-on-one, one on one, one to one, 1-1, 121, sync, kick-off,
        kickoff, catch-up*, catchup, caught up, catch up, appointment, briefing, presentation, presented to, presented, sales pitch, pitch, pitched, training,
        steering committee, steerco, standup, bumped into, ran into, onboarding, face to face, f2f,
        negotiation meeting, negotiation, negotiations, walk with, a walk with, for a walk, took a walk, round table with, working session, quick chat in person, audit, handshake, huddle, coffee corner, 1-on-1, one to ones, tete-a-tete, sit down, met again, strategy session, planning session, get-together, got together, board meeting, introduction meeting, intro meeting, demoed,
        demonstrated, hosted, townhall, town hall, check-in, check-ins, check in, checked in""",
}
FAINT_KINDS = {
    Kind.CALL: """spoke, spoken, speak, talk, talked, talking, chat*, chatted, conversation, had a word, discussion,
        talked about, talked to, spoke about, spoke to, spoke with, talked with, chatted with, heard from""",
}
OCCASIONS = {
    Kind.EVENT: """at the conference, at a conference, at the trade fair, at a trade fair, at the fair, at the expo,
        at the trade show, at a trade show, at the exhibition, at the summit, at an event, at the event, at the gala""",
}
PLACES = {
    Place.THEIRS: """at theirs, theirs, on site, on-site, onsite, on location, on their turf, their turf, their end,
        their side of town, at the customer, at the client, at the customer's, at the client's, at their place, at their offices, chez eux, at hers, at his, customer site, client site, customer premises, at the plant,
        at the factory, at the mill, at the warehouse, in the canteen, in the plant, on the shop floor,
        customer's place, client's place, in their canteen, in situ, at their end""",
    Place.OURS: """at ours, ours, here, over here, in the office, in my office, in our offices, came over to ours, came over to our place, hosted them, hosted her, hosted him, hosted, came to us, visited us,
        came to see us, in-house, inhouse, in house, at our end, came over to us, they came over, they came in,
        on our turf, our turf, they came to us, back at base""",
    Place.NEUTRAL: """neutral place, neutral ground, neutral venue, neutral location, neutral territory, neutral site,
        restaurant*, cafe*, airport*, hotel*, starbucks, bar, pub, bistro, lounge, hotel lobby, golf course, golf club,
        train station, station, coffee shop, off-site, offsite, on the train, in the train, costa, pizzeria, steakhouse, brasserie,
        airport lounge, coffee bar, in town, downtown, tea room, clubhouse, coffee house, diner, marriott, hilton,
        hyatt, sheraton, wework, at the conference, at a conference, at the trade fair, at a trade fair, at the fair,
        at the expo, at the trade show, at a trade show, at the exhibition, at the summit, at an event, at the event,
        halfway, neutral, club, rooftop, food truck, wine bar, beer garden, trade fair stand, convention centre, conference centre, conference center""",
    Place.REMOTE: """remote, remotely, online, virtual, virtually, by phone, over the phone, on the phone, via phone,
        from home, dialled in, dialed in, via video, over video, by video""",
}
INTENTS = {
    Intent.CARE: """no agenda, without agenda, without an agenda, no ask, nothing to ask, just checking in, checking in,
        check in, check-in, checked in, thank you, to thank, thanked, thanks, just to say hello, say hello, say hi,
        saying hello, just listening, listening, to listen, listened, no sales talk, no selling, not selling, no pitch,
        nothing to sell, no sell, social, courtesy, relationship, relationship building, birthday, congratulated,
        congratulations, congratulate, congrats, care, care visit, care call, goodwill, just because, wellbeing,
        hello, quick hello, a hello, to say thanks, say thanks, said thanks, thanking, thanks to, thanks us, thank us, thanked us, no strings attached, no agenda at all, not business related, private, catching up on life, celebrate, celebrated, celebration, nothing specific, nothing in particular, see how they are doing, see how they're doing, how they are doing, how they're doing, how things are,
        how things are going, no business, no business talk, no talk of business, purely social, not business, keep in touch,
        keeping in touch, stay in touch, touch base, touched base, touching base, condolences, get to know,
        getting to know, got to know, small talk, no shop talk, anniversary, without asking for anything,
        appreciation, no reason, no sales, no hard sell, farewell, retirement""",
    Intent.FIX: """outage*, bug, bugs, complaint*, complained, complain, complaining, complains, escalation*, escalated,
        escalate, incident*, issue, issues, problem*, downtime, fix, fixing, defect*, root cause, rca, apology,
        apologies, apologise, apologised, apologize, apologized, apologising, late delivery, late deliveries, delay,
        delays, delayed, broken, crash, crashes, crashed, ticket*, failure*, failed, quality issue*, recall, faulty,
        sev 1, sev 2, sev1, sev2, service disruption, disruption, post-mortem, postmortem, breakdown*, broke down, p1,
        malfunction*, error*, support case*, firefighting, shortage*, damaged, data loss, data breach, breach,
        invoice error*, wrong invoice*, billing error*, missed delivery, missed deadline, missed deadlines, fault*,
        still down, line down, system down, server down, machine down, plant down, crane down, is down, was down, were down, stopped working, not working, doesn't work, does not work, out of order, outages, hiccup*, misdelivery, wrong parts, wrong part, credit note*, corrective action, corrective actions, hypercare, crisis, quality problem*, remediation, recovery plan, troubleshooting, late shipment*, backlog of tickets, open tickets, glitch*,
        went down, security incident, claim, returns, hotfix""",
    Intent.SELL: """renewal*, renew, renewing, pricing, price, prices, price increase, pricing pitch, pitch, pitched,
        pitching, quote*, quotation*, quoted, proposal*, upsell, upselling, upsold, cross-sell, cross-selling,
        close the deal, closing, contract*, demo*, demoed, deal, deals, rfp, rfq, rfi, tender*,
        negotiation*, negotiate, negotiated, negotiating, expansion, sales, sell, selling, offer, offers, licence*,
        license*, licences, subscription*, commercials, commercial terms, discount*, po, purchase order, bid, bids,
        opportunity, sales pitch, new business, sign the contract, signed the contract, signature, business case,
        upgrade pitch, extension, order form, sow, statement of work, commercial offer, sales call, sales visit,
        sales meeting, pilot proposal, framework agreement, msa, buying, purchase, procurement talk, extend, extending, upgrade, cross sell, up-sell, commercial, commercial talk, wants to extend, terms, deal closing, close it, rebate*, signing, business development, tariff*, quote request, rfp response""",
}
MOODS = {
    Sentiment.POSITIVE: """happy, happier, happiest, pleased, delighted, satisfied, glad, great mood, good mood,
        positive, excited, enthusiastic, impressed, thrilled, upbeat, relaxed, went well, went great, went really well,
        went very well, productive, constructive, loved, loves, love it, loved it, grateful, thankful, optimistic,
        supportive, cheerful, overjoyed, ecstatic, very good mood, in good spirits, good spirits, over the moon,
        on board, bullish, warm, friendly, relieved, good vibes, good vibe, chuffed, content, high spirits,
        likes us, like us, trusts us, charming, pleasantly surprised, v happy, buzzing, pumped, keen, receptive, warmly, jovial, in a great mood, in a good mood, beaming, stoked, super pleased, won over, sold on it, calm, calmer, reconciled, very positive, good feeling, good feedback, positive feedback, happy camper, happy bunny, good chemistry, went fine, good session, kudos, compliments, complimentary, adored, best meeting, raving, praised, full of praise, all smiles, chuffed to bits,
        big smile, smiling, laughing, laughed a lot, reassured, appreciative, all good, all well, all is well, likes, liked, enjoyed, enjoys, went smoothly, on track, :), :-), 🙂, 😊, 😀, 😃, 😁, 👍, ❤""",
    Sentiment.NEGATIVE: """unhappy, angry, angrily, upset, annoyed, frustrated, disappointed, dissatisfied, furious, mad,
        irritated, concerned, worried, negative, bad mood, tense, cold, hostile, went badly, went poorly, cross, fed up,
        grumpy, livid, pissed off, pissed, sceptical, skeptical, losing patience, lost patience, impatient, displeased,
        disgruntled, bitter, aggressive, icy, frosty, sour, nervous, dissatisfaction, frustration, raging, resentful,
        let down, moans, moaned, moaning, moan, grumbling, grumbled, grumbles, venting, vented, gloomy mood, unconvinced, not convinced, dismissive, defensive, agitated, rattled, on edge, uneasy, anxious, dismayed, appalled, exasperated, up in arms, at the end of their tether, hit the roof, bad vibes, difficult mood, very upset, wary, suspicious, doubtful, threatening to leave, threatened to leave, complained, complaining, complains, not amused, outraged,
        stressed, fuming, unimpressed, distrustful, gloomy, miffed, moody, heated, tempers, unsatisfied, :(, :-(,
        🙁, ☹, 😞, 😠, 😡, 👎, 😟""",
    Sentiment.NEUTRAL: """neutral, ok, okay, so-so, mixed, mixed feelings, lukewarm, indifferent, fine, neither happy,
        matter-of-fact, reserved, noncommittal, non-committal, all right, alright, so so, meh, ambivalent, 😐, polite,
        balanced, mixed mood, as usual, business as usual, average, undecided, hesitant, no strong feelings, wait and see, bit distant, non committal, mezza mezza, middling, cautious, guarded""",
}
SOFT_MOODS = {
    Sentiment.POSITIVE: "good, great, nice, lovely, excellent, super, fantastic, brilliant, wonderful, pleasant",
    Sentiment.NEGATIVE: "bad, poor, awful, terrible, difficult, tough, unpleasant, hard, rough, horrible",
}
_MEETINGS = """meeting, visit, call, lunch, coffee, dinner, breakfast, review, catch-up, session, appointment, qbr, one,
    get-together, event, 1:1, check-in, demo, workshop, sync, touchpoint, touch point, contact, steering committee, business review, video call, trip, drinks, golf, chat, steerco"""
REMINDERS = """remind me to, remind me that i, remind me about, remind me, reminder to, reminder, don't forget to, dont forget to, don't forget,
    dont forget,
    do not forget to, must not forget to, mustn't forget to, remember to, note to self, let's, let us, lets, hope to, hoping to,
    aim to, looking forward to"""
CUES = {
    Cue.PROMISED: """promised, promise, promises, promissed, committed to, commit to, agreed to, pledged,
        pledged to, offered to, undertook to, guaranteed, vowed to, gave my word, assured, promised that,
        agreed that we, on the hook for, signed up to, volunteered to""",
    Cue.TO_US: "asked her to, asked him to, asked them to, asked dana to, they are to, she is to, he is to, action on them, actions on them, action for them, actions for them, their action, their actions, was promised, were promised, been promised, got promised, promised me, promised us, assured us, assured me",
    Cue.WILL: "will, ll, shall, going to, am going to, are going to, is going to, gonna, would, d",
    Cue.MUST: "need to, needs to, have to, has to, must, ought to, got to, gotta, should, plan to, planning to, intend to",
    Cue.OWE: "owe, owes, owed, owing",
    Cue.TO_DO: """action me, action us, actions me, actions us, for me, for us, action, actions, action item, action items, todo, to do, to-do, to-dos, todos, next step, next steps,
        homework, follow-ups, deliverables, my action, our action, ai, task, tasks, actions for us, action for us, action on us, actions on us, action on me, actions on me,
        action for me, actions for me, on me, on us""",
    Cue.REQUEST: """wants, want, wanted, asked for, asks for, asking for, needs, need, requested, requests, would like,
        asked us for, asked me for, asked us to, asked me to, expects, demands, demanded, requires,
        insists on, insisted on, wants us to, wants me to, d like, asked that we""",
    Cue.AWAIT: "receives, will receive, is expected, are expected, expected, expecting, awaiting, waiting for, waiting on, to receive",
    Cue.NEXT: ", ".join(
        [f"next {meeting}" for meeting in listed(_MEETINGS)]
        + listed(
            "next time, next up, next :, next contact, next touch, next date, next customer meeting, next round"
        )
    ),
    Cue.AGAIN: """again, back, back at theirs, follow-up, callback, call-back, following up, return, returning, revisit, reconvene, reconvening,
        coming back, going back, regroup, reconnect, regrouping, reconnecting, meet next, speak next, next, new date, new meeting, new appointment, new slot, back there, returning there, second meeting""",
    Cue.REMIND: REMINDERS,
    Cue.CANCELLED: """had to cancel, have to cancel, having to cancel, cancelled, canceled, called off, no-show, no show, did not happen, didn't happen, fell through, stood me up,
        did not meet, didn't meet, did not show up, didn't show up, did not show, didn't show, never showed up, did not turn up, didn't turn up, was cancelled, got cancelled, bailed, cried off, had to skip, skipped, scrapped, not happening, won't happen, is off, was off""",
    Cue.PLAN: "planned, scheduled, booked, pencilled in, upcoming, set for, arranged, in the diary, in diary, on the calendar, save the date, fixed for, confirmed for, agreed for, lined up, plans to, hoping for, in the calendar, plan, to follow, postponed, postponed to, moved to, rescheduled, rescheduled to, pushed to",
}
WHO = {
    Direction.OURS: "i, we, i've, we've, i'm, we're, me, im, weve, myself, ourselves",
    Direction.THEIRS: "they, he, she, they've, they're, he's, she's, it",
}
WHOM = {
    Direction.THEIRS: "them, her, him, to them, to her, to him, on their side, on their end",
    Direction.OURS: "us, to us, to me",
}
_VERBS = """send, share, provide, deliver, introduce, arrange, organise, organize, set up, book, schedule, prepare, draft,
    write, write up, check, look into, look at, find out, find, confirm, resolve, escalate, ask, invite, bring, come back,
    get back, follow up, circle back, revert, connect, loop in, update, report, sort, sort out, investigate, clarify,
    chase, chase up, forward, supply, present, propose, finalise, finalize, sign, pay, approve, ship, replace, refund,
    credit, make, give, put, put together, work on, work out, help, support, order, decide, test, try, evaluate, upgrade,
    migrate, roll out, install, submit, hand over, publish, release, train, document, explain, reply, respond, answer,
    raise, call back, ring back, phone back, write back, report back, speak to, talk to, tell, let, keep, compile, circulate, return, take, get, pull together, dig out, dig up,
    nominate, name, patch, deploy, extend, waive, review, call, ring, phone, email, e-mail, text, mail, fix, quote, visit,
    meet, demo, host, show, offer, revise, adjust, add, open, close, scope, analyse, analyze, resend, intro, rework, feed back, ping, message,
    consult, reschedule, onboard, assign, transfer, issue, collect, pick up, drop off, complete, start, finish,
    discuss, reduce, cut, commit, come to, come over, come by, join, attend, agree, see if, see whether, think about, consider, handle,
    advise, recommend, compare, measure, return with, come up with, post, upload, fill in, fill out, fly, hire, contact"""

_FOLLOWS = (
    "goes out, go out, will go out, going out, is going out, goes to her, goes to him, goes to them"
)


def _verb_forms() -> dict[str, Verb]:
    forms: dict[str, Verb] = {}
    for verb in listed(_VERBS):
        first, _, rest = verb.partition(" ")
        tail = f" {rest}" if rest else ""
        dropped = first[:-1] if first.endswith("e") and not first.endswith("ee") else first
        doubled = (
            first + first[-1]
            if first in {"get", "put", "set", "dig", "chat", "cut", "ship", "let"}
            else dropped
        )
        forms[f"{doubled}ing{tail}"] = Verb(verb)
        singular = f"{first[:-1]}ies" if first.endswith(("ry", "ly")) else f"{first}s"
        forms[f"{singular}{tail}"] = Verb(verb, Direction.THEIRS)
        forms[verb] = Verb(verb, bare=True)
    return forms | dict.fromkeys(listed(_FOLLOWS), Verb("", Direction.OURS))


WORDS = {
    Word.AND: "and, n",
    Word.BUT: "but, though, although, however, yet, while",
    Word.WITH: "with, w, wiht, wtih, together with, along with, alongside",
    Word.AT: "at",
    Word.TO: "to",
    Word.ABOUT: "about, re, regarding, concerning, on the subject of, because of, due to, over, around, after",
    Word.BE: """was, were, is, are, seems, seemed, looked, looks, felt, feels, sounded, sounds, been, being, remains,
        is very, was very, be, became, got, left, appeared, appears""",
    Word.NOT: """not, never, no, no longer, hardly, isn't, wasn't, weren't, aren't, less than, far from, anything but, none,
        without, doesn't, don't, didn't, won't, will not, would not, wouldn't, not at all, isnt, wasnt, arent, werent,
        barely, nothing, not exactly, not too, not very, could be, couldn't be, cannot, can't, hasn't, haven't, neither, nor""",
    Word.OUR: "our, my",
    Word.THEIR: "their, his, her, customer's, client's, customers, the customer's",
    Word.ADVERB: REMINDERS
    + """, also, kindly, then, please, just, already, definitely, probably, really, very, quite, so, soon, asap, a.s.a.p,
        again please, therefore, hence, maybe, still, now, both, too, overall, generally, pretty, rather, a bit, a little,
        actually, all, only, even, together, personally, extremely, super happy with, somewhat, slightly, clearly,
        obviously, more, most, much, particularly, especially, fairly, firmly, verbally, that, did,
        v, visibly, truly, absolutely, totally, completely, generally speaking, by the way, has, had, have, said""",
    Word.FILLER: """the, a, an, of, on, in, for, from, by, this, these, those, there, who, which, as, it's, its, into, out,
        up, s, t, ve, m, re the, do, does, done, can, could, may, might, if, when, what, how, or, one, some, any, each,
        other, quick, quickly, brief, briefly, short, long, informal, formal, first, little, joint, initial, usual,
        discussed, discussing, covered, mentioned, told, says, asked, asking, talked about, talking about, spoke about,
        spoken about, talk about, chat about, chatted about, went through, going through, spent, joined, together, during,
        bit of, lots of, some of, along, via, per, than, today's, everything, thing, things, i think, feel, feeling, mood,
        atmosphere, tone, vibe, sentiment, went, happened, took place, regular, weekly, monthly, quarterly, annual,
        log, logging, with me, was with, brought, bring along, brought along, plus, incl, including,
        came, attended, attendees, present, participants, everyone's, in person, deadline, no later than, due,
        took notes, sat next to, sat, minute, new, nothing to report, nothing new to report, discuss, discuss the, go over, talk through, reviewed, ran, christmas, time, intent, attendance, following, topic, topics, otherwise, instead, own, having, long overdue, overdue, exec, pure, first time, for the first time, always, weekly, agreed, reaction, reactions, off, got off, just got off, got off the phone with, mr, mrs, ms, miss, dr, prof, showed, awkward, hi, hey, ok so, so far, keep it quiet, keep it confidential, please log, please note, log this, nxt, mins, min, two, three, four, several, evening, discussions, sponsor, executive, sent, gave, made, received, took, hour, hours, hr, hrs, ish, from our side, our side, their side,
        on our side, on their side, outcome, result, purpose, location, who is, held, promised date""",
    Word.ROLE: """contact, new contact, cfo, ceo, cio, cto, coo, ciso, cmo, cpo, cdo, vp, svp, evp, md, gm, director, managing director, buyer,
        head, head of it, head of procurement, head of purchasing, head of operations, head of engineering, head of sales,
        head of finance, head of, manager, plant manager, controller, chairman, chairwoman, president, chair, boss,
        engineer, lawyer, assistant, secretary, technician, tech, account manager, project manager, project lead, owner,
        vice president, partner, colleague, architect, analyst, consultant, purchaser, treasurer, it director, deputy""",
    Word.GROUP: """company, firm, team, teams, everyone, everybody, people, guys, folks, colleagues, customer, client, engineers,
        managers, board, management, leadership, group, crew, executives, execs, delegation, buyers, lawyers, users,
        staff, procurement, purchasing, finance, marketing, it, legal, operations, engineering, the customer,
        the client, leadership team, management team, project team, ops, hr, it team, finance team, ops team, support""",
    Word.SITE: """office, offices, place, site, hq, headquarters, head office, plant, factory, canteen, cafeteria,
        building, warehouse, premises, facility, facilities, campus, boardroom, lab, labs, laboratory, depot, yard, shop,
        mill, terminal, branch, showroom, data centre, data center, works, shop floor, main office, meeting room,
        reception area, tower, brewery, shipyard, dock, hangar, studio, store, stores, bakery, farm, refinery""",
}
CALENDAR = {
    "relative": """-2: day before yesterday, the day before yesterday; -1: yesterday, y'day, yest, last night, last nite, ystd, yday;
        0: today, tonight, this am, this pm, this morning, this afternoon, this evening, just now, earlier today, right now, a moment ago,
        an hour ago, earlier this morning, this lunchtime, this noon, at lunchtime today, later today;
        1: tomorrow, tmrw, tmw, tomorow, 2moro; 2: day after tomorrow, the day after tomorrow""",
    "day_end": "0: eod, end of day, end of the day, end of business, cob, close of business, eob, close of play, cop",
    "weekday": """0: monday; 1: tuesday; 2: wednesday, weds; 3: thursday; 4: friday; 5: saturday, weekend; 6: sunday""",
    "short_weekday": "0: mon; 1: tue, tues; 2: wed; 3: thu, thur, thurs; 4: fri; 5: sat; 6: sun",
    "safe_short": "0: tue, tues, thu, thur, thurs, fri, weds",
    "month": """1: january, jan; 2: february, feb; 3: march, mar; 4: april, apr; 5: may; 6: june, jun; 7: july, jul;
        8: august, aug; 9: september, sept, sep; 10: october, oct; 11: november, nov; 12: december, dec""",
    "number": """1: a, an, one; 2: two, couple, couple of, a couple of, a couple; 3: three, a few, few; 4: four; 5: five;
        6: six; 7: seven; 8: eight; 9: nine; 10: ten; 11: eleven; 12: twelve; 14: fourteen; 15: fifteen; 20: twenty;
        30: thirty""",
    "unit": """1: day, days; 7: week, weeks, wk, wks; 14: fortnight; 30: month, months, mth; 365: year, years, yr;
        0: hour, hours, hrs; 5: working day, working days, business day, business days, workdays; 91: quarter, quarters""",
    "turn": "-1: last, previous, past, the last, this past; 0: this, the current, current; 1: next, the next, the following, following; 2: coming, this coming, the coming, upcoming",
    "turn_after": "9: nothing at all",
    "edge": "1: start of, beginning of, early, start, beginning, early in; 2: middle of, mid, the middle of; 3: end of, end, late, the end of, later, late in, ends",
    "edge_after": "3: end",
    "link": "0: the, of, of the, s, in, on, on the, in the",
    "by": """0: by, until, till, before, due, due by, due on, by the latest, no later than, not later than, by no later than,
        latest by, latest, ahead of, up to, due for, by or before, on or before, deadline, deadline is, due date, due in""",
    "by_soft": "0: for, within, for the",
    "by_after": "0: at the latest, latest, at latest",
    "on": "0: on, on the, dated, the, from, of, as of, after",
    "in": "0: in, within, over the, in the, within the, in about, in around, in another",
    "since": "0: since, from before, ever since, every, each",
    "ago": "0: ago, back, earlier, before now",
    "ago_before": "0: nothing at all",
    "from_now": "0: from now, from today, s time, time, out",
    "period": """6030: eom, month end, end of month, month's end; 6007: eow, end of week, week's end; 6091: eoq, quarter end,
        end of quarter; 6365: eoy, year end, end of year, year's end""",
    "quarter": "1: q1, first quarter; 2: q2, second quarter; 3: q3, third quarter; 4: q4, fourth quarter",
    "daypart": "0: morning, afternoon, evening, night, nite, noon, lunchtime, am, pm, midday, lunch time, first thing",
    "week_number": "0: week, wk, cw, calendar week",
    "week_of": "0: w/c, week commencing, week of, the week of, week beginning",
    "week_later": "1: week",
    "feast": "1224: christmas, xmas, the holidays, the christmas break; 1231: new year, new year's eve, year-end; 1225: christmas day",
    "score": "0: pulse, nps, score, scored, rated, rating, csat, sev, gave us",
}

MARKS = {
    Mark.SAID: "said, says, told, mentioned, asked, confirmed, agreed",
    Mark.PAST: """was, were, paid, went, came, got, had, took, gave, made, found, left, lost, won, signed, felt, seemed,
        looked""",
    Mark.ORDERS: "call, ring, phone, meet, see",
    Mark.UNDER_WAY: "visiting, seeing",
    Mark.ARRANGED: "moved, pushed, shifted, confirmed, accepted, invited",
    Mark.AGREED: "agreed to",
    Mark.WE_ARE: "i'm, we're, im, i am, we are",
    Mark.AM: "am, are",
    Mark.TO_ACCOUNT: "at, from, of, with, visited, visit, to, a, d, toured",
    Mark.TO_PERSON: "with, met, saw, and, called, phoned, rang, emailed, texted, to",
    Mark.ABSENT: "absent, ill, sick, away, missing",
    Mark.PRESENT: "in, there, present, available, here, attending, around",
    Mark.PASSED_ON: "to",
    Mark.BEFORE_NAME: "the, dr, mr",
    Mark.TITLES_TOO: "the, dr, mr, ms, mrs",
    Mark.ANOTHER_CLAUSE: "when, while",
    Mark.OCCASIONS: """evening, day, time, session, discussion, discussions, exchange, conversation, people, crowd, morning,
        mood, atmosphere, vibe, spirits""",
    Mark.WILLING: "happy, glad, pleased, delighted",
    Mark.WISHES: "like, love, prefer, rather, probably, be, have, not, never",
    Mark.TAKES_TO: "send, write, speak, talk, reply, respond, get back, speak to, talk to, follow up",
    Mark.ONCE_MORE: "again",
    Mark.SEES: "see, meet, visit",
    Mark.MEETS_NEXT: "meet, see, be back, meet up, back",
    Mark.AFTER_NOUN: "from, of, by, for",
    Mark.AFTER_THING: "to, on",
    Mark.WOULD: "would, d",
    Mark.REPORTED: "said, promised, told, says, agreed",
    Mark.LIKES: "like, love",
    Mark.AFTER_ORDER: "the, a, back, our",
    Mark.NONE: "no, without",
    Mark.DISCUSSED: """discussed, discussing, talked about, talking about, spoke about, spoken about, talk about, chat about,
        chatted about, re the""",
    Mark.NOT_TOPIC: "over, after, around, a",
    Mark.PURPOSE: "for",
    Mark.BEFORE_PURPOSE: "a, an, quick, the",
    Mark.MINUTES: "minute, minutes, min, mins, hour, hours",
    Mark.THEIRS_TO_GIVE: "po, purchase, payment, decision, forecast",
    Mark.FROM: "from",
    Mark.NOT_SURE: "ticket, tickets, claim, returns",
    Mark.NO_PURPOSE: "no, without, just, nothing, not, purely",
    Mark.NAME_AFTER: """with, w, and, met, meet, saw, see, seeing, called, calling, phoned, rang, emailed, texted, pinged, call,
        phone, ring, email, text, tell, ask, told, asked, thanked, to, from, plus, joined, brought, visited, a,
        an""",
    Mark.WEAK_LEADS: "and, to, from, of, a, an, d, for, by, on",
    Mark.NOUNS_TOO: "call, phone, ring, email, text, tell, ask, visit",
    Mark.ACCOUNT_AFTER: "at, from, of, visited, visit, to, with, by, for, and, toured, a, d",
    Mark.SURE_LEADS: "with, met, saw",
    Mark.MONTH_AFTER: "in, by, on, since, until, till, before, mid, early, late, end, of, last, next, mi, d",
    Mark.SEASON_AFTER: "in, this, last, next, since, early, late, mid",
    Mark.WORD_AFTER: """the, a, our, their, his, her, my, this, that, of, in, on, at, for, by, no, very, is, was, not, to, i,
        we, you, he, she, it, and, or, with, an""",
    Mark.DOES: """was, is, were, said, says, promised, will, would, wants, wanted, asked, agreed, told, has, had, and,
        from, at, confirmed, thinks, seemed, wasn, isn, attended, joined, came, called, rang, phoned, met,
        visited, emailed, texted, hosted, presented, complained, accepted, seems, looks, looked, sounded, s,
        also, to, owes, just, left, felt, a, m, ne, n""",
    Mark.OUR_NAME: "our, the",
    Mark.AND_NAMES: "and",
    Mark.ARTICLES: "the, a, an, some, their, our, d, l",
    Mark.TRAILING: "by, for, on, at, in, of, to, and, until, a, d, asap, from, an",
    Mark.THING_AFTER: "for, on, to, from",
    Mark.TITLES: "mr, mrs, ms, miss, dr, prof, m",
    Mark.MEETS: """met, meet, saw, seen, called, phoned, rang, emailed, texted, messaged, pinged, mailed, met with, met up
        with, spoke to, spoke with, talked to, talked with, heard from, chatted with, wrote to, caught up with,
        teams with, day with""",
    Mark.WITH: "with",
    Mark.AT_ACCOUNT: "at",
    Mark.AFTER_PERSON: "from, of",
    Mark.VISITS: "visited, toured, visit to, trip to, day at, half a day at",
    Mark.BEFORE_STRANGER: "the, new, a",
    Mark.NO_ARTICLE: "new",
    Mark.FIRM_NAMES: """lab, labs, laboratory, works, store, stores, studio, mill, mills, brewery, farm, bakery, tower, house,
        yard""",
    Mark.FIRMS: "company, firm, group",
    Mark.NAME_PARTICLES: "van, del, della, di, da, dos, y, bin, al",
    Mark.PREPOSITIONS: "from, of, for, by, a, an, d",
    Mark.CUSTOMER_DOES: "renew, buy, purchase, reorder, churn",
    Mark.SPEAKS: "asked, asking, mentioned, told, said, says, complained, raised, wondered",
    Mark.DESCRIBES: "s, new",
    Mark.NEAR: "near, nearby, next, opposite, outside",
    Mark.COMES: "popped in, popped by, popped over, dropped by, dropped in, stopped by, came by, came over, swung by",
    Mark.AT_OWNER: "at",
    Mark.SITE_OF: "of, at, d",
}

ENGLISH = Vocabulary(
    code="en",
    endings=("", "s"),
    kinds=KINDS,
    generic_kinds=GENERIC_KINDS,
    faint_kinds=FAINT_KINDS,
    occasions=OCCASIONS,
    places=PLACES,
    intents=INTENTS,
    moods=MOODS,
    soft_moods=SOFT_MOODS,
    cues=CUES,
    auxiliaries={},
    who=WHO,
    whom=WHOM,
    verbs=_verb_forms(),
    words=WORDS,
    calendar=CALENDAR,
    marks=MARKS,
)
