"""The record's store: signed transactions, named statements, rows as entries."""
