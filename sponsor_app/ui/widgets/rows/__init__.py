"""How each kind of row is painted, from a small frozen value."""
