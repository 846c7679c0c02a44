"""Accounts: the list, and one account whole."""
