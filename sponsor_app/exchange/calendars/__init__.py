"""Calendars in: events of Outlook, Google, Apple, Teams, Zoom, Lotus and Zimbra, unrolled within bounds."""
