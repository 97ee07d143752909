"""The calendar that these tests count by."""

import pytest

from heeded.adapters.handbooks.calendar_file import shipped_calendar
from heeded.core.procedures.calendar import Calendar


@pytest.fixture(scope="session")
def england() -> Calendar:
    """Working days in England and Wales, as known today."""
    return shipped_calendar("england-and-wales")
