"""Who may come in: `heeded agency`, `heeded practitioner` and `heeded credential`."""
