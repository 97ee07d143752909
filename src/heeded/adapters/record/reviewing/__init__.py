"""Looks without standing that await review: by whom, until when, and to which agency one was given."""
