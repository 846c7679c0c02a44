"""One person, one record: whoever joins becomes the member the team invited, with all they did on their own before."""

from sponsor_app.services import Services
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import member
from sponsor_app.store.references import referring
from sponsor_app.store.sharing import kept
from sponsor_app.store.sharing.renaming import forget_beginning
from sponsor_app.store.undo import SETUP
from sponsor_app.sync.changes import digest


def become(app: Services, member_id: str, before: str | None, name: str) -> None:
    """Be `member_id` from now on: the record this store began with goes, and what named it names the team's.

    `before` is who I was here until now. Where the team's record is not here (the file lost it), it is made, called
    `name`.
    """
    with app.store.read() as connection:
        known = kept.member_names(connection)
    if member_id not in known:
        name = name or known.get(before or "") or "Somebody"
        with app.store.write(f"Joined as {name}", kind=SETUP) as writer:
            writer.insert(member, record_id=member_id, name=name)
    if before is None or before == member_id or before not in known:
        return
    with app.store.write_local() as connection:
        if forget_beginning(connection, digest):
            return
    with app.store.write("Became one with the team's record of me", kind=SETUP) as writer:
        _move(writer, before, member_id)


def _move(writer: Writer, old: str, new: str) -> None:
    """Let everything that names one member name the other, and take the first away."""
    for table, column in referring("member"):
        found = writer.connection.exec_driver_sql(
            f"SELECT id FROM {table.name} WHERE {column} = ?", (old,)
        ).scalars()
        writer.update_many(table, {record: {column: new} for record in found.all()})
    writer.delete(member, old)
