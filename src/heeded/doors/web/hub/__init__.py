"""The hub: the board of what came in, hand-overs that wait, the escalation desk."""
