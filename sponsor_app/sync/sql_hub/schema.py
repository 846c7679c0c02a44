"""The tables of the hub and the role that may only read and add: plain SQL, for PostgreSQL and engines that speak it.

A row is found by what it is: the hash of its record is part of every key. So nobody can take the place of a record that
somebody else has yet to put, and of a fork both sides are kept. Keys begin with the team and the writer, which spreads
them over the nodes of a distributed engine.
"""

import re

from sponsor_app.domain.errors import InvalidError
from sponsor_app.sync.sql_hub.limits import LARGEST_ROW, LAYOUT

SCHEMA = "sponsor"
TABLES = ("layout", "team", "epoch", "base", "frame")

CREATE = (
    "CREATE SCHEMA IF NOT EXISTS sponsor",
    "CREATE TABLE IF NOT EXISTS sponsor.layout (number bigint PRIMARY KEY)",
    """CREATE TABLE IF NOT EXISTS sponsor.team (
    file_id bytea NOT NULL CHECK (octet_length(file_id) = 16),
    min_reader bigint NOT NULL,
    PRIMARY KEY (file_id, min_reader))""",
    f"""CREATE TABLE IF NOT EXISTS sponsor.epoch (
    file_id bytea NOT NULL CHECK (octet_length(file_id) = 16),
    number bigint NOT NULL,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    payload bytea NOT NULL CHECK (octet_length(payload) <= {LARGEST_ROW}),
    PRIMARY KEY (file_id, number, hash))""",
    f"""CREATE TABLE IF NOT EXISTS sponsor.base (
    file_id bytea NOT NULL CHECK (octet_length(file_id) = 16),
    age bigint NOT NULL,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    part bigint NOT NULL,
    payload bytea NOT NULL CHECK (octet_length(payload) <= {LARGEST_ROW}),
    PRIMARY KEY (file_id, age, hash, part))""",
    f"""CREATE TABLE IF NOT EXISTS sponsor.frame (
    file_id bytea NOT NULL CHECK (octet_length(file_id) = 16),
    writer bytea NOT NULL CHECK (octet_length(writer) = 16),
    seq bigint NOT NULL CHECK (seq > 0),
    chain bytea NOT NULL CHECK (octet_length(chain) = 32),
    payload bytea NOT NULL CHECK (octet_length(payload) <= {LARGEST_ROW}),
    PRIMARY KEY (file_id, writer, seq, chain))""",
    f"INSERT INTO sponsor.layout (number) VALUES ({LAYOUT}) ON CONFLICT DO NOTHING",
)
"""`payload` is a sealed record of `resources/FORMAT.md`, `hash` and `chain` its SHA-256, `seq` and `number` its sequence.

Parts of a base are its chunks and its end; `age` grows with every base of a team, and two may share one.
"""

GUARDS = tuple(
    f"ALTER TABLE sponsor.{table} ADD CONSTRAINT {table}_is_what_it_says CHECK ({name} = sha256(payload))"
    for table, name in (("epoch", "hash"), ("frame", "chain"))
)
"""Keep a row from being put under the name of another. Where an engine has no such function, it does without them:
then rubbish under a name that is known already, of a row that was lost, would stand where the row is put back."""

ROLE = re.compile(r"[a-z_][a-z0-9_]{0,62}")


def grants(role: str) -> tuple[str, ...]:
    """What lets an existing role read and add, and nothing else; refuses a name that would have to be quoted."""
    if not ROLE.fullmatch(role):
        msg = f"“{role}” is no plain name of a role. Nothing was changed."
        raise InvalidError(msg, "Use small letters, digits and _.")
    every = ", ".join(f"sponsor.{table}" for table in TABLES)
    own = ", ".join(f"sponsor.{table}" for table in TABLES if table != "layout")
    return (
        f"GRANT USAGE ON SCHEMA sponsor TO {role}",
        f"GRANT SELECT ON {every} TO {role}",
        f"GRANT INSERT ON {own} TO {role}",
    )


def script(role: str) -> str:
    """Everything that the server's administrator runs once, as text; the last lines may fail, on some engines or run again."""
    return "".join(f"{statement};\n" for statement in (*CREATE, *grants(role), *GUARDS))
