"""The team: who is in it with which laptops, letting people in and out, and where the shared file is."""
