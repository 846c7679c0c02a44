"""Calendars that lie on servers: asked for, and never written to."""
