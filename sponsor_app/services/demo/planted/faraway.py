"""Two more of their accounts, far away: one covered, one gone cold."""

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Role
from sponsor_app.services.demo.planted.script import (
    Deed,
    Feeling,
    Known,
    Meet,
    Part,
    Plan,
    Planted,
    Trouble,
    Word,
)

MAIPEN = Planted(
    key="maipen",
    name="Aguas del Maipén",
    domain="aguasmaipen.example",
    country="Chile",
    city="Concepción",
    industry="Water and wastewater",
    status=AccountStatus.CUSTOMER,
    tier=Tier.STRATEGIC,
    sponsor="me",
    lead="lead2",
    years=7,
    employees=1900,
    sponsored=700,
    story="Water for 1.1 million people between the coast and the cordillera. With us since {since}, after the dry"
    " year taught them that a level reading every hour is worth more than a report every month.",
    wants="The same picture in the control room and in the field, and training in Spanish for 40 people.",
    channel="Sala de control, any hour; María Fernanda Arrizabalaga Montalbán for anything the press may hear.",
    aliases=(("former_name", "Sanitaria Valle Maipén"), ("order_number", "25-60402")),
    parts=(
        Part(
            "mafe",
            "María Fernanda Arrizabalaga Montalbán",
            "Gerenta General",
            Function.EXECUTIVE,
            Role.DECIDES,
            counterpart="me",
        ),
        Part(
            "inigo",
            "Íñigo Zubitalbán Quebaceta",
            "Head of Networks",
            Function.OPERATIONS,
            Role.CHAMPION,
            boss="mafe",
            counterpart="engineer",
        ),
        Part(
            "rocio",
            "Rocío Peñalosa del Carrizal",
            "Head of Purchasing",
            Function.FINANCE,
            Role.INFLUENCES,
            boss="mafe",
            counterpart="lead2",
        ),
        Part("nestor", "Néstor Goikogaray", "Control Room Lead", Function.OPERATIONS, Role.USES),
        Part("ximena", "Ximena Landetxea", "Communications", Function.MARKETING, Role.INFLUENCES),
    ),
    meets=(
        Meet(
            11,
            Kind.VIDEO,
            Place.REMOTE,
            Intent.CARE,
            ("mafe", "inigo"),
            ("me",),
            "Training plan for 40 people, half of them on night duty. She wants it to be ours, not a contractor’s.",
            sentiment=Sentiment.POSITIVE,
            key="training",
        ),
        Meet(
            43,
            Kind.VISIT,
            Place.THEIRS,
            Intent.CARE,
            ("mafe", "inigo", "nestor"),
            ("me", "engineer"),
            "Two days up the valley, eleven stations. Néstor drove and explained every valve.",
            "Nobody from a head office ever came up here.",
            Sentiment.POSITIVE,
        ),
        Meet(
            70,
            Kind.EVENT,
            Place.OURS,
            Intent.CARE,
            ("ximena",),
            ("cmo",),
            "Ximena spoke at our round table about telling people bad news early.",
            sentiment=Sentiment.POSITIVE,
        ),
    ),
    plans=(
        Plan(
            -2,
            "16:00",
            30,
            Kind.VIDEO,
            Place.REMOTE,
            ("inigo",),
            text="Names for the training.",
        ),
        Plan(
            5,
            "10:00",
            60,
            Kind.MEETING,
            Place.OURS,
            ("mafe", "inigo"),
            text="Training in Spanish: who, when, how many.",
        ),
        Plan(
            33,
            "09:00",
            90,
            Kind.REVIEW,
            Place.THEIRS,
            ("mafe", "rocio"),
            ("me", "lead2"),
            "Yearly review.",
        ),
    ),
    troubles=(
        Trouble(
            "clocks",
            24,
            2,
            "Readings of two stations are an hour off since the clock change",
            "The control room corrects by hand; the regulator’s report is due.",
            "nestor",
            owner="engineer",
            told=(
                (22, "engineer", "Told Néstor that the two loggers miss a setting."),
                (
                    14,
                    "engineer",
                    "Told Íñigo that both loggers are corrected; watching until month end.",
                ),
            ),
            resolved=(
                13,
                "Both loggers corrected, history shifted by an hour and checked with the lab.",
            ),
        ),
    ),
    promises=(
        Word(
            "trainers",
            11,
            6,
            "Find two trainers who speak Spanish",
            "me",
            meet="training",
        ),
        Word(
            "list", 11, 10, "Send the list of the 40 people", "inigo", theirs=True, meet="training"
        ),
    ),
    feelings=(
        Feeling(70, 8, "ximena", "You let me say it the hard way.", "round table", "cmo"),
        Feeling(11, 9, "mafe", "I want it from you, not from a contractor.", "video call", "me"),
    ),
    facts=(
        Known(
            "mafe",
            "Climbs; has been on three of the volcanoes one sees from the office",
            "up the valley",
            43,
        ),
        Known(
            "nestor", "Makes cheese with his brother and brings it to meetings", "up the valley", 43
        ),
    ),
    deeds=(
        Deed(2, "15:50", "lead2", "accept", "trainers", fields=(("owner", "support"),)),
        Deed(3, "17:05", "lead2", "fact", "ximena", "Writes the town’s radio crossword"),
    ),
)

