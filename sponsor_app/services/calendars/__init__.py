"""Calendars that are watched: files and folders on this laptop, and calendars of servers, read when they change."""

from sponsor_app.exchange.servers.addresses import ServerCalendar
from sponsor_app.services.calendars.keeping import Watched, forget, watch, watched
from sponsor_app.services.calendars.online import Login, connect, offered
from sponsor_app.services.calendars.refreshing import Refreshed, refresh

__all__ = [
    "Login",
    "Refreshed",
    "ServerCalendar",
    "Watched",
    "connect",
    "forget",
    "offered",
    "refresh",
    "watch",
    "watched",
]
