"""PostgreSQL brings the laptops of a large team together: the same sealed records, the same join, no file.

The database is a rendezvous, never the truth, and its administrator one more reader of sealed bytes: who wrote and who
reads is signed and sealed as in `resources/FORMAT.md`, and nothing that a server says is believed without it.

What a use case needs to know: `SqlHub` has the verbs of `file_hub.FileHub` (`sync`, `poll`, `next_poll`, `status`) with the
same `Memory` and `Outcome`, so that whoever drives one drives the other. It also has `wait`, which ends when a colleague
wrote, and `wake` and `close`. What it asks of a laptop is `laptop.Laptop`: records instead of whole files. A laptop that
shares a file already has all of it: `join(records, there)` is `reading.believable(...)` in the place of `envelope.reading.read`,
`there` plays the part of `Reading.present`, and `compose(there)` is the list handed to `envelope.writing.compose` without what
is there already. One laptop may do both, each place with a `Memory` of its own: whoever has a file and a hub is a gateway.
`place.read_place` takes the password out of what was typed; it belongs in `system.keystore`, and `SqlHub` asks for it.

The driver is an optional part (`sponsor-app[hub]`) and is imported when a server is first asked; no SQLAlchemy, because its
PostgreSQL dialect refuses an engine whose version it does not know, and plain SQL is all there is here.
"""
