"""Suggest assignments: who should own which account, under what everyone can carry, and why."""
