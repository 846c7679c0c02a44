"""A member: one of our people."""

from enum import StrEnum


class Function(StrEnum):
    """The part of the house a person works in; used for members and for contacts."""

    ENGINEERING = "engineering"
    PRODUCT = "product"
    SALES = "sales"
    MARKETING = "marketing"
    FINANCE = "finance"
    OPERATIONS = "operations"
    SUPPORT = "support"
    LEGAL = "legal"
    HR = "hr"
    EXECUTIVE = "executive"
    OTHER = "other"
