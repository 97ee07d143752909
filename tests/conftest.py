"""What every test shares: hypothesis never fails a test for being slow on a busy machine."""

from hypothesis import settings

pytest_plugins = ["tests.record_fixtures"]

settings.register_profile("heeded", settings(), deadline=None, print_blob=True)
settings.load_profile("heeded")
