"""The first question, unlocking, and this laptop's settings."""
