"""Word lists for the blanks: what we sell, what breaks, what people eat, do and worry about."""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in text.split(";"))


SERIES = _listed("KV; TX; HB; RD; QM; ZL; PN; GR; WS; DX; MF; JT; BK; VA; LC; SN")

PRODUCTS = _listed(
    """the Lodestar gateway; the Vane sensor; Plumbline; the Tidemark dashboard; the Curlew alarm service; Beacon
    Field; the Sextant analyser; the Halyard connector; Wayfare reports; the Kittiwake logger; Leadline; the
    Fathom archive; the Capstan controller; the Semaphore pager; Driftnet; the Compass portal; the Sounding app"""
)

PARTS = _listed(
    """probe; seal kit; antenna; power supply; firmware; mounting bracket; battery pack; relay board; calibration
    certificate; licence key; display; cable gland; radio module; touch panel; terminal block; fuse; housing;
    SIM card; fan; memory card; gasket; connector; thermocouple; valve block"""
)

TEAMS = _listed(
    """procurement; the night shift; maintenance; quality; finance; IT; the works council; logistics; the lab;
    engineering; the shift leads; planning; safety; the executive board; purchasing; the control room; facilities;
    production; the auditors; the project office; internal communications; the energy team; the apprentices"""
)

FEELINGS = _listed(
    """relieved; wary; cheerful; tired; curious; blunt; impatient; proud; distracted; warm; sceptical; talkative;
    thoughtful; worried; pleased; guarded; encouraged; annoyed; amused; quiet; generous; direct; restless; calm"""
)

DRINKS = _listed(
    """coffee; tea; espresso; mint tea; hot chocolate; sparkling water; filter coffee; green tea; elderflower cordial;
    black coffee; cappuccino; apple juice; ginger tea; lemonade"""
)

DISHES = _listed(
    """fish soup; dumplings; grilled sardines; goulash; mushroom risotto; pierogi; ramen; lentil curry; cassoulet;
    potato pancakes; tagine; jollof rice; ceviche; herring; schnitzel; paella; laksa; roast lamb; tapas; pho;
    bibimbap; mussels; meze; asparagus; plum cake; noodle soup; tortilla; mezze; arepas; fish cakes"""
)

HOBBIES = _listed(
    """sailing; restoring a wooden boat; the choir; long-distance skiing; bee-keeping; the allotment; chess by
    post; cycling over the pass; old radios; pottery; the city marathon; bird-watching; fencing; model railways;
    the cello; orienteering; mushroom picking; amateur theatre; a vintage tractor; table tennis; hiking with the
    dog; baking bread; rowing; stargazing; the brass band; kite-surfing; crosswords; a cabin by the lake;
    letterpress printing; salsa; judo; stamp collecting; wild swimming; handball; tango; ice hockey"""
)

PAPERS = _listed(
    """the service report; the revised quote; the data sheet; the test protocol; the renewal draft; the minutes;
    the spare-parts list; the training plan; the security questionnaire; the site survey; the roadmap; the price
    list; the root-cause report; the acceptance form; the migration plan; the service-level figures; the wiring
    diagram; the release notes; the audit file; the reference letter; the invoice copy; the contract annex"""
)

FAULTS = _listed(
    """false alarms at night; late alarms; lost readings; drifting values; a frozen screen; double invoices; a
    missing delivery; a wrong spare part; slow reports; a failed update; broken exports; unreachable support; an
    expired certificate; a noisy fan; water in the housing; duplicate tickets; wrong time stamps; a cracked
    display; a log-in that fails; missing history; gaps in the trend; mixed-up labels; unsigned reports"""
)

PRAISE = _listed(
    """how fast we came; our technician on site; the plain reports; the training; the phone line at night; the
    honest estimate; the new dashboard; that we called first; the spare in the van; the clear invoice; the patience
    of our engineer; the hand-over; the quick loaner; the short manual; that nothing broke at the peak"""
)

WORRIES = _listed(
    """a competitor in the other plant; price; the response time at weekends; too many
    logins; the roadmap; cloud rules of head office; spare parts for the old series; vendor lock-in; the next
    audit; our support desk changing; lead times; the merger; budget cuts; a single technician who knows the
    site; the length of the contract; late updates; hidden costs; the radio coverage; staff who leave"""
)

WHEN = _listed(
    """before the summer; next quarter; after the audit; before year end; in the second half; once the budget is
    signed; before the peak; within two weeks; by the next review; after the holidays; when the new hall opens;
    in spring; before the shutdown; at the next board meeting; after the trial; this month"""
)

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
