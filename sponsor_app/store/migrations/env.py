"""Run revisions on the connection that the store hands over; explicit SQL only, never batch mode."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
