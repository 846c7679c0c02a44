"""The head of the page: when and where, how they stand with us, and whose laptops have not synced."""

from collections.abc import Sequence
from datetime import date

from sponsor_app.domain.brief.phrasing import first_name, one_line, started
from sponsor_app.domain.brief.values import BriefSource
from sponsor_app.domain.clocks import LastTouch
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.devices import Device
from sponsor_app.domain.language import tr
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import (
    KIND_WORDS,
    PLACE_WORDS,
    STATUS_WORDS,
    TIER_WORDS,
    ago,
    full_day,
    near_day,
    span,
)

STALE_DEVICE_DAYS = 1
NAMED = 3


def occasion(planned: Sequence[Interaction], today: date) -> str:
    """`Today 09:30–10:30, visit, their site, Gävle.`; empty when nothing is planned."""
    if not planned:
        return ""
    soonest = planned[0]
    parts = [
        started(f"{near_day(soonest.on, today)} {hours(soonest)}".strip()),
        tr(KIND_WORDS[soonest.kind]),
        tr(PLACE_WORDS[soonest.place]) if soonest.place else "",
        soonest.city or "",
    ]
    return one_line(", ".join(part for part in parts if part) + ".")


def hours(one: Interaction) -> str:
    """`09:30–10:30` on this laptop’s clock; empty when no time was agreed."""
    if one.starts_at is None:
        return ""
    start = f"{one.starts_at.astimezone():%H:%M}"
    if one.ends_at is None or one.ends_at <= one.starts_at:
        return start
    return f"{start}–{one.ends_at.astimezone():%H:%M}"


def standing(source: BriefSource) -> str:
    """`At risk, strategic, with us since 2017. You are the sponsor; account lead Mia Andersson.` and the clocks."""
    row, since = source.page.row, source.page.details.customer_since
    parts = [started(tr(STATUS_WORDS[row.status]))]
    if row.tier:
        parts.append(tr(TIER_WORDS[row.tier]))
    if since:
        parts.append(tr("with us since {year}").format(year=since.year))
    if row.sponsor_id == source.reader:
        sponsor = tr("You are the sponsor")
    else:
        sponsor = (
            tr("Sponsor {sponsor}").format(sponsor=row.sponsor) if row.sponsor else tr("No sponsor")
        )
    lead = tr("you") if row.lead_id == source.reader else row.lead
    led = tr("; account lead {lead}").format(lead=lead) if lead else tr("; no account lead")
    return one_line(f"{', '.join(parts)}. {sponsor}{led}. {_clocks(row, source.page.as_of)}")


def _clocks(row: CoverageRow, today: date) -> str:
    """`Last touch 12 days ago; last visit with no ask: 11 months; last on their turf: 4 months.`"""
    clocks = row.clocks
    if clocks.touch is None:
        return ""
    care, turf = clocks.non_selling, clocks.their_turf
    kind = tr(KIND_WORDS[care.kind] if care else "touch")
    said = (
        tr("last touch {ago}").format(ago=ago((today - clocks.touch.on).days)),
        tr("last {kind} with no ask: {how_long}").format(
            kind=kind, how_long=_how_long(care, today)
        ),
        tr("last on their turf: {how_long}").format(how_long=_how_long(turf, today)),
    )
    warning = tr("selling only, ") if row.selling_only(today) else ""
    return started(f"{warning}{'; '.join(said)}.")


def _how_long(last: LastTouch | None, today: date) -> str:
    if last is None:
        return tr("never")
    days = (today - last.on).days
    return span(days) if days > 1 else ago(days)


def not_in_step(devices: Sequence[Device], today: date) -> str:
    """`2 of 9 laptops not in step: Mia since Sat 14 Nov, Jonas never.`; empty when all are, or there is one."""
    behind = [one for one in devices if not one.mine and _is_behind(one, today)]
    if not behind:
        return ""
    named = ", ".join(_behind(one, today) for one in behind[:NAMED])
    more = (
        tr(" and {number} more").format(number=len(behind) - NAMED) if len(behind) > NAMED else ""
    )
    said = tr("{behind} of {devices} laptops not in step: {named}{more}.")
    return one_line(said.format(behind=len(behind), devices=len(devices), named=named, more=more))


def _is_behind(one: Device, today: date) -> bool:
    if one.last_synced is None:
        return True
    return (today - one.last_synced.date()).days > STALE_DEVICE_DAYS


def _behind(one: Device, today: date) -> str:
    who = first_name(one.member or one.name)
    if one.last_synced is None:
        return tr("{who} never").format(who=who)
    return tr("{who} since {day}").format(who=who, day=full_day(one.last_synced.date(), today))
