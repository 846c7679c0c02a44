"""A value that is not what its column holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a value is kept out; `unknown` when it is a word we have no certain meaning for.

    The reason continues “the value ...”.
    """

    reason: str
    unknown: bool = False
