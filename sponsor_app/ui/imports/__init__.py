"""A file comes in: looked at, decided, taken, and taken back."""
