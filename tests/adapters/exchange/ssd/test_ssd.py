"""The Standard Safeguarding Dataset read: what is taken, what is set aside, what it can carry."""

import os
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from heeded.adapters.exchange.ssd import SsdSource, values
from heeded.adapters.exchange.ssd.layout import TABLES
from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.casework.ports import Terms
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.vocabulary import KINDS

PLAN = (
    "cppl_cp_plan_id,cppl_referral_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,"
    "cppl_cp_plan_initial_category,cppl_cp_plan_ola\n"
)
VISIT = "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen\n"
EPISODE = "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_source_code,cine_close_date\n"


def read(folder: Path, **terms: date) -> tuple[dict[str, Chronology], dict[str, int], SsdSource]:
    with SsdSource(folder, Terms(**terms)) as source:  # type: ignore[arg-type]
        families = {next(iter(family.people)): family for family in source.families()}
        return families, source.ledger.by_reason(), source


def kinds(family: Chronology) -> list[tuple[str, dict[str, str]]]:
    return [(entry.kind, dict(entry.keys)) for entry in family.entries]


def tells(family: Chronology, kind: str) -> bool:
    """Whether the dataset would have told of such an event of the family's child."""
    (child,) = family.people
    until = family.entries[-1].happened.latest
    return any(
        each.carries(kind, frozenset()) and each.answers(child, until, until) for each in family.carriages
    )


def only(folder: Path, kind: str) -> Entry:
    families, _, _ = read(folder)
    (found,) = [entry for family in families.values() for entry in family.entries if entry.kind == kind]
    return found


def test_every_column_of_the_layout_tells_of_a_kind_and_fields_that_the_vocabulary_has() -> None:
    for table in TABLES:
        for step in table.steps:
            kind = KINDS[step.kind]
            assert step.keys.keys() <= set(kind.keys)
            assert all(kind.field(name) for name in (*step.facts, *step.always))


def test_a_plan_and_its_visits_are_tied_though_the_plan_id_stands_on_many_rows(tmp_path: Path) -> None:
    (tmp_path / "ssd_cp_plans.csv").write_text(PLAN + "P1,R1,7,2024-01-24,,Neglect,N\n")
    visits = "V1,7,P1,2024-01-30,Y\nV2,7,P1,2024-02-02,N\n"
    (tmp_path / "dbo.ssd_cp_visits.csv").write_text(VISIT + visits)
    families, _, source = read(tmp_path)
    plan = {"plan": "P1", "referral": "R1"}
    visit = ("visit", {"plan": "P1"})
    assert kinds(families["7"]) == [("protection plan started", plan), visit, visit]
    assert [entry.facts.get("child seen") for entry in families["7"].entries] == [None, True, False]
    (carriage,) = families["7"].carriages
    assert carriage.carries("visit", frozenset({"child seen"}))
    assert not carriage.carries("visit", frozenset({"child seen alone"}))
    assert not carriage.carries("review conference", frozenset())
    assert source.origin.reach.keys["visit"] == {"plan"}


def test_a_visit_without_its_plan_puts_visits_to_that_child_in_doubt_and_to_no_other(tmp_path: Path) -> None:
    (tmp_path / "ssd_cp_visits.csv").write_text(VISIT + "V1,7,,2024-01-30,Y\nV2,8,P2,2024-02-02,Y\n")
    families, reasons, _ = read(tmp_path)
    assert reasons["not tied to what it belongs to"] == 1
    assert {child: tells(family, "visit") for child, family in families.items()} == {"7": False, "8": True}


def test_a_closing_before_its_referral_is_set_aside_and_its_kind_in_doubt(tmp_path: Path) -> None:
    rows = "R1,7,2024-02-05,6,2024-01-01\nR2,8,2024-02-05,6,2024-03-01\n"
    (tmp_path / "ssd_cin_episodes.csv").write_text(EPISODE + rows)
    families, reasons, _ = read(tmp_path)
    assert [kind for kind, _ in kinds(families["7"])] == ["referral received"]
    assert not tells(families["7"], "case closed")
    assert tells(families["8"], "case closed")
    assert reasons["before the start of what it ends"] == 1


def test_a_plan_of_another_authority_and_a_row_that_stands_twice_are_not_counted(tmp_path: Path) -> None:
    mine = "P1,R1,7,2024-01-24,,Neglect,N\n"
    (tmp_path / "ssd_cp_plans.csv").write_text(PLAN + mine + mine + "P2,R2,8,2024-01-24,,Neglect,Y\n")
    families, reasons, _ = read(tmp_path)
    assert {child: len(family.entries) for child, family in families.items()} == {"7": 1}
    assert reasons["a plan of another local authority"] == 1
    assert reasons["a row that stands there twice"] == 1


