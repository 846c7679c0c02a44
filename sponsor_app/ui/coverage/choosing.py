"""What can be chosen on the coverage page by typing a few letters: filters, days, cadences, saved views."""

from collections.abc import Sequence
from datetime import date, timedelta

from sponsor_app.domain.account import Tier
from sponsor_app.domain.board import NONE, BoardView, Choice, Family, filter_words, window_words
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.report import CoverageReport
from sponsor_app.domain.rules import Rules
from sponsor_app.domain.saved_view import SavedView
from sponsor_app.domain.sentence.due import read_due
from sponsor_app.domain.sentence.past import read_past
from sponsor_app.domain.wording import TIER_WORDS, capital, full_day
from sponsor_app.ui.widgets.language import how_many, later, tr
from sponsor_app.ui.widgets.picker import Option
from sponsor_app.ui.widgets.rows.list_row import ListRow

FAMILIES: dict[Family, tuple[str, str]] = {
    Family.FUNCTION: (later("Sponsor’s function"), "briefcase"),
    Family.REGION: (later("Region"), "map-pin"),
    Family.INDUSTRY: (later("Industry"), "building-2"),
    Family.TIER: (later("Tier"), "layout-grid"),
    Family.STATUS: (later("Status"), "flag"),
    Family.LEAD: (later("Account lead"), "user-round"),
}
SEPARATOR = "\x1f"
EVERYTHING = "everything"
BACK = (
    (later("A month ago"), 30),
    (later("A quarter ago"), 91),
    (later("Half a year ago"), 182),
    (later("A year ago"), 365),
    (later("Two years ago"), 730),
)
AHEAD = (
    (later("Tomorrow"), 1),
    (later("In a week"), 7),
    (later("In two weeks"), 14),
    (later("In a month"), 30),
)
LONGEST_DAYS = 3650


def choice_word(choice: Choice, report: CoverageReport) -> str:
    """`Region: Nordics`, `No region`."""
    family, value = choice
    name = tr(FAMILIES[family][0])
    if value == NONE:
        return tr("No {family}").format(family=name[:1].lower() + name[1:])
    if family is Family.LEAD:
        return f"{name}: {report.leads.get(MemberId(value)) or tr('someone who is not here yet')}"
    return f"{name}: {value if family in (Family.REGION, Family.INDUSTRY) else value.replace('_', ' ')}"


def filter_options(report: CoverageReport) -> list[Option]:
    """Every choice of every family with its count; those chosen first, which choosing again takes away."""
    chosen: list[Option] = []
    others: list[Option] = []
    for family in Family:
        for value, count in report.facets.get(family, {}).items():
            choice = (family, value)
            taken = choice in report.view.choices
            row = ListRow(
                choice_word(choice, report),
                how_many(count, "account"),
                tr("chosen") if taken else "",
                "circle-check" if taken else FAMILIES[family][1],
                "accent" if taken else "text3",
            )
            (chosen if taken else others).append(Option(f"{family}{SEPARATOR}{value}", row))
    if not chosen:
        return others
    all_of_it = ListRow(tr("Show all accounts"), symbol="x", symbol_ink="text3")
    return [*chosen, Option(EVERYTHING, all_of_it), *others]


def choice_of(key: str) -> Choice:
    """What a key of `filter_options` stands for."""
    family, _, value = key.partition(SEPARATOR)
    return Family(family), value


def past_options(text: str, today: date) -> list[Option]:
    """Days gone by to compare with: what was typed, or the usual ones."""
    typed = read_past(text, today)
    if typed is not None:
        return [_day(full_day(typed, today), typed, today)]
    usual = [(tr(words), today - timedelta(days=days)) for words, days in BACK]
    return _fitting([_day(words, day, today) for words, day in usual], text)


def coming_options(text: str, today: date) -> list[Option]:
    """Days to come to plan a visit on: what was typed, or the usual ones."""
    typed = read_due(text, today)
    if typed is not None and typed >= today:
        return [_day(full_day(typed, today), typed, today)]
    usual = [(tr(words), today + timedelta(days=days)) for words, days in AHEAD]
    return _fitting([_day(words, day, today) for words, day in usual], text)


def cadence_options(text: str, row: CoverageRow, rules: Rules) -> list[Option]:
    """The tiers with what they promise, or own days as typed: `60` or `60/120`."""
    own = _typed_days(text)
    if own is not None:
        words = tr("Ideal {ideal}, maximum {maximum} days").format(ideal=own[0], maximum=own[1])
        said = tr("for {account} alone").format(account=row.account)
        return [Option(f"{own[0]}/{own[1]}", ListRow(words, said, symbol="pencil-line"))]
    found: list[Option] = []
    for tier, cadence in rules.cadences.items():
        words = tr("ideal {ideal}, maximum {maximum} days")
        said = words.format(ideal=cadence.ideal, maximum=cadence.maximum)
        now = tr("now") if row.tier is tier else ""
        face = ListRow(capital(tr(TIER_WORDS[tier])), said, now, "layout-grid", "text3")
        found.append(Option(tier.value, face))
    return _fitting(found, text)


def cadence_fields(key: str) -> dict[str, str]:
    """What to change on the account for a key of `cadence_options`."""
    if key in set(Tier):
        return {"tier": key}
    ideal, _, maximum = key.partition("/")
    return {"ideal_days": ideal, "maximum_days": maximum}


SAVE_MINE, SAVE_TEAM, FORGET, OPEN = "mine", "team", "forget", "open"


def view_options(text: str, views: Sequence[SavedView], shown: BoardView) -> list[Option]:
    """The saved views that fit what was typed; what was typed as the name of a new one; the one in use to take away."""
    found = [_view(one) for one in views]
    same = [one for one in views if one.view == shown]
    options = _fitting(found, text)
    name = text.strip()
    if name:
        mine = ListRow(tr("Save as “{name}”").format(name=name), tr("on this laptop, for me"))
        team = ListRow(tr("Share as “{name}”").format(name=name), tr("for the whole team"))
        options += [Option(f"{SAVE_MINE}:{name}", mine), Option(f"{SAVE_TEAM}:{name}", team)]
    else:
        words = tr("Remove “{name}”")
        options += [
            Option(f"{FORGET}:{one.key}:{one.shared}", ListRow(words.format(name=one.name)))
            for one in same
        ]
    return options


def view_said(view: BoardView) -> str:
    """What a view shows: `by region · seen in 30 days · tier key`."""
    parts = (tr("by {what}").format(what=tr(view.by.value)), tr(window_words(view.window)))
    return " · ".join(part for part in (*parts, filter_words(view, {})) if part)


def _view(one: SavedView) -> Option:
    whose = tr("the team’s") if one.shared else tr("mine")
    face = ListRow(one.name, view_said(one.view), whose, "star", "text3")
    return Option(f"{OPEN}:{one.key}:{one.shared}", face)


def _day(words: str, day: date, today: date) -> Option:
    said = full_day(day, today)
    reason = "" if said == words else said
    return Option(day.isoformat(), ListRow(words, reason, "", "calendar-days", "text3"))


def _fitting(options: list[Option], text: str) -> list[Option]:
    words = fold(text).split()
    return [option for option in options if all(word in option.folded for word in words)]


def _typed_days(text: str) -> tuple[int, int] | None:
    ideal, _, maximum = text.replace(" ", "").partition("/")
    if not ideal.isdecimal() or not (maximum.isdecimal() or not maximum):
        return None
    first = int(ideal[:5])
    second = int(maximum[:5]) if maximum else first * 2
    return (first, second) if 0 < first <= second <= LONGEST_DAYS else None
