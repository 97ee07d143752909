"""Writes docs/reference/, and the schemas and lists in docs/standard/, anew: `python -m tools.reference`."""

from tools.reference.pages import FOLDER, pages
from tools.reference.standard import STANDARD, lists, schemas

for name, text in pages().items():
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / name).write_text(text, "utf-8")

for name, text in {**schemas(), **lists()}.items():
    STANDARD.mkdir(parents=True, exist_ok=True)
    (STANDARD / name).write_text(text, "utf-8")
