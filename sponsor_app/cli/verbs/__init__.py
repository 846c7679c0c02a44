"""The verbs, one file a group; each file adds its own to the parser."""
