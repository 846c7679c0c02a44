"""What leaves the store: tables for spreadsheets, documents for programs, calendars and address cards for people."""
