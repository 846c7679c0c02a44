"""All planted accounts: those that every example has first."""

from sponsor_app.services.demo.planted.faraway import HOSHIGAYA, MAIPEN
from sponsor_app.services.demo.planted.nearby import BRENNAUER, CALDERWICK
from sponsor_app.services.demo.planted.script import Planted
from sponsor_app.services.demo.planted.tellvik import TELLVIK
from sponsor_app.services.demo.planted.theirs import THEIRS

PLANTED: tuple[Planted, ...] = (TELLVIK, BRENNAUER, CALDERWICK, MAIPEN, HOSHIGAYA, *THEIRS)
