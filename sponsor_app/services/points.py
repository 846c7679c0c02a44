"""Mail addresses and phone numbers: as written, and in the one form that finds them again."""

from collections.abc import Callable, Iterable

from sponsor_app.domain.people import PointKind
from sponsor_app.domain.phones import normal_email, normal_phone
from sponsor_app.domain.text import clean_line
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import contact_point


def normal_form(kind: PointKind, raw: str) -> str:
    """Lower case for addresses; `+33 628123456` for a number that names its country, else its digits."""
    if kind is PointKind.EMAIL:
        return normal_email(raw)
    if kind is PointKind.WEB:
        return raw.strip().casefold()
    normal = normal_phone(raw)
    return _split(normal) if normal.startswith("+") else normal


def _split(international: str) -> str:
    """Part the country code from the number, so that both can be looked for."""
    import phonenumbers  # noqa: PLC0415 - 25 ms

    try:
        found = phonenumbers.parse(international, None)
    except phonenumbers.NumberParseException:
        return international
    return f"+{found.country_code} {found.national_number}"


def add_points(
    writer: Writer,
    new_id: Callable[[], str],
    points: Iterable[tuple[PointKind, str]],
    *,
    contact_id: str | None = None,
    account_id: str | None = None,
) -> None:
    """Keep ways to reach a contact or an account; refuses one that is empty or over 500 characters."""
    for kind, text in points:
        raw = clean_line(kind.value, text)
        writer.insert(
            contact_point,
            record_id=new_id(),
            contact_id=contact_id,
            account_id=account_id,
            kind=kind,
            raw=raw,
            normal=normal_form(kind, raw),
        )
