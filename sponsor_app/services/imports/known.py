"""What the store knows already, by everything a row may be recognised by."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sponsor_app.domain.folding import fold
from sponsor_app.domain.phones import domain_of

FREE_MAIL = frozenset(
    {
        "gmail.com",
        "googlemail.com",
        "yahoo.com",
        "hotmail.com",
        "outlook.com",
        "live.com",
        "icloud.com",
        "me.com",
        "aol.com",
        "gmx.de",
        "gmx.net",
        "web.de",
        "t-online.de",
        "orange.fr",
        "wanadoo.fr",
        "free.fr",
        "qq.com",
        "163.com",
        "yandex.ru",
        "mail.ru",
        "proton.me",
        "protonmail.com",
    }
)
"""Addresses there say nothing about where a person works."""

Row = Mapping[str, Any]


class Known:
    """Records by id, by the id another system gave them, by folded name, by domain and by mail address."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows: dict[str, Row] = {}
        self.by_external: dict[str, str] = {}
        self.by_name: dict[str, list[str]] = defaultdict(list)
        self.by_domain: dict[str, list[str]] = defaultdict(list)
        self.by_email: dict[str, str] = {}
        self.origin: dict[str, str] = {}
        for row in rows:
            self.add(str(row["id"]), row)

    def add(self, record_id: str, row: Row, at: str = "") -> None:
        """Remember a record; `at` is the line of the file that made it."""
        self.rows[record_id] = row
        self.by_name[fold(str(row["name"]))].append(record_id)
        if row.get("external_id"):
            self.by_external.setdefault(str(row["external_id"]), record_id)
        domain = domain_of(row.get("website"))
        if domain:
            self.by_domain[domain].append(record_id)
        if row.get("email"):
            self.by_email.setdefault(str(row["email"]).casefold(), record_id)
        if at:
            self.origin[record_id] = at

    def learn(self, record_id: str, values: Row, at: str) -> None:
        """Remember what the row of the file at `at` has said of a record, and that it was the first."""
        self.rows[record_id] = {**self.rows[record_id], **values}
        self.origin.setdefault(record_id, at)

    def alias(self, record_id: str, name: str) -> None:
        """Another name of a record."""
        self.by_name[fold(name)].append(record_id)

    def identified(self, fields: Mapping[str, Any]) -> str | None:
        """The record that a row names by an id, ours or another system's."""
        ours = fields.get("id")
        if ours is not None and str(ours) in self.rows:
            return str(ours)
        return self.by_external.get(str(fields.get("external_id") or ""))

    def named(self, name: str) -> list[str]:
        """The records of that name."""
        return self.by_name.get(fold(name), [])

    def only_named(self, name: str) -> str | None:
        """The one record of that name, or None for none or several."""
        found = list(dict.fromkeys(self.named(name)))
        return found[0] if len(found) == 1 else None

    def at_domain(self, domain: str | None) -> list[str]:
        """The records whose web address is there."""
        return self.by_domain.get(domain, []) if domain else []

    def work_domain(self, email: str | None) -> str | None:
        """The domain of a mail address, if it says where a person works."""
        domain = domain_of(email)
        return None if domain in FREE_MAIL else domain
