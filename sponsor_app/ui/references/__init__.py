"""Who speaks for us, and who asked for it."""
