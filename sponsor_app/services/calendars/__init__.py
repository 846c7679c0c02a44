"""Calendars that are watched: files and folders on this laptop, and calendars of servers, read when they change."""

from sponsor_app.exchange.servers.addresses import ServerCalendar
from sponsor_app.services.calendars.keeping import (
    Forgotten,
    Watched,
    forget,
    watch,
    watch_again,
    watched,
)
from sponsor_app.services.calendars.online import Login, connect, offered
from sponsor_app.services.calendars.refreshing import Refreshed, refresh

__all__ = [
    "Forgotten",
    "Login",
    "Refreshed",
    "ServerCalendar",
    "Watched",
    "connect",
    "forget",
    "offered",
    "refresh",
    "watch",
    "watch_again",
    "watched",
]
