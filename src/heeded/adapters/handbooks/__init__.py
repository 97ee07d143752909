"""The agreements themselves, in Markdown that a partnership can read, sign and print."""
