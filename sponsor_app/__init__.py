"""Sponsor: keep executive relationships covered."""

__version__ = "0.1.0"
