"""An account: a customer organisation."""

from enum import StrEnum


class AccountStatus(StrEnum):
    """Where an account stands with us."""

    PROSPECT = "prospect"
    CUSTOMER = "customer"
    AT_RISK = "at_risk"
    LOST = "lost"
    FORMER = "former"

    @property
    def gone(self) -> bool:
        """Lost and former accounts keep sponsor, cadence and coverage, at their own rhythm."""
        return self in (AccountStatus.LOST, AccountStatus.FORMER)


class Tier(StrEnum):
    """How often an account deserves to be seen."""

    STRATEGIC = "strategic"
    KEY = "key"
    STANDARD = "standard"


class AliasKind(StrEnum):
    """Another scrap by which an account is known."""

    NAME = "name"
    FORMER_NAME = "former_name"
    DOMAIN = "domain"
    ORDER_NUMBER = "order_number"
    EXTERNAL_ID = "external_id"


class TeamRole(StrEnum):
    """What a member does on an account."""

    LEAD = "lead"
    SUPPORT = "support"
    EXPERT = "expert"
