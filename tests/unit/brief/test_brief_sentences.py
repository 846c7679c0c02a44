"""What an executive reads in a car park, sentence by sentence."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.brief import Brief, BriefSource, Line, Section, SectionKey, Spread
from sponsor_app.domain.brief.compose import MOST, compose
from sponsor_app.domain.clocks import Clocks, LastTouch
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.devices import Device
from sponsor_app.domain.ids import CommitmentId, InteractionId, IssueId
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment, State
from sponsor_app.domain.issue import IssueStatus
from sponsor_app.domain.people import Role
from tests.unit.brief.pages import (
    DANA,
    ME,
    MIA,
    TOM,
    contact,
    days_ago,
    details,
    fact,
    held,
    issue,
    promise,
    pulse,
    row,
    source,
    who,
)


def section(made: BriefSource | Brief, key: SectionKey) -> Section | None:
    brief = compose(made) if isinstance(made, BriefSource) else made
    return next((one for one in brief.sections if one.key is key), None)


def said(made: BriefSource, key: SectionKey) -> list[str]:
    found = section(made, key)
    return [line.text for line in found.lines] if found else []


def lines(made: BriefSource, key: SectionKey) -> tuple[Line, ...]:
    found = section(made, key)
    return found.lines if found else ()


def test_an_account_of_which_nothing_is_known_still_gives_a_page() -> None:
    brief = compose(source())
    assert [one.key for one in brief.sections] == [
        SectionKey.SAY,
        SectionKey.ASK,
        SectionKey.NOT_KNOWN,
    ]
    assert brief.standing == (
        "Customer, strategic. You are the sponsor; account lead Mia Andersson."
    )


def test_the_worst_issue_comes_with_who_has_heard_of_it() -> None:
    worst = issue(6, 1)
    made = source(issues=(worst, issue(9, 2)), spread={worst.id: Spread(27, 6)})
    assert said(made, SectionKey.BAD_NEWS) == [
        "Sev 1, open 6 days: Cranes stop at sea. Our update is 1 day late.",
        "About 27 people probably know; we have called 6.",
        "Sev 2, open 9 days: Cranes stop at sea. Our update is 1 day late.",
    ]
    heard = lines(made, SectionKey.BAD_NEWS)[1]
    assert (heard.citation, heard.record.id) == ("who heard", worst.id)


@pytest.mark.parametrize(
    ("spread", "words"),
    [
        (Spread(1, 0), "One person probably knows; we have called nobody yet."),
        (Spread(1, 1), "One person probably knows; we have called them."),
        (Spread(6, 2), "Six people probably know; we have called 2."),
        (Spread(12, 12), "About 12 people probably know; we have called them all."),
    ],
)
def test_the_circle_of_those_who_heard_reads_as_a_sentence(spread: Spread, words: str) -> None:
    worst = issue()
    made = source(issues=(worst,), spread={worst.id: spread})
    assert said(made, SectionKey.BAD_NEWS)[1] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Send pricing.", "Send pricing. Due Fri 13 Nov; not accepted yet"),
        ("revised pricing", "Revised pricing. Due Fri 13 Nov; not accepted yet"),
        ("to call back?", "To call back? Due Fri 13 Nov; not accepted yet"),
        ("iPads for all,", "iPads for all. Due Fri 13 Nov; not accepted yet"),
    ],
)
def test_a_promise_may_be_an_order_or_a_thing(text: str, words: str) -> None:
    made = source(commitments=(promise(-5, text=text),))
    (line,) = said(made, SectionKey.BAD_NEWS)
    assert line.startswith(f"Our promise, 5 days late: {words}")


def test_a_late_promise_says_who_has_it() -> None:
    mine = promise(-5, owner_id=ME, owner="Grace Moreau", accepted_on=days_ago(5))
    hers = promise(-1, owner_id=MIA, owner="Mia Andersson", accepted_on=days_ago(5))
    nobodys = promise(-2)
    led_by_none = source(commitments=(nobodys,), row=row(lead_id=None, lead=None))
    assert said(source(commitments=(mine, hers, nobodys)), SectionKey.BAD_NEWS) == [
        "Your promise, 5 days late: Send the revised pricing. Due Fri 13 Nov.",
        "Our promise, 1 day late: Send the revised pricing. Due Tue 17 Nov; Mia Andersson has it.",
        (
            "Our promise, 2 days late: Send the revised pricing. Due Mon 16 Nov;"
            " not accepted yet, it waits for Mia Andersson."
        ),
    ]
    assert "not accepted yet by anyone." in said(led_by_none, SectionKey.BAD_NEWS)[0]


@pytest.mark.parametrize(
    ("pulses", "words"),
    [
        (((1, 4, DANA), (36, 7, DANA)), "Pulse fell from 7 to 4 in five weeks."),
        (((1, 4, DANA), (8, 5, DANA), (36, 7, DANA)), "Pulse fell from 7 to 4 in five weeks."),
        (((1, 4, DANA), (36, 7, DANA), (60, 6, DANA)), "Pulse fell from 7 to 4 in five weeks."),
        (((1, 4, DANA), (36, 7, TOM)), "Pulse fell from 7 to 4 in five weeks, two people asked."),
        (((1, 4, DANA), (5, 9, TOM), (36, 7, DANA)), "Pulse fell from 7 to 4 in five weeks."),
        (((1, 6, DANA), (36, 7, DANA)), "Pulse 6 of 10."),
        (((1, 5, None),), "Pulse 5 of 10."),
        (((1, 6, DANA), (36, 3, DANA)), "Pulse rose from 3 to 6 in five weeks."),
    ],
)
def test_a_pulse_tells_how_far_it_moved(
    pulses: tuple[tuple[int, int, str | None], ...], words: str
) -> None:
    made = source(pulses=tuple(pulse(*one) for one in pulses))  # type: ignore[arg-type]
    assert said(made, SectionKey.BAD_NEWS) == [words]


def test_a_good_pulse_is_told_with_what_changed() -> None:
    made = source(pulses=(pulse(3, 9, DANA, quote="you came"), pulse(40, 6)))
    assert said(made, SectionKey.BAD_NEWS) == []
    assert said(made, SectionKey.SINCE_YOU_MET) == [
        "Pulse rose from 6 to 9 in five weeks. Dana Reyes: “you came”"
    ]


def test_the_same_complaint_is_not_told_twice() -> None:
    call = held(1, contacts=who(DANA), sentiment=Sentiment.NEGATIVE, quote="you never called")
    made = source(timeline=(call,), pulses=(pulse(1, 4, DANA, quote="you never called"),))
    assert said(made, SectionKey.BAD_NEWS) == ["Pulse 4 of 10. Dana Reyes: “you never called”"]
    alone = source(timeline=(call,))
    assert said(alone, SectionKey.BAD_NEWS) == ["Dana Reyes was unhappy. “you never called”"]
    assert said(alone, SectionKey.SINCE_YOU_MET) == []


def test_a_lost_account_says_why() -> None:
    made = source(row=row(status=AccountStatus.LOST), details=details(lost_because="price"))
    assert said(made, SectionKey.BAD_NEWS) == ["We lost them: Price."]


def test_bad_news_of_every_sort_is_heard_before_more_of_one_sort() -> None:
    issues = tuple(issue(n, 2) for n in range(9, 2, -1))
    made = source(
        issues=issues,
        spread={issues[0].id: Spread(9, 0)},
        commitments=(promise(-5), replace(promise(-3), id=CommitmentId("other"))),
        pulses=(pulse(1, 2),),
    )
    found = section(made, SectionKey.BAD_NEWS)
    assert found
    leads = [line.lead.split(",")[0].split()[0] for line in found.lines]
    assert leads == ["Sev", "Nine", "Sev", "Sev", "Our", "Pulse"]
    assert len(found.lines) == MOST[SectionKey.BAD_NEWS]
    assert found.more == "and 5 more on the account’s page"


def test_a_person_in_the_room_is_part_last_met_strength_and_a_fact() -> None:
    dana = contact(
        DANA, title="Chief Operating Officer", role=Role.DECIDES, last_on=days_ago(61), strength=62
    )
    made = source(
        contacts=(dana,),
        timeline=(held(5, contacts=who(DANA), members=who(MIA)), held(61, contacts=who(DANA), members=who(ME), kind=Kind.VISIT)),
        facts=(fact(DANA),),
    )  # fmt: skip
    (line,) = lines(made, SectionKey.IN_THE_ROOM)
    assert line.text == (
        "Dana Reyes, Chief Operating Officer, decides. You met 61 days ago, Mia Andersson called"
        " 5 days ago; strength 62 of 100. Sings alto."
    )
    assert line.citation == "fact 20 Aug"


def test_a_stranger_in_the_room_is_called_one() -> None:
    made = source(contacts=(contact(TOM, role=Role.DECIDES),))
    assert said(made, SectionKey.IN_THE_ROOM) == [
        "Tom Berg, decides. Never met by anyone of ours. No counterpart."
    ]
    assert said(made, SectionKey.NOT_KNOWN)[0] == "What Tom Berg thinks of us: never met."


@pytest.mark.parametrize(
    ("birthday", "words"),
    [
        ("1971-11-18", "Birthday today."),
        ("11-19", "Birthday tomorrow."),
        ("--11-27", "Birthday Fri 27 Nov."),
        ("11-16", "Birthday Mon 16 Nov."),
        ("12-24", ""),
        ("02-30", ""),
        ("in spring", ""),
    ],
)
def test_a_birthday_is_named_when_it_is_near(birthday: str, words: str) -> None:
    (line,) = said(
        source(contacts=(contact(birthday=birthday, last_on=days_ago(1)),)), SectionKey.IN_THE_ROOM
    )
    assert line == f"Dana Reyes: Last met yesterday. {words}".strip()


def test_the_room_is_those_named_then_those_invited_then_a_guess() -> None:
    dana, tom = contact(DANA, role=Role.DECIDES), contact(TOM)
    plan = held(-1, contacts=who(TOM), state=State.PLANNED)
    guessed = section(source(contacts=(tom, dana)), SectionKey.IN_THE_ROOM)
    invited = section(source(contacts=(tom, dana), planned=(plan,)), SectionKey.IN_THE_ROOM)
    named = section(
        source(contacts=(tom, dana), planned=(plan,), attendees=(DANA, TOM)),
        SectionKey.IN_THE_ROOM,
    )
    assert guessed
    assert invited
    assert named
    assert guessed.note == "a guess"
    assert [line.lead for line in guessed.lines] == ["Dana Reyes,", "Tom Berg:"]
    assert ([line.lead for line in invited.lines], invited.note) == (["Tom Berg:"], "")
    assert [line.lead for line in named.lines] == ["Dana Reyes,", "Tom Berg:"]


def test_whoever_left_is_no_guess_but_may_be_named() -> None:
    gone = contact(DANA, left_on=days_ago(20), last_on=days_ago(90), title="COO")
    assert section(source(contacts=(gone,)), SectionKey.IN_THE_ROOM) is None
    named = source(contacts=(gone,), attendees=(DANA,))
    assert said(named, SectionKey.IN_THE_ROOM)[0].startswith("Dana Reyes, COO. Left on 29 Oct.")
    assert said(source(contacts=(gone,)), SectionKey.SINCE_YOU_MET) == [
        "Dana Reyes, COO, has left."
    ]


def test_what_changed_counts_from_the_day_you_met() -> None:
    met = held(20, members=who(ME), contacts=who(DANA), kind=Kind.VISIT)
    made = source(
        timeline=(
            held(2, contacts=who(DANA), members=who(MIA)),
            held(9, contacts=who(DANA, TOM), members=who(MIA), summary="asked for Dr. Olsen. Twice."),
            met,
            held(30, members=who(MIA), summary="Before you met."),
        ),
        issues=(issue(40, 3, status=IssueStatus.RESOLVED, resolved_on=days_ago(4)),),
        commitments=(
            promise(3, kept_on=days_ago(1)),
            promise(4, dropped_on=days_ago(3), drop_reason="too dear"),
            promise(5, kept_on=days_ago(6), direction=Direction.THEIRS),
        ),
    )  # fmt: skip
    found = section(made, SectionKey.SINCE_YOU_MET)
    assert found
    assert (found.title, found.note) == ("Since you met", "29 Oct")
    assert [line.text for line in found.lines] == [
        "We kept a promise: Send the revised pricing.",
        "We dropped a promise: Send the revised pricing. Too dear.",
        "Solved Sat 14 Nov: Cranes stop at sea. They have not been told.",
        "They kept a promise: Send the revised pricing.",
    ]
    assert found.more == "and 2 more on the account’s page"
    rest = section(source(timeline=made.page.timeline), SectionKey.SINCE_YOU_MET)
    assert rest
    assert [line.text for line in rest.lines] == [
        "Call with Dana Reyes and Tom Berg. Asked for Dr. Olsen.",
        "Call with Dana Reyes.",
    ]


def test_who_never_met_them_reads_the_last_60_days() -> None:
    made = source(timeline=(held(9, members=who(MIA), summary="x"), held(70, members=who(MIA))))
    found = section(made, SectionKey.SINCE_YOU_MET)
    assert found
    assert (found.title, found.note, len(found.lines)) == ("Last 60 days", "", 1)


def test_promises_of_both_sides_are_seen_when_there_are_many() -> None:
    ours = [replace(promise(n), id=CommitmentId(f"ours {n}")) for n in range(6)]
    theirs = promise(-4, direction=Direction.THEIRS, promised_by="Dana Reyes")
    found = section(source(commitments=(*ours, theirs)), SectionKey.PROMISES)
    assert found
    assert [line.lead for line in found.lines] == ["Ours:", "Ours:", "Ours:", "Theirs:"]
    assert found.lines[0].rest == (
        "Send the revised pricing. Due today; not accepted yet, it waits for Mia Andersson."
    )
    assert found.lines[3].rest == (
        "Send the revised pricing. Due Sat 14 Nov, 4 days late; promised by Dana Reyes."
    )
    assert found.left_out == 3


def test_a_relationship_that_only_sells_is_told_to_stop() -> None:
    def clocks(care: LastTouch | None) -> Clocks:
        touch = LastTouch(days_ago(12), InteractionId("visit"), Kind.VISIT)
        return Clocks(touch=touch, non_selling=care)

    care = LastTouch(days_ago(335), InteractionId("coffee"), Kind.COFFEE)
    selling = source(row=row(clocks=clocks(care)))
    assert lines(selling, SectionKey.SAY)[0].text == (
        "Ask for nothing today. Because the last touch with no ask was a coffee 11 months ago."
    )
    assert lines(selling, SectionKey.SAY)[0].record.id == "coffee"
    never = source(row=row(clocks=clocks(None)))
    assert said(never, SectionKey.SAY)[0].endswith("no touch without an ask is on record.")
    lately = LastTouch(days_ago(80), InteractionId("coffee"), Kind.COFFEE)
    assert not any(
        "Ask for nothing" in text
        for text in said(source(row=row(clocks=clocks(lately))), SectionKey.SAY)
    )


def test_talking_points_give_their_reason() -> None:
    worst = issue(6, 1, next_update_due=None)
    made = source(
        issues=(worst,),
        spread={worst.id: Spread(27, 6)},
        commitments=(promise(2),),
        details=details(wants="alarms on time; one engineer. And more."),
    )
    assert said(made, SectionKey.SAY) == [
        (
            "Open with it: Cranes stop at sea."
            " Because 21 of 27 who probably know have not heard from us."
        ),
        "Say who will do it: Send the revised pricing. Because nobody has accepted it yet.",
        "Speak to this: Alarms on time; one engineer. Because it is what they want now.",
    ]
    found = section(made, SectionKey.SAY)
    assert found
    assert found.more == "and 1 more, left out to keep this one page"


def test_the_question_is_about_trust_when_it_is_broken() -> None:
    worst = IssueId("issue 1 6")
    asked = lines(source(issues=(issue(),)), SectionKey.ASK)
    assert asked[0].record.id == worst
    assert "trust us" in asked[0].text
    calm = source(details=details(wants="peace"), contacts=(contact(DANA),))
    assert said(calm, SectionKey.ASK) == [
        "Dana Reyes: “What are you proud of this year, apart from us?”"
    ]


def test_the_head_names_day_hours_place_and_city() -> None:
    plan = held(
        0,
        state=State.PLANNED,
        kind=Kind.VISIT,
        place=Place.THEIRS,
        intent=Intent.CARE,
        city="Gävle",
        starts_at=datetime(2026, 11, 18, 9, 30).astimezone(),
        ends_at=datetime(2026, 11, 18, 10, 30).astimezone(),
    )
    brief = compose(source(planned=(plan,)))
    assert brief.occasion == "Today 09:30–10:30, visit, their site, Gävle."


def test_laptops_that_have_not_synced_are_named() -> None:
    def device(name: str, member: str | None, day: int | None, *, mine: bool = False) -> Device:
        moment = datetime(2026, 11, day, tzinfo=UTC) if day else None
        return Device(name, member, mine, moment)

    devices = (
        device("here", "Grace", None, mine=True),
        device("m", "Mia Andersson", 14),
        device("jonas-laptop", None, None),
        device("t", "Tom", 17),
    )
    brief = compose(source(devices=devices))
    assert brief.not_in_step == (
        "2 of 4 laptops not in step: Mia since Sat 14 Nov, jonas-laptop never."
    )
