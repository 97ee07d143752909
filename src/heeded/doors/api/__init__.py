"""The API: other systems, and practitioners' own tools, over HTTP."""
