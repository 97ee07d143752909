"""Keys that tie events together, as a report writes them."""


def own_key(agency: str, value: str) -> str:
    """An agency's own name for something as a key's value.

    The record takes what holds a colon for a name that already says whose it is; a number may hold one.
    """
    return f"{agency}:{value}" if ":" in value else value
