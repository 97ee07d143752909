"""Writes docs/reference/ anew: `python -m tools.reference`."""

from tools.reference.pages import FOLDER, pages

for name, text in pages().items():
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / name).write_text(text, "utf-8")
