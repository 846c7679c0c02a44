"""What can be done with a record right where it stands, in every screen that shows it."""
