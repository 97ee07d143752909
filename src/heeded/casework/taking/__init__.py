"""What of a report may be taken into the record, as what, and what is set aside with why."""
