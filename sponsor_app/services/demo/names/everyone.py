"""Every language we have names of, by its key."""

from sponsor_app.services.demo.names.culture import Culture
from sponsor_app.services.demo.names.eastern import EASTERN
from sponsor_app.services.demo.names.northern import NORTHERN
from sponsor_app.services.demo.names.southern import SOUTHERN
from sponsor_app.services.demo.names.western import WESTERN

CULTURES: dict[str, Culture] = {one.key: one for one in (*NORTHERN, *WESTERN, *SOUTHERN, *EASTERN)}
ALL = tuple(CULTURES.values())
