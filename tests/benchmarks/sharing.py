"""What the shared file costs, against floors and peers measured in the same run."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from xml.sax.saxutils import escape

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts
from sponsor_app.services.sharing import beginning, inviting, minting
from sponsor_app.services.sharing.places import REAL
from sponsor_app.services.sharing.syncing import Visit
from sponsor_app.store.models import account
from sponsor_app.store.store import Store
from sponsor_app.sync.envelope.devices import new_device
from sponsor_app.sync.envelope.epochs import EpochContent, make_epoch
from sponsor_app.sync.envelope.people import begin
from sponsor_app.system.folders import Profile
from tests.benchmarks.timing import Figure, median, milliseconds, once, times

RECORDS, FEW, EARLIER = 100_000, 10_000, 5_000
FIELDS = ("name", "industry", "region", "country", "city", "postcode", "address", "website")
KEY = bytes(range(32))
RUNS = 9


def figures(records: int = RECORDS, few: int = FEW, earlier: int = EARLIER) -> list[Figure]:
    """Section 7 of the sharing design."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = _large(folder, records)
        found.append(_peer(folder, few))
        found.append(_history(folder / "long", earlier))
    return [*found, _rekeyed(400)]


def _now() -> datetime:
    return datetime.now(UTC)


def _laptop(folder: Path, name: str) -> Services:
    (folder / name).mkdir(parents=True)
    path = folder / name / "store.db"
    store = Store.create(path, KEY, _now, me={"name": name.title()}, device=f"{name}-laptop")
    app = Services(store, Profile(folder / name), _now, lambda: _now().date())
    minting.mint(app)  # as every new store has it done
    return app


def _fill(app: Services, count: int) -> list[str]:
    rows = [
        {"status": "customer", **{field: _word(field, n) for field in FIELDS}} for n in range(count)
    ]
    ids = app.store.new_ids(count)
    with app.store.write("Imported") as writer:
        writer.insert_many(account, rows, ids)
    return ids


def _word(field: str, number: int) -> str:
    """Text that packs no better than people's own."""
    return f"{field} {sha256(f'{field} {number}'.encode()).hexdigest()[:12]}"


