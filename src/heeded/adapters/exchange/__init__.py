"""Other systems' words turned into the field's: census returns, event tables, and reports."""
