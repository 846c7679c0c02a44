"""The lines that address cards and calendars are made of (RFC 5545 and RFC 6350, both 3.1), read as people write them."""
