"""Keeps watch on the import contracts themselves: each is broken by a planted import."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, ROOT

PLANTED = [
    ("core/chronology/planted.py", "import heeded.casework", "Rings point inward"),
    ("casework/planted.py", "import heeded.adapters", "Rings point inward"),
    ("gossip/__init__.py", "", "Rings point inward"),
    ("core/chronology/planted.py", "import heeded.core.procedures", "Inside core"),
    ("core/gossip/__init__.py", "", "Inside core"),
    (
        "core/evaluation/kernels/planted.py",
        "import heeded.core.evaluation.definition",
        "The definition and the kernels never look at each other",
    ),
    (
        "core/evaluation/columns/planted.py",
        "import heeded.core.evaluation.definition",
        "What the kernels stand on knows neither",
    ),
    ("adapters/exchange/planted.py", "import heeded.adapters.handbooks", "Adapters stand alone"),
    (
        "doors/cli/planted.py",
        "import heeded.adapters.handbooks",
        "Doors reach adapters only through bootstrap",
    ),
    ("core/chronology/planted.py", "import heeded.core.chronology.other", "No cycles"),
]


@pytest.fixture(scope="module")
def skeleton(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the package's folders with nothing in them."""
    root = tmp_path_factory.mktemp("skeleton") / "heeded"
    for init in PACKAGE.rglob("__init__.py"):
        folder = root / init.parent.relative_to(PACKAGE)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    (root / "bootstrap.py").touch()
    (root / "casework" / "receive.py").touch()
    (root / "casework" / "ports.py").touch()
    (root / "adapters" / "exchange" / "through_a_port.py").write_text("import heeded.casework.ports\n")
    other = root / "core" / "chronology" / "other.py"
    other.write_text("import heeded.core.chronology.planted\n")
    (other.parent / "planted.py").touch()
    return root


def contracts(root: Path) -> subprocess.CompletedProcess[str]:
    """Run the repository's contracts over a package that stands in for it."""
    linter = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(  # noqa: S603 - our own tool on our own files
        [linter, "--no-cache", "--config", ROOT / "pyproject.toml"],
        cwd=root.parent,
        env={"PYTHONPATH": str(root.parent), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_empty_house_keeps_every_contract(skeleton: Path) -> None:
    outcome = contracts(skeleton)
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(("path", "text", "contract"), PLANTED)
def test_a_planted_import_breaks_its_contract(
    skeleton: Path, tmp_path: Path, path: str, text: str, contract: str
) -> None:
    root = tmp_path / "heeded"
    shutil.copytree(skeleton, root)
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(f"{text}\n")
    outcome = contracts(root)
    broken = [line for line in outcome.stdout.splitlines() if line.endswith("BROKEN")]
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert any(line.startswith(contract) for line in broken), outcome.stdout
