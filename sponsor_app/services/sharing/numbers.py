"""The number under which this laptop's deeds go: a new one when it joins, and when it is not alone with it any more."""

from sponsor_app.domain.ids import DeviceId
from sponsor_app.services import Services
from sponsor_app.services.sharing import token
from sponsor_app.services.sharing.standing import Standing, standing
from sponsor_app.store.sharing import kept
from sponsor_app.store.sharing.kept import Connection
from sponsor_app.store.sharing.renaming import rename
from sponsor_app.sync.signers import new_number

UNSEEN = '{"seen":true}'
"""What is remembered of a place once nothing is known of what it holds of this laptop."""


def go_on_under_a_new_number(connection: Connection, mine: Standing) -> DeviceId:
    """Give the deeds that were not sealed yet a new number, and all later ones; returns it.

    What was sealed keeps its own: others have seen it.
    """
    number = new_number(mine.own.id)
    rename(connection, number, after=kept.upto(connection))
    kept.begin_numbering(connection)
    for address, (_memory, report) in kept.places(connection).items():
        kept.set_place(connection, address, UNSEEN, report)
    return number


def begin_again(app: Services) -> bool:
    """In a store that was put back, go on under a new number before anything is edited; whether it was one."""
    if not token.is_older(app):
        return False
    with app.store.write_local() as connection:
        mine = standing(connection)
        if mine is not None:
            go_on_under_a_new_number(connection, mine)
        word = token.renew(connection)
    app.store.forget_identity()
    token.lay_down(app.profile, word)
    return mine is not None
