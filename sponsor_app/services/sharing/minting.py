"""Keys and a number of one's own before anybody shares: who begins a team later renames nothing then.

A deed names its laptop by a number that the laptop's keys can sign for. Made when a store is new, the number costs
nothing; made when a team begins, every change made so far is written anew. The keys stay in the encrypted store, and
only a team that begins here uses them: who joins one makes new ones, because a copy of this store may have these too.
"""

from contextlib import suppress

from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import Services, profiles
from sponsor_app.services.sharing import token
from sponsor_app.store.sharing import kept
from sponsor_app.store.sharing.kept import Connection
from sponsor_app.store.sharing.outgoing import drop_setting, set_setting, setting
from sponsor_app.store.sharing.renaming import rename
from sponsor_app.sync.envelope.devices import DeviceKeys, device_from, new_device
from sponsor_app.sync.signers import new_number
from sponsor_app.system.key_file import Protection

KEYS = "keys_of_a_team_to_come"


def mint(app: Services) -> None:
    """Have keys, and a number of theirs; not where the store is open to everybody, or shared already.

    Nor where somebody writes just now: it is no more than a head start.
    """
    if not app.store.encrypted or profiles.protection_words(app) == Protection.NOTHING:
        return
    keys = new_device()
    with suppress(SponsorError), app.store.write_local() as connection:
        if setting(connection, KEYS) or kept.team(connection) or kept.seen_upto(connection):
            return
        rename(connection, new_number(keys.id))
        set_setting(connection, KEYS, keys.to_bytes().hex())
    app.store.forget_identity()


def take(app: Services, connection: Connection) -> DeviceKeys | None:
    """The keys that were minted, for use once; None when there are none.

    None too in a store that was put back, as the word beside it tells: it has shared under these keys since.
    """
    secret = setting(connection, KEYS)
    drop_setting(connection, KEYS)
    if secret is None or token.place(app.profile).exists():
        return None
    return device_from(bytes.fromhex(secret))
