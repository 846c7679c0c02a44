"""Meetings of a calendar and messages: each is one we know, or a new one of an account we know, or offered."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sponsor_app.domain.ids import link_id, looks_like_id
from sponsor_app.domain.importing import ImportedRecord, Offer
from sponsor_app.domain.interaction import Kind, State
from sponsor_app.domain.invitations import (
    kind_of_meeting,
    note_of_meeting,
    place_of_meeting,
    state_of_meeting,
)
from sponsor_app.domain.text import LONGEST_NOTE
from sponsor_app.services import Services
from sponsor_app.services.imports.meeting_people import CONTACT, MEMBER, MeetingPeople, Party
from sponsor_app.services.imports.meetings_here import MeetingsHere
from sponsor_app.services.imports.plan import Plan, Values
from sponsor_app.store.models.columns import moment_text

MEETING = "calendar"
"""What the id of an imported meeting is made of beside its identity, so that two laptops make the same one."""
MESSAGES = frozenset({"REQUEST", "CANCEL", "REPLY"})
KEPT_BY_HAND = "somebody changed them here, and that is kept"
NOBODY = "nobody of an account we know takes part; they are offered"
NOT_HERE = "nobody of that address or name is here"
FIRST_SHOWN = 20
FOR_EVER = "9999"
WEEK = timedelta(days=7)


class MeetingRows:
    """Plans meetings. `quiet` does not bring back what was deleted here, nor say that a plan was held."""

    def __init__(
        self, app: Services, plan: Plan, people: MeetingPeople, only_at: str | None
    ) -> None:
        self.app, self.plan, self.people, self.only_at = app, plan, people, only_at
        self.quiet = False
        self.here = MeetingsHere(app)
        self._offered: set[str] = set()
        self._whole: dict[str, str] = {}
        self._seen: set[str] = set()

    def take(self, record: ImportedRecord) -> None:
        """Plan one meeting or message."""
        fields = record.fields
        method = str(fields.get("method") or "")
        if self._is_ours(str(fields["uid"])):
            self.plan.unchanged += 1
        elif fields.get("own"):
            self._meet(record, self._told(record))
        elif method in MESSAGES and not self._is_news(fields):
            self._skip("meetings", "a later message about them is here already")
        elif method == "REPLY":
            self._answer(record)
        elif method == "CANCEL" or fields.get("state") == "cancelled":
            self._call_off(fields)
        else:
            self._meet(record, self.people.party(record.people))

    def finish(self) -> None:
        """Call off what a series no longer has."""
        for uid, until in self._whole.items():
            self._let_go(uid, until)

    def vanish(self, uid: str) -> None:
        """Call off what is still ahead of a meeting that its calendar no longer has."""
        self._let_go(uid, FOR_EVER)

    def _let_go(self, uid: str, until: str) -> None:
        today = self.app.today().isoformat()
        ahead = [
            (row["happened_on"], known)
            for known in self.here.of_series(uid)
            if (row := self.here.rows[known])["state"] == State.PLANNED
            and today <= row["happened_on"] <= until
        ]
        new = [one for one in sorted(ahead) if one[1] in self.plan.inserts["interaction"]]
        for on, known in sorted(one for one in ahead if one[1] not in self._seen):
            moved = next((one for one in new if _are_near(one[0], on)), None)
            if moved is None:
                self._edit(known, {"state": State.CANCELLED.value})
            else:
                new.remove(moved)
                self._become(known, moved[1])

    def _become(self, known: str, new: str) -> None:
        """A series was moved: what was about to be made is a meeting that is here, with what people noted there."""
        values = self.plan.inserts["interaction"].pop(new)
        self.here.forget(new)
        self.plan.created -= 1
        fixed = ("account_id", "kind")
        self._edit(known, {name: value for name, value in values.items() if name not in fixed})
        links = self.plan.inserts["attendance"]
        for link in [one for one, row in links.items() if row["interaction_id"] == new]:
            row = links.pop(link)
            column = CONTACT if CONTACT in row else MEMBER
            if row[column] not in self.here.attending[known]:
                again = {"interaction_id": known, column: row[column]}
                self.plan.add("attendance", again, link_id(known, row[column]))

    # --- one meeting ------------------------------------------------------------------------

    def _meet(self, record: ImportedRecord, party: Party) -> None:
        fields = record.fields
        found = self.here.find(fields)
        if fields.get("whole"):
            self._whole[str(fields["uid"])] = str(fields.get("until") or FOR_EVER)
        if found is not None:
            self._seen.add(found)
            self._update(found, fields, party)
            return
        account_id = self.only_at or party.account_id
        if account_id is None:
            self._offer(record)
        elif party.declined:
            self._skip("meetings", "they were declined")
        else:
            self._create(fields, account_id, party)

    def _told(self, record: ImportedRecord) -> Party:
        """With whom, by the account that a calendar of ours names; without one as in any other calendar."""
        fields, accounts = record.fields, self.people.accounts
        named = str(fields.get("account") or "")
        given = str(fields.get("account_id") or "")
        account_id = self.only_at or accounts.identified({"id": given, "external_id": given})
        account_id = account_id or (accounts.only_named(named) if named else None)
        account_id = account_id or self.people.party(record.people).account_id
        party = self.people.told(record.people, account_id)
        if party.unknown and account_id is not None:
            self.plan.leave_out("people of meetings", NOT_HERE, party.unknown)
        return party

    def _create(self, fields: Mapping[str, Any], account_id: str, party: Party) -> None:
        chosen = self._id(fields)
        if self.quiet and chosen in self.here.deleted:
            self._skip("meetings", "they were deleted here")
            return
        if chosen in self.here.ids:
            chosen = self.plan.new_id()
        values = {"account_id": account_id, **self._times(fields), **self._words(fields)}
        values["state"] = self._state(fields).value
        values["external_id"] = fields["external_id"]
        self.plan.add("interaction", values, chosen)
        self.plan.created += 1
        self.plan.possible_duplicates += self.here.was_written_down(account_id, values)
        self.here.add({**values, "id": chosen})
        self._seen.add(chosen)
        self._attend(chosen, party)

    def _id(self, fields: Mapping[str, Any]) -> str:
        """What two laptops give the same meeting; one of ours keeps the id it has elsewhere."""
        uid = str(fields["uid"])
        if fields.get("own") and looks_like_id(uid) and uid not in self.here.deleted:
            return uid
        return link_id(MEETING, str(fields["external_id"]))

    def _update(self, found: str, fields: Mapping[str, Any], party: Party) -> None:
        row = self.here.rows[found]
        values = self._times(fields)
        words = self._words(fields)
        values |= words if fields.get("own") else {"summary": words["summary"]}
        values["state"] = self._state_again(str(row["state"]), fields).value
        if row.get("place") is None and words.get("place"):
            values["place"] = words["place"]
        if row["external_id"] != fields["external_id"]:
            values["external_id"] = fields["external_id"]
        changed = self._edit(found, values, count=False)
        changed |= self._attend(found, party)
        if changed:
            self.plan.updated += 1
        else:
            self.plan.unchanged += 1

    def _edit(self, found: str, values: Values, *, count: bool = True) -> bool:
        """Plan what differs and was not changed by hand; whether there is anything."""
        row = self.here.rows[found]
        differing = {name: value for name, value in values.items() if row.get(name) != value}
        kept = {name for name in differing if (found, name) in self.here.by_hand}
        if kept:
            self.plan.leave_out("fields of meetings", KEPT_BY_HAND)
        new = {name: value for name, value in differing.items() if name not in kept}
        if new:
            self.plan.edit("interaction", found, new)
            self.here.learn(found, new)
            self.plan.updated += count
        return bool(new)

    def _offer(self, record: ImportedRecord) -> None:
        uid = str(record.fields["uid"])
        if uid not in self._offered:
            self._offered.add(uid)
            people = tuple(one.email or one.name for one in record.people[:FIRST_SHOWN])
            title, on = str(record.fields.get("title") or ""), str(record.fields["on"])
            self.plan.offers.append(Offer(record.at, title, on, people))
        self._skip("meetings", NOBODY)

    # --- messages about meetings --------------------------------------------------------------

    def _call_off(self, fields: Mapping[str, Any]) -> None:
        found = list(self._meant(fields))
        if not found:
            self._skip("meetings", "they were called off, and are not here")
            return
        today = self.app.today().isoformat()
        changed = False
        for known in found:
            row = self.here.rows[known]
            self._seen.add(known)
            ahead = len(found) == 1 or row["happened_on"] >= today
            if ahead:
                changed |= self._edit(known, {"state": State.CANCELLED.value})
        if not changed:
            self.plan.unchanged += 1

    def _answer(self, record: ImportedRecord) -> None:
        found = list(self._meant(record.fields))
        if not found:
            self._skip("answers", "the meeting is not here")
            return
        party = self.people.party(record.people, answering=True)
        changed = [self._attend(known, party) for known in found]
        if any(changed):
            self.plan.updated += 1
        else:
            self.plan.unchanged += 1

    def _meant(self, fields: Mapping[str, Any]) -> Iterator[str]:
        """The meetings that a message is about: one, or all of a series."""
        exact = self.here.find(fields)
        if exact is not None and not fields.get("sole"):
            yield exact
        elif fields.get("sole") or fields["external_id"] == fields["uid"]:
            yield from self.here.of_series(str(fields["uid"]))

    def _is_news(self, fields: Mapping[str, Any]) -> bool:
        """Whether no later message about the same meeting was taken in on this laptop."""
        stamp = fields.get("stamp")
        if not stamp:
            return True
        what = f"{MEETING} {fields['external_id']}"
        at = datetime.fromisoformat(str(stamp))
        last = self.here.last_message(self.app, what)
        if last is not None and at < last and fields.get("method") != "REPLY":
            return False
        if fields.get("method") != "REPLY":
            self.here.messages[what] = self.plan.stamps[what] = at
        return True

    # --- values -------------------------------------------------------------------------------

    def _attend(self, interaction_id: str, party: Party) -> bool:
        """Plan who takes part, and who no longer does; whether that is news."""
        there = self.here.attending[interaction_id]
        coming = [one for one in party.coming if one.id not in there]
        for one in coming:
            link = link_id(interaction_id, one.id)
            self.plan.add(
                "attendance", {"interaction_id": interaction_id, one.column: one.id}, link
            )
            there.add(one.id)
        gone = [one for one in party.gone if one in there]
        for one in gone:
            self.plan.remove("attendance", link_id(interaction_id, one))
            there.discard(one)
        return bool(coming or gone)

    def _times(self, fields: Mapping[str, Any]) -> Values:
        starts, ends = (_moment(fields.get(name)) for name in ("starts_at", "ends_at"))
        return {
            "happened_on": fields["on"],
            "starts_at": moment_text(starts) if starts else None,
            "ends_at": moment_text(ends) if ends else None,
            "zone": fields.get("zone"),
        }

    def _words(self, fields: Mapping[str, Any]) -> Values:
        if fields.get("own"):
            told = {name: fields.get(name) for name in ("kind", "summary", "place", "city")}
            return {**told, "kind": told["kind"] or Kind.MEETING.value}
        title, location = (str(fields.get(name) or "") for name in ("title", "location"))
        online = bool(fields.get("online"))
        given = fields.get("kind")
        kind = Kind(str(given)) if given else kind_of_meeting(title, location, online=online)
        note = note_of_meeting(title, location, str(fields.get("notes") or ""), LONGEST_NOTE)
        place = place_of_meeting(kind, location, online=online)
        return {
            "kind": kind.value,
            "summary": note or None,
            **({"place": place.value} if place else {}),
        }

    def _state(self, fields: Mapping[str, Any]) -> State:
        if fields.get("own") and fields.get("told_state"):
            return State(str(fields["told_state"]))
        if fields.get("kind") == Kind.MESSAGE:
            return State.HELD
        on = datetime.fromisoformat(str(fields["on"])).date()
        ends = _moment(fields.get("ends_at")) or _moment(fields.get("starts_at"))
        return state_of_meeting(on, ends, self.app.now(), self.app.today())

    def _state_again(self, before: str, fields: Mapping[str, Any]) -> State:
        """A plan that is over is not said to be held behind a person's back."""
        now = self._state(fields)
        if self.quiet and before == State.PLANNED and now is State.HELD:
            return State.PLANNED
        return now

    def _is_ours(self, uid: str) -> bool:
        """Whether it tells of an interaction that began here, or came here otherwise than by such a calendar."""
        return uid in self.here.ids and self.here.rows.get(uid, {}).get("external_id") != uid

    def _skip(self, what: str, reason: str) -> None:
        self.plan.leave_out(what, reason)


def _are_near(one: str, other: str) -> bool:
    """Whether two days, as ISO text, are less than a week apart."""
    return abs(date.fromisoformat(one) - date.fromisoformat(other)) < WEEK


def _moment(value: object) -> datetime | None:
    return datetime.fromisoformat(str(value)) if value else None
