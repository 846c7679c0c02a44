"""Use cases: one verb per function, each owning its transaction."""
