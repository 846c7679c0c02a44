"""What a mail address must look like."""

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.text import clean_line


def checked_email(text: str) -> str:
    """A mail address that could be one."""
    line = clean_line("e-mail address", text)
    name, at, host = line.rpartition("@")
    if not at or not name or "." not in host or " " in line:
        msg = f"“{line}” is no e-mail address. Nothing was changed."
        raise InvalidError(msg)
    return line
