"""What was promised, both ways."""
