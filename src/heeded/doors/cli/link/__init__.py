"""`heeded link`: who is who, said by people: put together, taken apart, said to be different, left unsure."""
