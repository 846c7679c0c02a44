"""Reasons to write that only help them."""