def _large(folder: Path, records: int) -> list[Figure]:
    anna, bob = _laptop(folder, "anna"), _laptop(folder, "bob")
    some = AccountId(_fill(anna, records)[records // 2])
    (folder / "share").mkdir()
    place = folder / "share" / "Team.sponsor"
    publish, _begun = once(lambda: beginning.create(anna, str(place), REAL))
    code = inviting.invite(anna, "Bob", means=REAL).code
    pull, _joined = once(lambda: beginning.join(bob, str(place), code, REAL))
    size = place.stat().st_size
    with Visit(anna, str(place), REAL) as hers, Visit(bob, str(place), REAL) as his:
        for one in (hers, his, hers):
            one.sync()
        sent, heard, floor = list[float](), list[float](), list[float]()
        for number in range(RUNS):
            accounts.change(anna, some, {"city": f"City {number}"})
            floor.append(once(lambda: _swapped(place, place.read_bytes()))[0])
            sent.append(once(hers.sync)[0])
            heard.append(once(his.sync)[0])
    anna.store.close()
    opened = [_opened(folder / "anna", str(place), some, number) for number in range(RUNS)]
    bob.store.close()
    what, base = f"of {records:,} records", median(floor)
    ratio = median(sent) / base
    image = _image(folder, records)
    return [
        _within(f"publish all {what}", publish, 1.0),
        _within(f"a new laptop, its code included, pulls all {what}", pull, 4.0),
        Figure(f"the file {what}", f"{size / 1e6:.1f} MB", "at most 16 MB", size <= 16e6),
        Figure(
            f"one change {what}, to the file and read back",
            f"{milliseconds(median(sent))}, {ratio:.2f} x read + write + fsync + replace ({milliseconds(base)})",
            "at most 3 x",
            ratio <= 3,
        ),
        _within(f"the same, the store opened for it {what}", median(opened), 0.06),
        Figure(
            f"a plain SQLite image {what}, swapped whole",
            f"{milliseconds(image)}, {image / median(sent):.1f} x ours",
            "a peer",
        ),
        _within(f"receive one change {what}", median(heard), 0.015),
    ]


def _opened(folder: Path, place: str, some: AccountId, number: int) -> float:
    """Open the store, edit, sync, close."""

    def do() -> None:
        store = Store.open(folder / "store.db", KEY, _now)
        app = Services(store, Profile(folder), _now, lambda: _now().date())
        accounts.change(app, some, {"city": f"Town {number}"})
        with Visit(app, place, REAL) as visit:
            visit.sync()
        store.close()

    return once(do)[0]


def _swapped(path: Path, content: bytes) -> None:
    """The floor: write beside, fsync, replace, read back."""
    beside = path.with_name(".floor")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    assert len(path.read_bytes()) == len(content)


def _image(folder: Path, records: int) -> float:
    """Join and change a team's plain database that is handed around whole."""
    local, shared = folder / "plain.db", folder / "share" / "plain.db"
    connection = sqlite3.connect(local, isolation_level=None)
    connection.execute(f"CREATE TABLE account (id INTEGER PRIMARY KEY, {', '.join(FIELDS)})")
    connection.execute("BEGIN")
    connection.executemany(
        f"INSERT INTO account VALUES (?, {', '.join('?' * len(FIELDS))})",
        ((n, *(_word(field, n) for field in FIELDS)) for n in range(records)),
    )
    connection.execute("COMMIT")
    connection.close()
    _swapped(shared, local.read_bytes())

    def change() -> None:
        local.write_bytes(shared.read_bytes())
        connection = sqlite3.connect(local, isolation_level=None)
        connection.execute("UPDATE account SET city = ? WHERE id = ?", ("Oslo", records // 2))
        connection.close()
        _swapped(shared, local.read_bytes())

    return median(times(change, 5))


def _peer(folder: Path, records: int) -> Figure:
    what = f"keepassxc-cli merge of one change, {records:,} records"
    if shutil.which("keepassxc-cli") is None:
        return Figure(what, "skipped: keepassxc is not installed", "")
    entries = "".join(
        "<Entry>"
        + "".join(_string(field, f"{field} {n}") for field in ("Title", *FIELDS))
        + "</Entry>"
        for n in range(records)
    )
    head = "<KeePassFile><Meta/><Root><Group><Name>Team</Name>"
    xml = folder / "team.xml"
    xml.write_text(f"{head}{entries}</Group></Root></KeePassFile>", "utf-8")
    one, other = folder / "one.kdbx", folder / "other.kdbx"
    _keepass("import", "-p", str(xml), str(one), typed="secret\nsecret\n")
    shutil.copyfile(one, other)
    _keepass("add", "-q", str(other), "new", typed="secret\n")
    merge = ("merge", "-q", "-s", str(one), str(other))
    seconds = median(times(lambda: _keepass(*merge, typed="secret\n"), 3))
    small = _one_change(folder / "few", records)
    return Figure(
        what,
        f"{milliseconds(seconds)}, {seconds / small:.1f} x ours ({milliseconds(small)})",
        "a peer",
    )


def _string(key: str, value: str) -> str:
    return f"<String><Key>{escape(key)}</Key><Value>{escape(value)}</Value></String>"


def _keepass(*words: str, typed: str) -> None:
    subprocess.run(
        ["keepassxc-cli", *words], input=typed, text=True, capture_output=True, check=True
    )


def _alone(folder: Path, records: int) -> tuple[Services, Path, AccountId]:
    app = _laptop(folder, "anna")
    some = AccountId(_fill(app, records)[0])
    (folder / "share").mkdir()
    place = folder / "share" / "Team.sponsor"
    beginning.create(app, str(place), REAL)
    return app, place, some


def _one_change(folder: Path, records: int) -> float:
    app, place, some = _alone(folder, records)
    with Visit(app, str(place), REAL) as visit:
        found = [_change(app, visit, some, number) for number in range(RUNS)]
    app.store.close()
    return median(found)


def _change(app: Services, visit: Visit, some: AccountId, number: int) -> float:
    accounts.change(app, some, {"city": f"City {number}"})
    return once(visit.sync)[0]


def _history(folder: Path, earlier: int) -> Figure:
    """One change after many syncs against the first ones of a team that begins in the same minute, turn by turn."""
    app, place, some = _alone(folder / "old", 1000)
    new, beside, other = _alone(folder / "new", 1000)
    first, last = list[float](), list[float]()
    with Visit(app, str(place), REAL) as visit, Visit(new, str(beside), REAL) as fresh:
        for number in range(earlier):
            _change(app, visit, some, number)
        for number in range(earlier, earlier + 55):
            first.append(_change(new, fresh, other, number))
            last.append(_change(app, visit, some, number))
    app.store.close()
    new.store.close()
    begun, grown = median(first[5:]), median(last[5:])
    value = f"{milliseconds(grown)}, {grown / begun:.2f} x the first ({milliseconds(begun)})"
    return Figure(
        f"one change after {earlier:,} syncs", value, "at most 1.3 x", grown / begun <= 1.3
    )


def _rekeyed(laptops: int) -> Figure:
    anna = new_device()
    first = begin(anna, "anna", "Anna")
    tip = first.team.tip
    cards = [*tip.roster.values(), *(new_device().card(f"{n}") for n in range(laptops - 1))]
    content = EpochContent(2, cards, {tip.id: tip.key})
    seconds = median(times(lambda: make_epoch(first.team.file_id, anna, content, tip.id), 7))
    return _within(f"a new key for {laptops} laptops", seconds, 0.1)


def _within(what: str, seconds: float, bound: float) -> Figure:
    return Figure(what, milliseconds(seconds), f"at most {bound * 1000:.0f} ms", seconds <= bound)
