"""Money: whole minor units and a currency."""

from decimal import Decimal, InvalidOperation

from sponsor_app.domain.errors import InvalidError

# ISO 4217 currencies whose minor unit is not a hundredth.
NO_DECIMALS = frozenset(
    [
        "BIF",
        "CLP",
        "DJF",
        "GNF",
        "ISK",
        "JPY",
        "KMF",
        "KRW",
        "PYG",
        "RWF",
        "UGX",
        "VND",
        "VUV",
        "XAF",
        "XOF",
        "XPF",
    ]
)
THREE_DECIMALS = frozenset(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"])
LARGEST = 10**17


def decimals(currency: str) -> int:
    """How many decimals an amount in `currency` has (ISO 4217)."""
    return 0 if currency in NO_DECIMALS else 3 if currency in THREE_DECIMALS else 2


def minor_units(text: str, currency: str) -> int:
    """The whole minor units of an amount written with a decimal point, thousands marks forgiven."""
    plain = text.strip().replace(",", "").replace(" ", "").replace("\u202f", "")
    try:
        amount = Decimal(plain).scaleb(decimals(currency))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or abs(amount) > LARGEST:
        msg = f"“{text}” is no amount of money. Nothing was changed."
        raise InvalidError(msg, "Write it as 1250000 or 1250000.50.")
    return int(amount.to_integral_value())


def amount(minor: int, currency: str | None) -> Decimal:
    """The amount in whole units, exact."""
    return Decimal(minor).scaleb(-decimals(currency or "EUR"))
