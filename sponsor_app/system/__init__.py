"""What the operating system offers: clock, folders, key store, files."""
