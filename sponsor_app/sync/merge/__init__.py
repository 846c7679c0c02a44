"""The join: pure functions of values that give every laptop the same records, whatever came first."""

from sponsor_app.sync.merge.record import fold
from sponsor_app.sync.merge.state import State, join, project, state_of

__all__ = ["State", "fold", "join", "project", "state_of"]
