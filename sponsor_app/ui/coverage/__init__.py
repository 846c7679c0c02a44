"""Coverage: who has been seen, who owns nobody, who is drowning."""
