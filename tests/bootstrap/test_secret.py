"""Tests of the deployment's folder and secret: whoever cannot use them is told why, and what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from heeded.bootstrap.secret import FOLDER, folder, secret


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the deployment is told to use, and that is not there yet."""
    place = tmp_path / "deployment"
    monkeypatch.setenv(FOLDER, str(place))
    return place


def test_it_is_made_for_this_account_alone_and_the_secret_stays(place: Path) -> None:
    assert folder() == place
    assert place.stat().st_mode & 0o777 == 0o700
    assert secret() == secret()


def test_a_folder_that_others_may_change_is_refused_with_the_remedy(place: Path) -> None:
    place.mkdir()
    place.chmod(0o777)
    with pytest.raises(ValueError, match=f"run chmod 700 {place}"):
        folder()
    place.chmod(0o755)
    assert folder() == place


def test_a_path_through_a_file_is_refused_in_words(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.touch()
    with pytest.raises(ValueError, match=r"it is a file \(HEEDED_FOLDER names it\)"):
        folder()
    monkeypatch.setenv(FOLDER, str(place / "below"))
    with pytest.raises(ValueError, match="a part of its path is a file"):
        folder()
    monkeypatch.setenv(FOLDER, str(tmp_path / ("n" * 300)))
    with pytest.raises(ValueError, match="file name too long") as wrong:
        folder()
    assert "Errno" not in str(wrong.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_this_account_may_not_write_is_refused_in_words(place: Path) -> None:
    place.mkdir(mode=0o500)
    with pytest.raises(ValueError, match="this account may not write there"):
        secret()
