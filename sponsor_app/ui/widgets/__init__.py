"""Painted parts and list models that know no service."""
