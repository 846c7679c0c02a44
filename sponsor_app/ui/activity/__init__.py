"""What was done, by whom; and taking it back."""
