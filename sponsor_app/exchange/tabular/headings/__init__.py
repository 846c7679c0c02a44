"""What the headings of other people's tables mean in our words."""
