"""What others add to a record that is part of another one since follows it there, so that nothing hangs in the air."""

from sponsor_app.domain.changes import Changes
from sponsor_app.services import Services
from sponsor_app.store import joining
from sponsor_app.store.models import account
from sponsor_app.store.queries import linked
from sponsor_app.store.store import changes_of
from sponsor_app.store.undo import FOLLOW


def follow(app: Services) -> Changes:
    """Move what refers to a record that became part of another; nothing is written when nothing does."""
    with app.store.read() as connection:
        heirs = joining.heirs(connection)
        left = {gone: heir for gone, heir in heirs.items() if joining.is_named(connection, gone)}
    if not left:
        return Changes()
    with app.store.write("Moved what came in to where it belongs now", kind=FOLLOW) as writer:
        for gone, heir in left.items():
            if linked.value(writer.connection, account, "name", heir) is not None:
                joining.move_team(writer, gone, heir)
                joining.move_rows(writer, gone, heir, joining.NAMES_ACCOUNT)
            else:
                joining.move_attendance(writer, gone, heir)
                joining.move_invitations(writer, gone, heir)
                joining.move_rows(writer, gone, heir, joining.NAMES_PERSON)
    return changes_of(writer)
