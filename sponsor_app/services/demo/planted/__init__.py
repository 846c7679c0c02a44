"""Accounts written by hand, so that the first pages an executive opens have something to say."""
