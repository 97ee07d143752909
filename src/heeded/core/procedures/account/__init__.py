"""An account of a handbook in plain English: its rules explained, its steps drawn, its editions compared."""
