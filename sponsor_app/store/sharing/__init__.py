"""The store's side of sharing: the deeds that this laptop can hand on, and taking in those of others."""