def test_a_day_after_the_files_were_written_is_set_aside_and_does_not_move_the_end(tmp_path: Path) -> None:
    path = tmp_path / "ssd_cin_episodes.csv"
    path.write_text(EPISODE + "R1,7,2024-02-05,6,\nR2,8,2042-02-05,6,\n")
    written = datetime(2024, 6, 1).astimezone().timestamp()
    os.utime(path, (written, written))
    families, reasons, source = read(tmp_path)
    assert list(families) == ["7"]
    assert reasons["after the day up to which it is judged"] == 1
    assert source.origin.until == families["7"].entries[0].happened.latest


def test_a_table_without_rows_is_not_taken_to_say_that_nothing_happened(tmp_path: Path) -> None:
    (tmp_path / "ssd_cp_plans.csv").write_text(PLAN + "P1,R1,7,2024-01-24,,Neglect,N\n")
    (tmp_path / "ssd_cp_visits.csv").write_text(VISIT)
    families, reasons, _ = read(tmp_path)
    assert not families["7"].carriages[0].carries("visit", frozenset())
    assert reasons["a table without rows"] == 1


def test_parquet_tells_the_same_as_csv(tmp_path: Path) -> None:
    as_csv, as_parquet = tmp_path / "csv", tmp_path / "parquet"
    as_csv.mkdir()
    as_parquet.mkdir()
    (as_csv / "ssd_cin_episodes.csv").write_text(EPISODE + "R1,7,2024-02-05 09:30:00,3E,NULL\n")
    row = {
        "CINE_REFERRAL_ID": "R1",
        "cine_person_id": 7,
        "cine_referral_date": datetime(2024, 2, 5, 9, 30),  # noqa: DTZ001 - as a database exports it
        "cine_referral_source_code": "3E",
        "cine_close_date": None,
    }
    pq.write_table(pa.Table.from_pylist([row]), as_parquet / "ssd_cin_episodes.parquet")
    assert read(as_parquet)[0]["7"].entries == read(as_csv)[0]["7"].entries
    assert read(as_csv)[0]["7"].entries[0].facts["source"] == "emergency department"


def test_factors_of_several_rows_are_put_together(tmp_path: Path) -> None:
    heading = "cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_auth_date\n"
    (tmp_path / "ssd_cin_assessments.csv").write_text(heading + "A1,7,R1,2024-02-20\n")
    rows = 'A1,"[""1A""]"\nA1,2B\nA2,3A\n'
    factors = "cinf_assessment_id,cinf_assessment_factors_json\n"
    (tmp_path / "ssd_assessment_factors.csv").write_text(factors + rows)
    found = only(tmp_path, "assessment authorised")
    assert found.facts["factors"] == {"alcohol misuse by the child", "drug misuse by a carer"}


@pytest.mark.parametrize(
    ("flags", "required"),
    [
        ('{"CP_CONFERENCE_FLAG": "Y"}', True),
        ('{"CP_CONFERENCE_FLAG": "N"}', False),
        ('{"CP_CONFERENCE_FLAG": "", "NFA_FLAG": "Y"}', False),
        ('{"CP_CONFERENCE_FLAG": null, "NFA_FLAG": "N"}', None),
    ],
)
def test_whether_a_conference_is_required_is_said_by_flags_or_not_at_all(
    flags: str, *, required: bool | None
) -> None:
    assert values.conference_required(flags) is required


@pytest.mark.parametrize(
    ("written", "category"),
    [("Neglect", "neglect"), ("PHY", "physical abuse"), ("Multiple: Neglect, Physical", "multiple")],
)
def test_a_category_is_read_in_words_and_as_a_code(written: str, category: str) -> None:
    assert values.category(written) == category


def test_a_category_that_names_two_without_saying_multiple_is_refused() -> None:
    with pytest.raises(ValueError, match="Neglect, Physical"):
        values.category("Neglect, Physical")


@pytest.mark.parametrize("cell", [None, "", " NULL ", "SSD_PH", "PLACEHOLDER_DATA", "1900-01-01 00:00:00"])
def test_what_stands_in_for_nothing_says_nothing(cell: str | None) -> None:
    assert values.text_of(cell) == ""


def test_a_folder_without_such_tables_is_refused_with_what_to_give(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n")
    with pytest.raises(UnreadableFile, match="without a table of the Standard Safeguarding Dataset"):
        SsdSource(tmp_path)


def test_two_files_for_one_table_are_refused(tmp_path: Path) -> None:
    (tmp_path / "ssd_missing.csv").write_text("miss_table_id\n")
    (tmp_path / "missing.csv").write_text("miss_table_id\n")
    with pytest.raises(UnreadableFile, match="stands there twice"):
        SsdSource(tmp_path)
