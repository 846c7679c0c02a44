"""The command line: thin verbs over the same services as the window, one file per group."""
