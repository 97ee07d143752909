"""Heeded's census reader on a generated return, in a process of its own."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from bench.census_parse import read
from bench.peers.measure import peak_bytes


def main() -> None:
    """Read, say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("census", type=Path)
    figures = asdict(read(parser.parse_args().census))
    said = {"children": figures["children"], "seconds": figures["seconds"], "peak_bytes": peak_bytes()}
    print(json.dumps(said))


if __name__ == "__main__":
    main()
