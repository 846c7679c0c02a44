"""The team: `share create`, `invite`, `join`, `status`, `members`, `remove` and the others."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from sponsor_app.cli.output import DONE, PARTLY, table
from sponsor_app.cli.session import Session
from sponsor_app.cli.team_documents import (
    laptop_lines,
    of_laptop,
    of_report,
    of_team,
    report_text,
    team_text,
)
from sponsor_app.cli.verbs.adding import Verbs, group, verb
from sponsor_app.domain.errors import AmbiguousError
from sponsor_app.domain.ids import Identity
from sponsor_app.domain.team import Kind, Laptop, Team
from sponsor_app.domain.text import counted
from sponsor_app.services import Services, profiles, stores
from sponsor_app.services.profiles import Me
from sponsor_app.services.sharing import (
    beginning,
    inviting,
    members,
    paper,
    passwords,
    roster,
    servers,
)
from sponsor_app.services.sharing.changing import Changed
from sponsor_app.services.sharing.syncing import Report

WHO = "MEMBER"
LATER = "It could not be handed on yet, and goes out at the next sync."


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `share` and its verbs."""
    share = group(verbs, "share", "a team and its shared file")
    begin = verb(share, after, "create", "begin a team with a shared file at PLACE", create)
    _add_place(begin)
    invite = verb(share, after, "invite", "a code that lets somebody in", make_code)
    invite.add_argument("--name", required=True, metavar="NAME")
    invite.add_argument("--admin", action="store_true", help="who joins may change the team")
    invite.add_argument("--days", type=int, default=7, metavar="N", help="how long it is good")
    enter = verb(share, after, "join", "join the team of a shared file with a code", join)
    _add_place(enter)
    enter.add_argument("--code", required=True)
    enter.add_argument("--me", required=True, metavar="NAME")
    verb(share, after, "status", "whether this laptop is in a team, and in step", show_status)
    verb(share, after, "members", "who is in the team, with which laptops", show_members)
    page = verb(share, after, "recovery-code", "a code to print, for an emergency", make_page)
    page.add_argument("--out", metavar="FILE.pdf|.html|.txt")
    _add_people(share, after)
    where = verb(share, after, "place", "the shared file is at PLACE now", meet)
    _add_place(where)
    where.add_argument("--also", action="store_true", help="as well, not instead")
    script = verb(
        share, after, "server-script", "the SQL that prepares a server, once", show_script
    )
    script.add_argument("--role", default="sponsor", metavar="NAME", help="who reads and adds")
    verb(share, after, "leave", "leave the team; everything here stays", leave)
    verb(share, after, "forget", "stop sharing on this laptop only", forget)


def _add_place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "place", metavar="PLACE", help="a file, or postgresql://NAME@SERVER/DATABASE"
    )
    parser.add_argument("--password-file", metavar="FILE", help="the server's password, first line")
    parser.add_argument(
        "--password-here",
        action="store_true",
        help="keep it in this profile's encrypted store, not in the key store",
    )


def _add_people(share: Verbs, after: argparse.ArgumentParser) -> None:
    gone = verb(share, after, "remove", "take somebody's laptops, or one, out", remove)
    gone.add_argument("who", metavar=WHO)
    admin = verb(share, after, "admin", "let somebody change the team", make_admin)
    admin.add_argument("who", metavar=WHO)
    admin.add_argument("--revoke", action="store_true", help="no longer")
    name = verb(share, after, "rename", "call a laptop by another name", rename)
    name.add_argument("who", metavar="LAPTOP")
    name.add_argument("name", metavar="NAME")
    back = verb(share, after, "take-back", "take back everything a laptop wrote", take_back)
    back.add_argument("who", metavar="LAPTOP")


def create(session: Session) -> int:
    """`share create PLACE`."""
    here = session.options.password_here
    begun = beginning.create(session.app, _place(session), password_here=here)
    text = "There is no recovery page yet: sponsor-app share recovery-code --out page.pdf"
    return _entered(session, begun, f"You are the first admin. {text}")


def join(session: Session) -> int:
    """`share join PLACE --code CODE --me NAME`."""
    options, place = session.options, _place(session)
    here = options.password_here
    if profiles.exists(session.profile):
        begun = beginning.join(session.app, place, options.code, password_here=here)
    else:
        me, unlocking = Me(options.me), session.unlocking

        def make(who: Identity | None) -> Services:
            return stores.create(session.profile, me, unlocking, session.clocks, who=who)

        now = session.clocks.now
        begun = beginning.join_anew(make, place, options.code, options.me, now, password_here=here)
        session.keep(begun.app)
    said = (
        "You are in: you can read everything and work. The next sync of an admin's laptop lets yours write too."
        if begun.waits
        else "You are in the team."
    )
    return _entered(session, begun, f"{said} {counted(begun.report.records, 'record')} came in.")


def _place(session: Session) -> str:
    """PLACE as it was typed, with the password of `--password-file` in it."""
    options = session.options
    if options.password_file is None:
        return options.place
    password = profiles.read_passphrase(Path(options.password_file).expanduser(), "password")
    return passwords.with_password(options.place, password)


def show_script(session: Session) -> int:
    """`share server-script [--role NAME]`."""
    role = session.options.role
    text = servers.script(role)
    session.printer.show({"role": role, "sql": text}, text.rstrip())
    return DONE


def make_code(session: Session) -> int:
    """`share invite --name NAME`."""
    options = session.options
    found = inviting.invite(session.app, options.name, admin=options.admin, days=options.days)
    until = found.expires.astimezone() if found.expires else None
    text = (
        f"{found.code}\nThis is shown once. It lets {found.name} in until {until:%Y-%m-%d %H:%M}, once: sponsor-app share join"
        f" PLACE --code CODE --me NAME\n{inviting.WARNING}"
    )
    document = {"code": found.code, "name": found.name, "expires": found.expires}
    return _changed(session, found.changed, document, text)


