"""What is written in our own JSON is read again as it was, over the whole vocabulary."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heeded.adapters.exchange.heeded_json import read_report, read_report_value, write_report
from heeded.core.chronology.report import Report
from heeded.core.chronology.vocabulary import KINDS, Kind
from tests.adapters.exchange.heeded_json.any_report import event, report


@settings(max_examples=300)
@given(report())
def test_any_report_is_read_as_it_was_written(sent: Report) -> None:
    assert read_report(write_report(sent), sent.agency) == sent


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
@settings(max_examples=8)
@given(data=st.data())
def test_every_kind_goes_there_and_back(kind: Kind, data: st.DataObject) -> None:
    told = data.draw(event("e1", kind))
    sent = Report(id="r", agency="police", events=(told,))
    assert read_report(write_report(sent), "police") == sent


@given(report())
def test_a_value_read_elsewhere_gives_the_same_report(sent: Report) -> None:
    assert read_report_value(json.loads(write_report(sent)), sent.agency) == sent
