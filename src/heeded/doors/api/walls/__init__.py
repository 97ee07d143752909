"""Walls around people: shields, letters that pass them, and staff who belong to a household."""
