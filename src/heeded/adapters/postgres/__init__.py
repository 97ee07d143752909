"""The embedded PostgreSQL: found, made, started, shared by many processes, stopped, backed up."""
