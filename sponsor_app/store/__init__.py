"""The local encrypted database: schema, reads, writes that become changes, search, migrations."""
