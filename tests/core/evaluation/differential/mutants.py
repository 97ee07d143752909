"""Planted bugs: one line of the kernels changed at a time, to see that the tests would notice."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

from tests.core.evaluation.differential.campaign import TOGETHER, batches

EVALUATION = "heeded.core.evaluation"
SEED = 5
OURS = tuple(f"{EVALUATION}.{folder}" for folder in ("blocks", "columns", "kernels"))


@dataclass(frozen=True)
class Mutant:
    """One change of the kernels' text that is a bug; `module` is below the evaluation's folder.

    A `slow` one shows on so few families that only `make test-differential` looks for it.
    """

    name: str
    module: str
    right: str
    wrong: str
    slow: bool = False

    @property
    def path(self) -> Path:
        """The file that it changes."""
        folder = importlib.import_module(EVALUATION).__path__[0]
        return Path(folder, *self.module.split(".")).with_suffix(".py")

    def text(self) -> str:
        """The file's text with the bug in it; ValueError if the line is not there exactly once."""
        text = self.path.read_text("utf-8")
        if text.count(self.right) != 1:
            times = text.count(self.right)
            raise ValueError(
                f"{self.name}: {self.right!r} stands {times} times in {self.path.name}: mend the mutant"
            )
        return text.replace(self.right, self.wrong)

    def families_needed(self, most: int) -> int | None:
        """After how many families the bug shows, of at most so many; None where it does not."""
        with planted(self) as kernels:
            for number, batch in enumerate(batches(SEED, most), start=1):
                try:
                    shows = bool(batch.compared(kernels).differences)
                except Exception:  # noqa: BLE001 - a bug that crashes shows too
                    shows = True
                if shows:
                    return number * TOGETHER
        return None


class _Planting(SourceFileLoader):
    """Loads a module from a changed text."""

    def __init__(self, name: str, path: str, text: str) -> None:
        super().__init__(name, path)
        self._text = text

    def get_code(self, fullname: str) -> CodeType:
        """The changed text, compiled."""
        return compile(self._text, self.get_filename(fullname), "exec")


class _Finder(MetaPathFinder):
    """Finds the changed module before the real one is found."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        """The changed module; None for every other."""
        del path, target
        if fullname != f"{EVALUATION}.{self._mutant.module}":
            return None
        where = str(self._mutant.path)
        return spec_from_file_location(
            fullname, where, loader=_Planting(fullname, where, self._mutant.text())
        )


@contextmanager
def planted(mutant: Mutant) -> Iterator[ModuleType]:
    """The kernels with the bug in them; afterwards all is as it was."""
    healthy = {name: module for name, module in sys.modules.items() if name.startswith(OURS)}
    for name in healthy:
        del sys.modules[name]
    finder = _Finder(mutant)
    sys.meta_path.insert(0, finder)
    try:
        yield importlib.import_module(f"{EVALUATION}.kernels")
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if name.startswith(OURS)]:
            del sys.modules[name]
        sys.modules.update(healthy)
        evaluation = importlib.import_module(EVALUATION)
        for name in OURS:
            setattr(evaluation, name.rpartition(".")[2], healthy[name])
