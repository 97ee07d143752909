"""`heeded audit` of a folder of the Standard Safeguarding Dataset: findings counted by hand."""

import json
from pathlib import Path

from tests.doors.audit.running import run

TABLES = {
    "ssd_person": "pers_person_id,pers_dob\n1,2015-05-01\n2,2018-02-01\n",
    "ssd_cin_episodes": (
        "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_source_code,cine_referral_nfa,"
        "cine_close_date\n"
        "R1,1,2024-01-03,3E,N,\nR2,2,2024-01-03,6,N,\n"
    ),
    "ssd_cin_assessments": (
        "cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,"
        "cina_assessment_auth_date\nA1,1,R1,2024-01-03,2024-03-06\nA2,2,R2,2024-01-03,2024-03-07\n"
    ),
}
"""Two assessments of invented children: one signed on the 45th working day, one a day later."""


def test_a_folder_of_tables_is_audited_and_each_table_stands_in_the_manifest(tmp_path: Path) -> None:
    folder, out = tmp_path / "ssd", tmp_path / "out"
    folder.mkdir()
    for name, text in TABLES.items():
        (folder / f"{name}.csv").write_text(text)
    done = run(folder, "--as-of", "2024-03-31", "--format", "json", "--out", out)
    assert done.status == 0
    rule = done.rule("assessment-is-signed-after-a-returned-referral")
    assert (rule["assessable"], rule["kept"], rule["kept_late"], rule["overdue"]) == (2, 1, 1, 0)
    manifest = json.loads((out / "manifest.json").read_text())
    assert [each["file"] for each in manifest["inputs"]] == [f"ssd/{name}.csv" for name in sorted(TABLES)]
