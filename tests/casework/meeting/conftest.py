"""What the tests of discussions share: the desk of the tests of acts."""

from tests.casework.acts.conftest import desk

__all__ = ["desk"]
