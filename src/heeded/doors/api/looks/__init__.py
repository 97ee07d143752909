"""Looks without standing, and who looked: broken glasses, their review, and the record of looks."""
