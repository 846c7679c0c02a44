"""Private notes about an account or a person: on this laptop only, in no step, no brief, no export, no shared file."""

from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.text import clean_note
from sponsor_app.services import Services
from sponsor_app.store.queries import private_notes


def read(app: Services, record_id: str) -> str:
    """What I noted about a record; empty when I noted nothing."""
    with app.store.read() as connection:
        return private_notes.text_of(connection, record_id)


def write(app: Services, record_id: str, text: str) -> Changes:
    """Let `text` be my note about a record; an empty one forgets it. Refuses over 100,000 characters.

    It is no step of the history, which travels: whoever offers to take it back writes what stood there before.
    """
    words = clean_note("private note", text).strip()
    with app.store.write_local() as connection:
        private_notes.keep(connection, record_id, words, app.now())
    return Changes(frozenset({Topic.NOTE}))
