"""What people write after a visit: notes, quotes, promises, issues, put together so that few read alike."""
