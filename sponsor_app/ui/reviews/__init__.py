"""The one-to-one with a sponsor."""
