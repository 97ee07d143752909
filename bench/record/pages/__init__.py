"""Pages of the workspace, asked for by people who have signed in, on the record that was loaded."""
