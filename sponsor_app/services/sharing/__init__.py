"""A team that shares: who is in it, and keeping in step. Load late: all of it needs the store and the ciphers.

- `beginning`: `create`, `join` (with the store that is here), `join_anew` (makes one), `meet_at` (another place),
  `forget` (stop here only).
- `inviting`: `invite`, `recovery_code`: a code, shown once; `paper`: the recovery page as text, HTML, PDF.
- `members`: `remove`, `set_admin`, `rename`, `leave`, `take_back`.
- `roster`: `team`, the team as a value of `domain.team`; `meant`, which lines of it a name means.
- `syncing`: `sync` once with every place; a `Visit` is kept by whoever watches: `sync`, `poll`, `status`, each a `Report`.
- `disputing`: what two people changed without knowing of each other, and settling it; `health`: rows for doctor.

Every verb that visits a place takes `means`: the clock and the files, so that a window can bring a pace it can stop;
nothing visits a place inside a transaction. A `Visit` is closed by whoever opened it. Call
none of them on the window's thread. `Visit.laptop` is what the hubs meet; errors are `SponsorError`s.
"""
