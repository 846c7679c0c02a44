"""What can be done while nobody waits."""

from sponsor_app.system import memory


def rest() -> bool:
    """Memory that became free goes back to the system; False when none did."""
    return memory.give_back()
