"""Drawings: data in, shapes out, drawn by the server as SVG, each with a table of the same beneath it."""
