"""The one page before a meeting."""
