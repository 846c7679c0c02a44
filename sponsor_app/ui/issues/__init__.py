"""Issues, on the rungs of the ladder."""
