"""What the driver raises, as one of our troubles: by the server's code where there is one, else by the driver's words."""

import psycopg

from sponsor_app.sync.sql_hub.troubles import Code, HinderedError, hindered

BY_STATE = {
    "28P01": Code.WRONG_PASSWORD,
    "28000": Code.NOT_ADMITTED,
    "3D000": Code.NO_DATABASE,
    "3F000": Code.NO_TABLES,
    "42P01": Code.NO_TABLES,
    "42703": Code.NO_TABLES,
    "42501": Code.MAY_NOT_READ,
    "25006": Code.READ_ONLY,
    "57P03": Code.STARTING,
    "57P01": Code.BROKEN_OFF,
    "57P02": Code.BROKEN_OFF,
    "57P05": Code.BROKEN_OFF,
    "25P03": Code.BROKEN_OFF,
    "57014": Code.BUSY,
    "55P03": Code.BUSY,
    "40001": Code.BUSY,
    "40003": Code.BUSY,
    "40P01": Code.BUSY,
}
BY_CLASS = {"08": Code.BROKEN_OFF, "53": Code.TOO_MANY, "58": Code.REFUSED}
ROOM = {"53100", "53200", "53400"}
"""No disk, no memory, a configured limit."""

BY_WORDS = (
    ("does not match host name", Code.OTHER_NAME),
    ("certificate verify failed", Code.NOT_TRUSTED),
    ("root certificate", Code.NOT_TRUSTED),
    ("does not support ssl", Code.NO_ENCRYPTION),
    ("authentication method requirement", Code.NOT_TRUSTED),
    ("password authentication failed", Code.WRONG_PASSWORD),
    ("no pg_hba.conf entry", Code.NOT_ADMITTED),
    ("is not permitted to log in", Code.NOT_ADMITTED),
    ("permission denied for database", Code.NOT_ADMITTED),
    ('database "', Code.NO_DATABASE),
    ("starting up", Code.STARTING),
    ("shutting down", Code.STARTING),
    ("not yet accepting connections", Code.STARTING),
    ("too many", Code.TOO_MANY),
    ("remaining connection slots", Code.TOO_MANY),
    ("timeout expired", Code.HANGS),
    ("timed out", Code.HANGS),
    ("server closed the connection", Code.BROKEN_OFF),
    ("connection refused", Code.NOT_REACHED),
    ("resolve", Code.NOT_REACHED),
    ("translate host name", Code.NOT_REACHED),
    ("name or service", Code.NOT_REACHED),
    ("unreachable", Code.NOT_REACHED),
    ("no such file", Code.NOT_REACHED),
)
"""The words of libpq, and of a server that answers in English before its language is known; first match wins."""


def connecting_failed(error: psycopg.Error) -> HinderedError:
    """Why no connection came about. An unknown reason is quoted: it is the server's or libpq's and holds no secret."""
    text = str(error)
    said = text.lower()
    code = next((code for words, code in BY_WORDS if words in said), Code.REFUSED)
    if isinstance(error, psycopg.errors.ConnectionTimeout):
        code = Code.HANGS
    quoted = text.rpartition("failed: ")[2] if code is Code.REFUSED else ""
    return hindered(code, quoted)


def asking_failed(error: psycopg.Error, *, writing: bool) -> HinderedError:
    """Why the server did not do what was asked. Its words are not quoted: they may hold values."""
    state = error.sqlstate
    if state is None:
        return hindered(Code.BROKEN_OFF)
    code = BY_STATE.get(state) or BY_CLASS.get(state[:2], Code.REFUSED)
    if state in ROOM:
        code = Code.FULL
    if code is Code.MAY_NOT_READ and writing:
        code = Code.MAY_NOT_WRITE
    return hindered(code)
