"""Tests of receipts on their pages: listed without a child, checked, and telling when the log was altered."""

from __future__ import annotations

import json
from io import BytesIO

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from heeded.bootstrap import sealing
from heeded.bootstrap.keeping.last_verified import keep
from heeded.bootstrap.witnessing import standing
from heeded.casework.verify import Evidence, verify
from heeded.core.chronology.when import local
from tests.casework.looking.telling import rows
from tests.doors.web.visiting import ada_now, said, signed_in


@pytest.fixture(autouse=True)
def fresh() -> None:
    """How the witnesses stand is found anew: another test's record is not this one's."""
    standing._found_at.cache_clear()  # noqa: SLF001 - what a process believes for a quarter of a minute


def first(admin: str) -> str:
    """The first entry that the hospital told of Ada."""
    ada_now(admin)
    ((entry,),) = rows(admin, "SELECT id FROM record.entry ORDER BY index LIMIT 1")
    return str(entry)


def altered(admin: str, statement: str, *values: object) -> None:
    """Do what only the database's superuser can, with every trigger off."""
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        assert connection.execute(statement.encode(), values).rowcount > 0


def test_an_agency_sees_its_own_receipts_and_no_others(admin: str) -> None:
    entry = first(admin)
    nurse, worker = signed_in("nurse"), signed_in("worker")
    text = said(nurse.get("/receipts"))
    assert "your agency's system" in text.replace("&#x27;", "'")
    assert "Receipt 0" in text
    assert "Ada" not in text
    assert "stands here" in said(worker.get("/receipts"))
    assert worker.get(f"/receipts/{entry}").status_code == 404
    assert worker.get(f"/receipts/{entry}/file").status_code == 404


def test_a_receipt_is_saved_and_checked_again_by_anybody_who_holds_it(admin: str) -> None:
    entry = first(admin)
    nurse = signed_in("nurse")
    assert "not a letter of it was altered" in said(nurse.get(f"/receipts/{entry}"))
    saved = nurse.get(f"/receipts/{entry}/file")
    assert saved["Content-Disposition"] == f'attachment; filename="receipt-{entry}.json"'
    receipt = saved.content.decode()
    assert json.loads(receipt)["entry"] == entry
    constable = signed_in("constable")
    for posted in ({"pasted": receipt}, {"file": SimpleUploadedFile("r.json", saved.content)}):
        answer = constable.post("/receipts/check", posted)
        assert answer.status_code == 200
        assert "not a letter of it was altered" in said(answer)
        assert "No witness outside is named" in said(answer)


def test_what_is_no_receipt_or_another_log_s_is_told_apart(admin: str) -> None:
    entry = first(admin)
    nurse = signed_in("nurse")
    receipt = json.loads(nurse.get(f"/receipts/{entry}/file").content)
    assert "This is not a receipt" in said(nurse.post("/receipts/check", {"pasted": "a bruise"}))
    forged = json.dumps({**receipt, "index": 2})
    assert "did not sign this receipt" in said(nurse.post("/receipts/check", {"pasted": forged}))
    assert nurse.post("/receipts/check", {}).status_code == 400
    long = BytesIO(b"{" * 9_000)
    long.name = "long.json"
    assert "too long to be a receipt" in said(nurse.post("/receipts/check", {"file": long}))


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE record.entry SET kind = 'visit' WHERE id = %s", "is not what it signed for"),
        ("UPDATE record.leaf SET hash = sha256('x') WHERE entry = %s", "now holds something else"),
        ("DELETE FROM record.entry WHERE id = %s", "is not what it signed for"),
    ],
)
def test_whatever_a_superuser_changed_is_found_by_the_receipt(admin: str, statement: str, told: str) -> None:
    entry = first(admin)
    nurse = signed_in("nurse")
    receipt = nurse.get(f"/receipts/{entry}/file").content.decode()
    altered(admin, statement, entry)
    text = said(nurse.post("/receipts/check", {"pasted": receipt}))
    assert told in text
    assert "Keep the receipt and change nothing" in text


def test_a_log_put_back_to_an_old_copy_is_found_by_the_receipt(admin: str) -> None:
    first(admin)
    ((entry,),) = rows(admin, "SELECT id FROM record.entry ORDER BY index DESC LIMIT 1")
    nurse = signed_in("nurse")
    receipt = nurse.get(f"/receipts/{entry}/file").content.decode()
    altered(admin, "UPDATE record.head SET size = size - 1")
    text = said(nurse.post("/receipts/check", {"pasted": receipt}))
    assert "signed for an entry that it does not reach any more" in text


def test_the_page_of_the_log_says_who_vouches_and_when_all_was_checked(admin: str) -> None:
    first(admin)
    nurse = signed_in("nurse")
    text = said(nurse.get("/log"))
    assert "Nobody outside is asked to witness this record" in text
    found = verify(sealing.verifying(), Evidence())
    keep(found, 1_782_900_000)
    text = said(nurse.get("/log"))
    assert f"{local(1_782_900_000):%H:%M}: {found.leaves} entries, and none was altered" in text
