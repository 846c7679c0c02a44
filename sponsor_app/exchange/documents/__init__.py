"""Files that are no tables: address cards, calendars and mail, each read in a child process."""