def make_page(session: Session) -> int:
    """`share recovery-code [--out FILE]`."""
    out = Path(session.options.out).expanduser() if session.options.out else None
    if out is not None:
        paper.refuse_ending(out)
    found = inviting.recovery_code(session.app)
    page = paper.page_of(session.app, roster.team(session.app), found.code)
    text = paper.text(page)
    if out is not None:
        paper.write(page, out)
        text = f"Wrote {out}. Print it, then delete the file. A page that was printed before is void now."
    document = {"code": found.code, "file": str(out) if out else None}
    return _changed(session, found.changed, document, text)


def show_status(session: Session) -> int:
    """`share status`."""
    team, now = roster.team(session.app), session.app.local_now()
    session.printer.show(of_team(team, now), team_text(team, now))
    return DONE


def show_members(session: Session) -> int:
    """`share members`."""
    team = roster.team(session.app)
    headings = ("Member", "Laptop", "", "Last seen", "Version", "Id", "Fingerprint")
    text = table(headings, laptop_lines(team.laptops)) if team.laptops else "Nobody yet."
    session.printer.show(of_team(team, session.app.local_now()), text)
    return DONE


def remove(session: Session) -> int:
    """`share remove MEMBER`."""
    lines = roster.meant(roster.team(session.app), session.options.who)
    changed = members.remove(session.app, lines)
    names = ", ".join(f"{one.name} ({one.device or one.kind})" for one in lines)
    document = {"removed": [of_laptop(one) for one in lines]}
    return _changed(session, changed, document, f"Removed: {names}. {members.STAYS}")


def make_admin(session: Session) -> int:
    """`share admin MEMBER [--revoke]`."""
    admin = not session.options.revoke
    line = _one(session)
    changed = members.set_admin(session.app, line, admin=admin)
    said = "may change the team now" if admin else "may no longer change the team"
    text = f"{line.name} ({line.device}) {said}."
    return _changed(session, changed, {"id": line.id, "admin": admin}, text)


def rename(session: Session) -> int:
    """`share rename LAPTOP NAME`."""
    line, name = _one(session), session.options.name
    changed = members.rename(session.app, line, name)
    return _changed(session, changed, {"id": line.id, "device": name}, f"Called {name} now.")


def take_back(session: Session) -> int:
    """`share take-back LAPTOP`."""
    changes, undone = members.take_back(session.app, _one(session, past=True))
    kept = f" {len(undone.kept)} edited since were kept." if undone.kept else ""
    document = {
        "step": changes.step,
        "title": changes.title,
        "reversed": undone.reversed,
        "kept": list(undone.kept),
    }
    session.printer.answer(document, f"{changes.title}.{kept} Undo brings it back.")
    return PARTLY if undone.kept else DONE


def leave(session: Session) -> int:
    """`share leave`."""
    team = roster.team(session.app)
    members.leave(session.app)
    ask = "" if team.admin else " Ask an admin to remove this laptop from the list."
    text = f"You have left the team. Everything that was here stays.{ask}"
    session.printer.answer(_left(session, team), text)
    return DONE


def meet(session: Session) -> int:
    """`share place PLACE [--also]`."""
    options, now = session.options, session.app.local_now()
    here = options.password_here
    place = _place(session)
    report = beginning.meet_at(session.app, place, also=options.also, password_here=here)
    session.printer.answer(of_report(report, now), report_text(report, now))
    return PARTLY if report.trouble else DONE


def forget(session: Session) -> int:
    """`share forget`."""
    team = roster.team(session.app)
    beginning.forget(session.app)
    text = "This laptop shares no longer. Everything that was here stays. The team still lists it until an admin removes it."
    session.printer.answer(_left(session, team), text)
    return DONE


def _left(session: Session, team: Team) -> Mapping[str, object]:
    now = session.app.local_now()
    return {**of_team(roster.team(session.app), now), "file_id": team.file_id or None, "left": True}


def _entered(session: Session, begun: beginning.Begun, said: str) -> int:
    team, now = roster.team(begun.app), session.dated(begun.app).local_now()
    document = {
        **of_team(team, now),
        "member_id": begun.app.me,
        "profile": str(begun.app.profile.root),
        "sync": of_report(begun.report, now),
    }
    session.printer.answer(document, f"{said}\n{report_text(begun.report, now)}")
    return PARTLY if begun.report.trouble else DONE


def _changed(session: Session, changed: Changed, document: Mapping[str, object], text: str) -> int:
    trouble = _trouble(changed.reports)
    about = of_team(roster.team(session.app), session.app.local_now())
    told = {**about, **document, "handed_on": changed.reached, "alarms": _alarms(changed.reports)}
    tell = session.printer.show if "code" in document else session.printer.answer
    tell(told, text if changed.reached else f"{text}\n{trouble} {LATER}")
    return DONE if changed.reached else PARTLY


def _trouble(reports: Sequence[Report]) -> str:
    return " ".join(one.trouble.message for one in reports if one.trouble)


def _alarms(reports: Sequence[Report]) -> list[str]:
    return [said for one in reports for said in one.alarms]


def _one(session: Session, *, past: bool = False) -> Laptop:
    """The one laptop that is meant; somebody with several has to say which."""
    found = roster.meant(roster.team(session.app), session.options.who, Kind.LAPTOP, past=past)
    if len(found) > 1:
        what = "laptops"
        raise AmbiguousError(
            what, session.options.who, [f"{one.device} ({one.id[:8]})" for one in found]
        )
    return found[0]
