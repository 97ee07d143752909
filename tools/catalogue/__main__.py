"""Writes the catalogues anew: `python -m tools.catalogue`, or with `cy` to begin a language of that code."""

import sys

from tools.catalogue.catalogues import FOLDER, amiss, begun, compiled, files_of, languages, templates, written

FOLDER.mkdir(parents=True, exist_ok=True)
made = templates()
for file, text in made.items():
    (FOLDER / file).write_text(text, "utf-8")

for language in sorted({*languages(), *sys.argv[1:]}):
    folder = files_of(language)
    folder.mkdir(parents=True, exist_ok=True)
    catalogs = []
    for file, text in made.items():
        own = folder / file.replace(".pot", ".po")
        catalog = begun(language, text, own.read_text("utf-8") if own.exists() else "")
        wrong = amiss(catalog)
        if wrong:
            sys.exit(f"{own.name} of {language}:\n" + "\n".join(wrong))
        own.write_text(written(catalog, f"Translations into {language}"), "utf-8")
        catalogs.append(catalog)
    machine = compiled(catalogs, language)
    (folder / "django.mo").write_bytes(machine) if machine else (folder / "django.mo").unlink(missing_ok=True)
