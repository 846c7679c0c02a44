"""The shared file as bytes: who may write and read it, and everything it can be handed instead.

Written down for an independent reader in `resources/FORMAT.md`. Imported late: the window's first paint loads none of it.
"""
