"""Views of the coverage board by name: kept on this laptop, or shared with the team."""

import json
from typing import Any, cast

from sponsor_app.domain.board import BoardView
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import link_id
from sponsor_app.domain.saved_view import PREFIX, SavedView, by_name, named, read_view
from sponsor_app.services import Services, preferences
from sponsor_app.store.models import policy
from sponsor_app.store.queries.policy import policy_values
from sponsor_app.store.store import changes_of

KEY = "coverage.views"


def listed(app: Services) -> list[SavedView]:
    """The team's views and mine, by name."""
    with app.store.read() as connection:
        kept = policy_values(connection)
    team = [read_view(text, shared=True) for key, text in kept.items() if key.startswith(PREFIX)]
    mine = [read_view(text, shared=False) for text in _mine(app)]
    return by_name([*team, *mine])


def find(app: Services, name: str) -> SavedView:
    """The view of that name, mine before the team's; refuses a name that is not known."""
    wanted = fold(name)
    found = [one for one in listed(app) if fold(one.name) == wanted]
    if not found:
        msg = f"No view of coverage is called “{name}”."
        raise NotFoundError(msg, "Look at the list.", "List them: sponsor-app coverage --views")
    return found[0]


def save(app: Services, name: str, view: BoardView, *, shared: bool) -> Changes:
    """Keep a view under a name, in place of one that is called the same."""
    one = named(name, view, shared=shared)
    if not shared:
        kept = [text for text in _mine(app) if not _is(text, one.key)]
        preferences.put(app, KEY, json.dumps([*kept, one.to_text()]))
        title = f"Saved the view “{one.name}”"
        return Changes(title=title)
    with app.store.write(f"Shared the view “{one.name}”") as writer:
        writer.link(policy, link_id("policy", one.key), key=one.key, value=one.to_text())
    return changes_of(writer)


def forget(app: Services, one: SavedView) -> Changes:
    """Take a view away; the team's can be brought back by undo."""
    if not one.shared:
        kept = [text for text in _mine(app) if not _is(text, one.key)]
        preferences.put(app, KEY, json.dumps(kept))
        title = f"Removed the view “{one.name}”"
        return Changes(title=title)
    with app.store.write(f"Removed the view “{one.name}”") as writer:
        writer.delete(policy, link_id("policy", one.key))
    return changes_of(writer)


def kept_here(app: Services) -> str:
    """My own views as this laptop keeps them, for whoever may want them back."""
    return preferences.get(app, KEY) or "[]"


def keep_here(app: Services, text: str) -> Changes:
    """Let my own views be what `kept_here` said before."""
    preferences.put(app, KEY, text)
    return Changes()


def _is(text: str, key: str) -> bool:
    known = read_view(text, shared=False)
    return known is not None and known.key == key


def _mine(app: Services) -> list[str]:
    try:
        kept: Any = json.loads(preferences.get(app, KEY) or "[]")
    except ValueError:
        return []
    every: list[Any] = cast("list[Any]", kept) if isinstance(kept, list) else []
    return [text for text in every if isinstance(text, str)]
