"""The names of the settings that the environment holds."""

ADMIN_URL = "HEEDED_DATABASE_URL"
"""A PostgreSQL of one's own, as a role that may make roles; without it the embedded one is used."""
APP_URL = "HEEDED_APP_URL"
"""The same database as the application signs in to it; made from the other where it is not given."""
DJANGO_KEY = "HEEDED_DJANGO_KEY"
"""What signs sessions; derived from the deployment's secret."""
