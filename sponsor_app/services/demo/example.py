"""Invent everything, then tell it: the one door to the rest of this package."""

from collections.abc import Callable

from sponsor_app.services import Services, members
from sponsor_app.services.demo.deeds import Deeds
from sponsor_app.services.demo.dice import Dice
from sponsor_app.services.demo.invention import chronicle, invent
from sponsor_app.services.demo.laptops import add_laptops
from sponsor_app.services.demo.story import Story
from sponsor_app.store.queries import policy


def tell_example(
    app: Services, seed: int, counts: tuple[int, int, int], progress: Callable[[str], None]
) -> None:
    """Fill an empty store; `counts` are accounts, members (me included) and interactions."""
    made = invent(Dice(f"example {seed}"), members.mine(app), counts, app.today())
    with app.store.read() as connection:
        past = chronicle(made, policy.rules(connection))
    laptops = add_laptops(app, made.dice.part("laptops"), made.stage)
    deeds = Deeds(app, past.mint, made.stage, laptops, past)
    Story(app, made, laptops, past, deeds, progress).tell()
