"""Reading the text of a handbook: its rules, amounts and patterns, guided by the record's words."""
