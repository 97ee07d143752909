"""Make `static/vendor/` anew from the published packages of GOV.UK Frontend and MoJ Frontend (both MIT).

For whoever raises their versions: fetch the two packages, unpack them, and name their folders:

    uv run --with tinycss2 tools/vendor_styles.py govuk-frontend/package moj-frontend/package

What may not be used by a service outside GOV.UK goes (the GDS Transport typeface, crest and logotype), with
the components that we have no use for; fixed colours of text, ground and lines become the custom
properties that a dark screen turns about.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from pathlib import Path

import tinycss2
from tinycss2 import ast

PLACE = Path(__file__).parents[1] / "src/heeded/doors/web/static/vendor"
FONT = "system-ui,sans-serif"
DROPPED = (
    "govuk-header govuk-footer govuk-cookie-banner govuk-exit-this-page govuk-file-upload govuk-accordion "
    "govuk-generic-header govuk-logo govuk-password-input govuk-frontend-supported"
).split()
KEPT = "moj-identity-bar moj-sub-navigation moj-timeline moj-badge moj-filter moj-side-navigation".split()
COLOURS = {
    "#0b0c0c": "var(--govuk-text-colour,#0b0c0c)",
    "#484949": "var(--govuk-secondary-text-colour,#484949)",
    "#cecece": "var(--govuk-border-colour,#cecece)",
    "#f3f3f3": "var(--govuk-surface-background-colour,#f3f3f3)",
    "#f4f8fb": "var(--govuk-surface-background-colour,#f4f8fb)",
    "#1d70b8": "var(--govuk-brand-colour,#1d70b8)",
    "#fff": "var(--govuk-body-background-colour,#fff)",
}
"""A fixed colour of the packages, and the custom property of the same meaning."""


def main() -> None:
    """Read both packages, write the two sheets, their licences and what they were made from."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("govuk", type=Path, help="the unpacked package govuk-frontend")
    asked.add_argument("moj", type=Path, help="the unpacked package @ministryofjustice/frontend")
    folders = asked.parse_args()
    PLACE.mkdir(parents=True, exist_ok=True)
    made = [
        _made(folders.govuk, "dist/govuk/govuk-frontend.min.css", "govuk.css", _wanted_of_govuk),
        _made(folders.moj, "moj/moj-frontend.min.css", "moj.css", _wanted_of_moj),
    ]
    (PLACE / "made-from.json").write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")


def _made(folder: Path, source: str, name: str, wanted: object) -> dict[str, str]:
    about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    read = (folder / source).read_bytes()
    sheet = _sheet(tinycss2.parse_stylesheet(read.decode(), skip_comments=True), wanted)
    head = f"/* {about['name']} {about['version']}, MIT licence, changed by tools/vendor_styles.py */\n"
    (PLACE / name).write_text(head + sheet + "\n", encoding="utf-8")
    return {
        "package": about["name"],
        "version": about["version"],
        "licence": about["license"],
        "file": source,
        "sha256": hashlib.sha256(read).hexdigest(),
        "made": name,
        "made_sha256": hashlib.sha256((head + sheet + "\n").encode()).hexdigest(),
    }


def _sheet(rules: list[ast.Node], wanted: object) -> str:
    return "".join(filter(None, (_rule(each, wanted) for each in rules)))


def _rule(rule: ast.Node, wanted: object) -> str:
    """A rule as text without the selectors that are not wanted; nothing where none is left."""
    if rule.type == "at-rule":
        if rule.lower_at_keyword == "font-face":
            return ""
        if rule.lower_at_keyword in ("media", "supports") and rule.content is not None:
            inner = _sheet(tinycss2.parse_rule_list(rule.content, skip_whitespace=True), wanted)
            prelude = tinycss2.serialize(rule.prelude)
            return f"@{rule.at_keyword}{prelude}{{{inner}}}" if inner else ""
        return str(rule.serialize())
    if rule.type != "qualified-rule":
        return ""
    selectors = [each for each in _split(tinycss2.serialize(rule.prelude)) if wanted(each)]  # type: ignore[operator]
    text = _coloured(tinycss2.serialize(rule.content))
    return f"{','.join(selectors)}{{{text}}}\n" if selectors and "url(" not in text else ""


def _split(prelude: str) -> list[str]:
    return [each.strip() for each in re.split(r",(?![^(]*\))", prelude)]


def _coloured(text: str) -> str:
    text = re.sub(r"GDS Transport,arial,sans-serif|GDS Transport", FONT, text)
    kept: list[str] = []
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        if not name.startswith("--"):
            value = re.sub(r"(?<![-,\w])#[0-9a-f]{3,6}\b", lambda m: COLOURS.get(m[0], m[0]), value)
        kept.append(f"{name}:{value}" if value else declaration)
    return ";".join(kept)


def _wanted_of_govuk(selector: str) -> bool:
    return not any(f".{each}" in selector for each in DROPPED)


def _wanted_of_moj(selector: str) -> bool:
    return any(f".{each}" in selector for each in KEPT)


if __name__ == "__main__":
    main()
