"""What is true whatever the machine: pure code with no clock, no disk and no network."""
