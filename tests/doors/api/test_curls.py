"""Runs every command of docs/api.md, as it stands there, against a live server."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from tests.doors.api.callers import bearer, make_practitioner
from tests.doors.api.serving import served

PAGE = (Path(__file__).parents[3] / "docs" / "api.md").read_text("utf-8")
BLOCK = re.compile(
    r"^#+ (?P<heading>.+)\n(?:(?!#|```sh).*\n)*```sh\n(?P<command>(?:.+\n)+?)```", re.MULTILINE
)
COMMANDS = {found["heading"]: found["command"] for found in BLOCK.finditer(PAGE)}
NAMES = count()
SCOPES = (
    *("events:write", "children:find", "chronology:read", "worklist:read", "worklist:write", "acts:write"),
    *("glass:break", "looks:review", "walls:write", "receipts:read", "practitioners:act-for"),
)
STAFF = {
    "hospital": ("dr-okoro", "designated lead"),
    "council": ("ms-hale", "team manager"),
    "southby": ("ms-south", "team manager"),
    "police": ("dc-marsh", "team manager"),
    "school": ("mr-kent", "designated lead"),
}


class Shell:
    """Runs the commands of the page, for the agency that is named, and keeps note of which were run."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        self.folder = folder
        self.seen: set[str] = set()
        self.credentials = {agency: bearer(agency, *SCOPES) for agency in STAFF}

    def __call__(self, heading: str, agency: str = "council", /, **named: str) -> Any:  # noqa: ANN401 - JSON
        """Run the command under a heading; what it answers."""
        given = {
            "HEEDED": self.address,
            "CREDENTIAL": self.credentials[agency]["Authorization"].removeprefix("Bearer "),
            "PRACTITIONER": STAFF[agency][0],
            "NAME": f"page-{next(NAMES)}",
            "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
            **named,
        }
        command = f"set -u\n{COMMANDS[heading]}".replace("curl ", "curl --silent --show-error ")
        done = subprocess.run(  # noqa: S603 - the page's own command
            ["/bin/bash", "-c", command],
            cwd=self.folder,
            env=given,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (heading, done.stdout, done.stderr)
        self.seen.add(heading)
        return json.loads(done.stdout) if done.stdout.startswith("{") else done.stdout


def test_every_command_on_the_page_does_what_the_page_says(admin: str, tmp_path: Path) -> None:
    for agency, (name, role) in STAFF.items():
        make_practitioner(name, agency, role)
    make_practitioner("ms-officer", "school", "named officer")
    make_practitioner("mr-adeyemi", "council", "practitioner")
    make_practitioner("sgt-officer", "police", "named officer")
    (report,) = re.findall(r"```json\n(.+?)```", PAGE, re.DOTALL)
    (tmp_path / "report.json").write_text(report, "utf-8")
    with served(admin) as address:
        run = Shell(address, tmp_path)
        posted = run("Post events", "hospital")
        assert posted["events"][0]["state"] == "kept"
        _of_the_log(run, posted["events"][0]["entry"])
        child = _read(run)
        for what in (
            _notices,
            _drafts,
            _looks,
            _walls,
            _record,
            _hand_over,
            _meet,
            _decide,
            _disagree,
            _inform,
        ):
            what(run, child)
        _story(run)
    assert run.seen == set(COMMANDS)


def _story(run: Shell) -> None:
    """A whole story is told in the order of its reports, each by its own agency's system."""
    from heeded.adapters.record.models import Agency  # noqa: PLC0415 - after Django is set up

    folder = run.folder / "credentials"
    folder.mkdir()
    more = {"surgery": "general practice", "health-visiting": "health visiting"}
    for agency, sector in more.items():
        Agency.objects.create(id=agency, name=agency, sector=sector, area="Norhaven")
    for agency in (*more, *STAFF):
        bearing = bearer(agency, "events:write")["Authorization"]
        (folder / agency).write_text(bearing.removeprefix("Bearer "), "utf-8")
    said = run("Tell a whole story")
    assert "reports in told, to be sent in the order of their names" in said
    assert json.loads((run.folder / "answer.json").read_text("utf-8"))["set_aside"] == []


def _of_the_log(run: Shell, entry: str) -> None:
    assert run("Whether it is up") == {"status": "up"}
    assert any(kind["name"] == "injury observed" for kind in run("The words")["kinds"])
    assert run("Prove that an entry is in the log", "hospital", ENTRY=entry)["receipt"]["entry"] == entry
    assert run("The newest checkpoint of the log").splitlines()[1] == "2"
    assert run("Prove that the log was only added to")["proof"]["hashes"]


def _read(run: Shell) -> str:
    (held,) = run("Ask whether there is a record")["children"]
    child = str(held["child"])
    asked = run("Ask as the draft exchange standard has it")["parameter"]
    assert {"name": "decision", "valueCode": "PERMIT"} in asked
    assert {"name": "match", "valueBoolean": True} in asked
    assert run("Read a chronology", "hospital", CHILD=child)["entries"]
    assert run("Who disagrees, and how far that has come", "hospital", CHILD=child)["disagreements"] == []
    (injury,) = run("A child's injuries, and what they prompt", "hospital", CHILD=child)["injuries"]
    assert "TEN-4-FACESp" in {prompt["rule"]["id"] for prompt in injury["prompts"]}
    sources = run("Everyone who may have been there, and what decisions rest on", "hospital", CHILD=child)
    assert [each["suspected"] != [] for each in sources["injuries"]] == [True]
    unknown = run("What nobody has asked, and who is silent", "hospital", CHILD=child)
    assert "not asked" in {each["standing"] for each in unknown["questions"]}
    said = run("Explanations, disclosures and earlier episodes", "hospital", CHILD=child)
    assert [each["explanations"] for each in said["injuries"]] == [[]]
    whole = run("All of that as one document", "hospital", CHILD=child)
    assert (whole["explanations"], whole["unknowns"]["questions"]) == (said["injuries"], unknown["questions"])
    findings = run("What is owed towards a child", "hospital", CHILD=child)["findings"]
    explained = run("Why something is owed", "hospital", CHILD=child, FINDING=findings[0]["id"])
    assert explained["clause"]["agreed"]
    lines = run("What is owed by you, your team or your agency", "hospital")["lines"]
    assert run("Say that you have read a line", "hospital", LINE=lines[0]["id"])["at"]
    return child


def _notices(run: Shell, _: str) -> None:
    (notice, *_others) = run("What awaits you or your agency")["notices"]
    assert run("Say that you have read notices", NOTICE=notice["id"]) == {"marked": 1}
    assert notice["id"] not in {each["id"] for each in run("What awaits you or your agency")["notices"]}


def _drafts(run: Shell, child: str) -> None:
    first, second = (run("Begin a draft", CHILD=child)["id"] for _ in "ab")
    assert {each["id"] for each in run("See your drafts")["drafts"]} == {first, second}
    run("Save a draft", CHILD=child, DRAFT=first)
    assert run("See one draft", DRAFT=first)["told"]["facts"]["sites"] == ["ear"]
    assert run("Send a draft to the record", DRAFT=first)["entry"]
    assert run("See one draft", DRAFT=first)["sent"]
    assert run("Throw a draft away", DRAFT=second) == {"discarded": second}
    assert run("See your drafts")["drafts"] == []


def _looks(run: Shell, child: str) -> None:
    glass = run("Break the glass", "school", CHILD=child)["glass"]
    officer = {"PRACTITIONER": "ms-officer"}
    (awaiting,) = run("See the broken glasses that await review", "school", **officer)["glasses"]
    assert awaiting["glass"] == glass
    run("Review a broken glass", "school", GLASS=glass, **officer)
    assert run("See the broken glasses that await review", "school", **officer)["glasses"] == []
    looks = run("See who looked at a record", "school", CHILD=child, **officer)["looks"]
    assert "break the glass" in {each["did"] for each in looks}


def _walls(run: Shell, child: str) -> None:
    assert run("Shield where somebody is", CHILD=child)["shield"]
    assert run("Write to somebody whose address may be shielded", CHILD=child)["letter"]
    noted = run("Say that staff belong to a household", "police", CHILD=child)["connection"]
    officer = {"PRACTITIONER": "sgt-officer", "CONNECTION": str(noted)}
    assert run("Say that such a connection has ended", "police", **officer) == {"ended": noted}


def _record(run: Shell, child: str) -> None:
    for what in ("Allocate a child's work", "Take a child's work from somebody"):
        assert run(what, CHILD=child, COLLEAGUE="mr-adeyemi")["receipts"]
    own = run("Record what happened", "hospital", CHILD=child)["entry"]
    run("Correct what your agency told", "hospital", CHILD=child, OWN=own)
    other = run("Record what happened", "hospital", CHILD=child)["entry"]
    run("Take back what your agency told", "hospital", CHILD=child, OWN=other)


def _hand_over(run: Shell, child: str) -> None:
    offer: Callable[[], str] = lambda: run("Hand a child's work over", CHILD=child)["keys"]["hand-over"]  # noqa: E731
    run("Accept a child's work", "southby", CHILD=child, HANDOVER=offer())
    run("Refuse a child's work", "southby", CHILD=child, HANDOVER=offer())


def _meet(run: Shell, child: str) -> None:
    meeting = run("Write a meeting down", CHILD=child)["keys"]["meeting"]
    run("Write down that minutes were sent", CHILD=child, MEETING=meeting)


def _decide(run: Shell, child: str) -> None:
    assert run("See what stands in the way of a decision", CHILD=child)["gates"]
    lines = run("What is owed by you, your team or your agency")["lines"]
    run("Depart from a duty", CHILD=child, RULE=lines[0]["rule"], POST="head of service")
    protecting = COMMANDS["Decide"].partition("'{")[2].partition("}'")[0]
    told = json.loads("{" + re.sub(r"'\"?\$\w+\"?'", child, protecting) + "}")
    shown = _gates_of(run, child, told)
    run("Decide", CHILD=child, SHOWN=shown)


def _gates_of(run: Shell, child: str, told: dict[str, Any]) -> str:
    """The mark that comes with the gates before the page's own decision."""
    original = COMMANDS["See what stands in the way of a decision"]
    body = json.dumps({"child": child, "kind": told["kind"], "facts": told["facts"]})
    COMMANDS["the same of this"] = re.sub(r"--data '.+'", lambda _: f"--data '{body}'", original)
    mark = run("the same of this", CHILD=child)["shown"]
    del COMMANDS["the same of this"]
    run.seen.discard("the same of this")
    return str(mark)


def _disagree(run: Shell, child: str) -> None:
    run("Record what happened", "police", CHILD=child, PRACTITIONER="sgt-officer")
    key = run("Disagree", "hospital", CHILD=child)["keys"]["disagreement"]
    run("Answer a disagreement", "council", CHILD=child, DISAGREEMENT=key)
    run("Take a disagreement up a step", "hospital", CHILD=child, DISAGREEMENT=key)
    run("Resolve a disagreement", "police", CHILD=child, DISAGREEMENT=key)


def _inform(run: Shell, child: str) -> None:
    ask: Callable[[], str] = lambda: run("Ask other agencies what they know", CHILD=child)["keys"]["request"]  # noqa: E731
    run("Give what you know", "hospital", CHILD=child, REQUEST=ask())
    run("Refuse to give what you know", "hospital", CHILD=child, REQUEST=ask())
