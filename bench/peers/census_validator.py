"""The census validator's own parser on a generated return, in an environment of its own.

Its reading is `ElementTree` and then a data frame a table that grows row by row, so that the time a
child grows with the file: it is timed on more than one size.
"""

import argparse
import json
import time
import xml.etree.ElementTree as ET
from pathlib import Path

from cin_validator.cin_validator import convert_data, process_data

from bench.peers.measure import peak_bytes


def main() -> None:
    """Parse, say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("census", type=Path)
    asked = parser.parse_args()
    started = time.perf_counter()
    root = ET.parse(asked.census).getroot()  # noqa: S314 - a file that the benchmark made
    tables = process_data(convert_data(root))
    seconds = time.perf_counter() - started
    children = len(tables["ChildIdentifiers"])
    print(json.dumps({"children": children, "seconds": seconds, "peak_bytes": peak_bytes()}))


if __name__ == "__main__":
    main()
