"""Invented companies: a coined stem in the sound of the country, what they make, sometimes the legal form."""

from dataclasses import dataclass

from sponsor_app.domain.folding import fold
from sponsor_app.services.demo.dice import Dice
from sponsor_app.services.demo.world.countries import Country
from sponsor_app.services.demo.world.industries import Industry

STEMS: dict[str, tuple[str, str]] = {
    "nordic": (
        """Tell Norr Skarn Vinter Is Frost Hav Ljus Brann Grå Ulv Tjäl Sot Rim Bris Dim Elv Gryn Hjul Kling Ling Mjöl
        Nask Orr Pil Rask Sikt Tind Vass Øst Åk Fall Grind Hulm Jökel Kvist""",
        "vik holt mark fors näs tind stad ø borg dal bekk kvarn ljung rand vang mo sund hamn ryd skog flod",
    ),
    "germanic": (
        """Brun Kalt Stein Erz Wink Gries Hasel Lohr Mühl Ried Schar Tann Ahren Bux Dier Egel Fahr Gold Hain Imm Kess
        Lins Mark Nies Ossen Pfan Rosch Sulz Trau Uhl Wied Zwin Ober Quell Spreng Volk""",
        "hagen bruck feld rode stedt wald ingen heim bach stätt tal born loh au ach berg büttel horst moos nau",
    ),
    "english": (
        """Calder Thorn Wey Hask Bram Kestle Loam Marsh Nettle Oaken Pell Quill Rother Sedge Tarn Under Vane Whin Yarrow
        Amber Birch Copper Drift Ember Fallow Garnet Hollow Iron Juniper Keel Lantern Mallow Northern Otter""",
        "wick vale mere ridge ford stone combe gate lea more shaw brook thwaite haven moor croft dale field holt ness",
    ),
    "romance": (
        """Mai Vau Cal Pin Ser Mon Bel Cor Lan Riv Tar Ori Ara Ceb Dul Ebr Fon Gal Hue Ilu Jar Lum Mar Nav Olm Pal Qui
        Ros Sal Tor Ulm Ver Xal Zar Cam Alb""",
        "pén quelin ena dera vera osa illar ante ello ura aval ondo ième eda issa oria ucho gosa uelo adour",
    ),
    "slavic": (
        """Brez Kral Mor Zel Dub Vlk Les Tis Bor Hor Jas Kam Lip Mlýn Nov Ost Pod Rad Sok Tur Vel Zim Bystr Dar Gran
        Iv Krup Miel Plesz Star""",
        "ovic ava anka ice ník ów ets inka ynia uszka orad any elin ovar usz nica omir oslav itz opol",
    ),
    "arabic": (
        "Sah Nur Jaw Zaf Mir Raf Sam Tal Was Kaw Bad Dar Far Gha Hil Jab Kha Lay Mar Naj Qam Rim Sab Thur Waf Yas Zah",
        "ran aqa hira war aan sina mar dan lia hab ream yan ouf zal oub sour bila ham wad ziya een",
    ),
    "african": (
        "Oko Ade Zuba Kwa Mto Bala Soko Tandi Nya Umo Ola Ife Aba Chi Dala Ebo Fara Gbe Imo Jua Kito Lami Mbe Nja Osu",
        "njo rima wari kele tola bana duma ndi gasa yemi zuri pata kossa mani ladi bora sanga tsi meka rudo",
    ),
    "asian": (
        "Hoshi Mina Tsuki Sora Kaze Yuki Nami Haru Aoi Shio Kiri Asa Yoi Nagi Tobi Suna Hama Hoku Ina Kuze Mizo Onu",
        "gaya tani mura yama kawa shima moto saka hara zaki nami mine oka be zawa hata uchi kura",
    ),
    "korean": (
        "Dae Han Seo Jin Baek Cheon Dong Gwang Hwa Il Jung Kum Myeong Nam Ok Pyeong Sam Tae Woo Yeong Ae Bo",
        "sung hwa ryong jin kang won dam ha mun san bit sol rae gang nuri byeol",
    ),
    "chinese": (
        "Wei Lian Ming Yuan Cheng Tai Bao Long Shan Rui Fu He Jia Kang Lu Mei Ning Qi Shun Tong Xin Yi Zhen An",
        "feng hai xing ting lun ye sheng da chang hua li yang ke tian guang bo heng an mao chuan",
    ),
    "indian": (
        "Sri Maha Vari Suri Indra Kavi Nila Padma Rama Surya Teja Anan Bala Chitra Deva Ganga Hari Jala Kiran Mitra",
        "mati vati puram dhara jaya nesh kala koti rupa stha gadh vara loka nagar teja vayu",
    ),
    "malay": (
        "Su Wira Kerta Adi Bina Cipta Dharma Eka Guna Indo Jaya Karya Lestari Mega Nusa Purna Rasa Sinar Tirta Vina",
        "bara loka tama raya sari wana jati mukti guna lanta karta dana pura saka yasa",
    ),
    "dutch": (
        "Ouder Water Veen Zand Klip Hoog Riet Dijk Broek Eem Gouw Kade Laak Maren Noorder Oever Polder Schel Terp Vecht",
        "haven dam hoek veld stee kamp burg wijk zijl oord vaart land laar berg mond sluis",
    ),
}

BARE, FORMED, FAMILY = 0.5, 0.9, 0.97


@dataclass(frozen=True, slots=True)
class Trade:
    """The name of a company with the coined stem in it and the mail domain made of it."""

    name: str
    stem: str
    domain: str


def draw_trade(dice: Dice, country: Country, industry: Industry, family: str) -> Trade:
    """A name such as `Tellvik Kyllager AB`; now and then one of a family, `Brunnhagen & Töchter`."""
    heads, tails = STEMS[country.flavour]
    stem = _fused(dice.pick(heads.split()), dice.pick(tails.split()))
    noun = dice.pick(industry.nouns.get(country.flavour) or industry.nouns["english"])
    lot = dice.roll()
    if lot < BARE:
        name = f"{stem} {noun}"
    elif lot < FORMED:
        name = _formed(f"{stem} {noun}", dice.pick(country.forms))
    elif lot < FAMILY:
        stem = family.rsplit(maxsplit=1)[-1].split("-", maxsplit=1)[0]
        name = f"{family} {dice.pick(('& Sons', '& Daughters', 'Brothers', noun))}"
    else:
        name = _formed(stem, dice.pick(country.forms))
    return Trade(name, stem, domain_of(stem, noun, dice.chance(0.4)))


def sister(dice: Dice, stem: str, industry: Industry, flavour: str, domain: str) -> Trade:
    """Another company of the same house."""
    noun = dice.pick(industry.nouns.get(flavour) or industry.nouns["english"])
    return Trade(f"{stem} {noun}", stem, domain)


def domain_of(stem: str, noun: str, short: bool) -> str:
    """`tellvik.example` or `tellvik-foods.example`: a top-level domain that nobody can own."""
    letters = _plain(stem)
    return f"{letters}.example" if short else f"{letters}-{_plain(noun)}.example"


def _plain(words: str) -> str:
    return "".join(
        c for c in fold(words).replace(" ", "-") if c.isascii() and (c.isalnum() or c == "-")
    )


def _fused(head: str, tail: str) -> str:
    return head + (tail[1:] if head[-1] == tail[0] else tail)


def _formed(name: str, form: str) -> str:
    return form.replace("%c", name) if "%c" in form else f"{name} {form}"
