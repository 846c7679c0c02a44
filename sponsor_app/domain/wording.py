"""How days, counts and choices are said in the brief and in messages."""

from datetime import date, timedelta

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.clocks import ClockName
from sponsor_app.domain.interaction import Intent, Kind, Place
from sponsor_app.domain.language import later, number, tr, trn
from sponsor_app.domain.people import Role, Support

WEEKDAYS = later(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
MONTHS = later(("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))
MONTH_DAYS = 30.44
SEVERAL_MONTHS = 120

KIND_WORDS: dict[Kind, str] = later(
    {
        Kind.VISIT: "visit",
        Kind.COFFEE: "coffee",
        Kind.MEAL: "meal",
        Kind.MEETING: "meeting",
        Kind.CALL: "call",
        Kind.VIDEO: "video call",
        Kind.MESSAGE: "message",
        Kind.EVENT: "event",
        Kind.REVIEW: "review",
    }
)
PLACE_WORDS: dict[Place, str] = later(
    {
        Place.THEIRS: "their site",
        Place.OURS: "our site",
        Place.NEUTRAL: "neutral",
        Place.REMOTE: "remote",
    }
)
INTENT_WORDS: dict[Intent, str] = later(
    {Intent.CARE: "care", Intent.FIX: "fix", Intent.SELL: "sell"}
)
STATUS_WORDS: dict[AccountStatus, str] = later(
    {
        AccountStatus.PROSPECT: "prospect",
        AccountStatus.CUSTOMER: "customer",
        AccountStatus.AT_RISK: "at risk",
        AccountStatus.LOST: "lost",
        AccountStatus.FORMER: "former",
    }
)
TIER_WORDS: dict[Tier, str] = later(
    {
        Tier.STRATEGIC: "strategic",
        Tier.KEY: "key",
        Tier.STANDARD: "standard",
    }
)
CLOCK_WORDS: dict[ClockName, str] = later(
    {
        ClockName.TOUCH: "any touch",
        ClockName.FACE_TO_FACE: "face to face",
        ClockName.NON_SELLING: "no ask",
        ClockName.THEIR_TURF: "their turf",
    }
)
ROLE_WORDS: dict[Role, str] = later(
    {
        Role.DECIDES: "decides",
        Role.CHAMPION: "champion",
        Role.INFLUENCES: "influences",
        Role.USES: "uses it",
        Role.BLOCKS: "blocks",
    }
)
SUPPORT_WORDS: dict[Support, str] = later(
    {
        Support.FOR: "for us",
        Support.NEUTRAL: "neutral",
        Support.AGAINST: "against us",
    }
)


def short_day(day: date, today: date) -> str:
    """`13 Nov`, with the year when it is another one."""
    month = tr(MONTHS[day.month - 1])
    if day.year == today.year:
        return tr("{day} {month}").format(day=day.day, month=month)
    return tr("{day} {month} {year}").format(day=day.day, month=month, year=day.year)


def full_day(day: date, today: date) -> str:
    """`Fri 13 Nov`, with the year when it is another one."""
    weekday = tr(WEEKDAYS[day.weekday()])
    return tr("{weekday} {day}").format(weekday=weekday, day=short_day(day, today))


def near_day(day: date, today: date) -> str:
    """`today`, `tomorrow`, `yesterday`, else `Fri 13 Nov`."""
    near = {0: tr("today"), 1: tr("tomorrow"), -1: tr("yesterday")}
    return near.get((day - today).days) or full_day(day, today)


def ago(days: int) -> str:
    """`today`, `yesterday`, `61 days ago`, `11 months ago`."""
    if days <= 1:
        return tr("yesterday") if days == 1 else tr("today")
    if days < SEVERAL_MONTHS:
        return trn("{days} day ago", "{days} days ago", days).format(days=days)
    months = round(days / MONTH_DAYS)
    return trn("{months} month ago", "{months} months ago", months).format(months=number(months))


def span(days: int) -> str:
    """`1 day`, `61 days`, and months once they say more than days do."""
    if days < SEVERAL_MONTHS:
        return trn("{days} day", "{days} days", days).format(days=days)
    months = round(days / MONTH_DAYS)
    return trn("{months} month", "{months} months", months).format(months=number(months))


def days_between(earlier: date, later: date) -> int:
    """Whole days, never negative."""
    return max(0, (later - earlier) // timedelta(days=1))


def listed(names: list[str], most: int = 3) -> str:
    """`Dana`, `Dana and Tom`, `Dana, Tom and 3 more`."""
    if len(names) > most:
        some = ", ".join(names[:most])
        return tr("{names} and {count} more").format(names=some, count=number(len(names) - most))
    if len(names) <= 1:
        return "".join(names)
    return tr("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def capital(text: str) -> str:
    """`text` with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """`text` beginning with a capital and ending with a full stop."""
    line = " ".join(text.split())
    end = "" if line.endswith((".", "!", "?", "…", "”", "。")) else "."
    return capital(line) + end


def first_sentence(text: str, most: int = 160) -> str:
    """The first sentence of a note, cut at a word when it is long."""
    line = " ".join(text.split())
    for mark in (". ", "! ", "? ", "。"):
        head = line.partition(mark)[0]
        line = head + mark.strip() if len(head) < len(line) - len(mark) else line
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(",;:–") + " …"
