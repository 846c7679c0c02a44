"""One file a revision; each has a named test."""
