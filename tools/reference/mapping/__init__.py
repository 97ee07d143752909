"""Judgement as data held against the draft national standard: what is there, and what is missing."""