HOSHIGAYA = Planted(
    key="hoshigaya",
    name="Hoshigaya Seiki K.K.",
    domain="hoshigaya.example",
    country="Japan",
    city="Kanazawa",
    industry="Electronics and semiconductors",
    status=AccountStatus.CUSTOMER,
    tier=Tier.KEY,
    sponsor="me",
    lead="lead4",
    years=4,
    employees=210,
    sponsored=330,
    before=(("left", 1200, 330, "left us"),),
    story="Grinds lenses for machines that make chips; 210 people in Kanazawa. With us since {since}. They came through"
    " a friend, buy little, and forget nothing. Since our last visit the founder has handed over to his daughter.",
    wants="To be asked before we change anything in the dry cabinets.",
    channel="Ms Hoshigaya’s office, in writing; no surprises.",
    aliases=(("name", "星ヶ谷精機"), ("name", "Hoshigaya Precision")),
    parts=(
        Part(
            "mayumi",
            "星ヶ谷 真由美",
            "President (Mayumi Hoshigaya)",
            Function.EXECUTIVE,
            Role.DECIDES,
        ),
        Part(
            "ryohei",
            "Ryohei Tsukibashi",
            "Plant Manager",
            Function.OPERATIONS,
            Role.CHAMPION,
            boss="mayumi",
            counterpart="cto",
        ),
        Part("akane", "Akane Mizunuma", "Quality", Function.ENGINEERING, Role.USES, boss="ryohei"),
    ),
    meets=(
        Meet(
            193,
            Kind.MESSAGE,
            Place.REMOTE,
            Intent.CARE,
            ("ryohei",),
            ("lead4",),
            "Sent the humidity tables he had asked for. A card came back, by post.",
        ),
        Meet(
            262,
            Kind.VISIT,
            Place.THEIRS,
            Intent.CARE,
            ("ryohei", "akane"),
            ("me", "cto"),
            "Half a day in the polishing rooms, in socks. The founder poured the tea himself.",
            sentiment=Sentiment.POSITIVE,
        ),
    ),
    troubles=(
        Trouble(
            "cabinet",
            88,
            3,
            "Dry cabinet 4 reports in Fahrenheit after a display was changed",
            "Akane noticed at once and wrote a card.",
            "akane",
            told=((85, "lead4", "Told Akane that the setting travels by post."),),
            resolved=(60, "Setting corrected by Ryohei with the card we sent."),
        ),
    ),
    feelings=(Feeling(262, 8, "ryohei", "Come back when the garden is green.", "visit", "me"),),
    deeds=(
        Deed(2, "08:25", "lead4", "reopen", "cabinet", "Cabinet 5 came back from repair the same"),
    ),
    facts=(
        Known("ryohei", "Grows bonsai; the oldest is from his grandfather", "visit", 262),
        Known("akane", "Translates manuals for fun and finds our mistakes", "visit", 262),
    ),
)
