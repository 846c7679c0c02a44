"""The window frame: rail, overlays, actions, messages."""
