"""The any-scrap finder: an index kept in the transaction that changes what it holds, and the search over it."""
