"""Invented names of people, each put together from the parts that a language makes names of."""
