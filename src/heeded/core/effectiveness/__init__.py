"""Are the agreed procedures working: rates with intervals, and time to act."""
