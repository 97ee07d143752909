"""The published schemas and lists in docs/standard/, made from the readers' own words."""

import json

from heeded.adapters.exchange.heeded_json.schema import report_schema
from heeded.adapters.exchange.judgement.schema import judgement_schema
from heeded.adapters.exchange.police.schema import notice_schema
from tools.reference.body_regions import body_regions, body_regions_page
from tools.reference.judgement import judgement_page
from tools.reference.mapping.page import mapping_data
from tools.reference.pages import FOLDER

STANDARD = FOLDER.parent / "standard"


def schemas() -> dict[str, str]:
    """Give each schema by the name of its file, as it is written there."""
    made = {
        "report.schema.json": report_schema(),
        "police-notice.schema.json": notice_schema(),
        "judgement.schema.json": judgement_schema(),
    }
    return {name: json.dumps(schema, indent=1, ensure_ascii=False) + "\n" for name, schema in made.items()}


def lists() -> dict[str, str]:
    """Give each list of words, as data and as a page, by the name of its file."""
    data = json.dumps(body_regions(), indent=1, ensure_ascii=False) + "\n"
    return {
        "body-regions.json": data,
        "body-regions.md": body_regions_page(),
        "judgement.md": judgement_page(),
        "judgement-mapping.json": json.dumps(mapping_data(), indent=1, ensure_ascii=False) + "\n",
    }
