"""The shared file: changes, merge, envelope, hubs."""
