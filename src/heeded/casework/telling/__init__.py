"""To whom what was written goes: those to whom it is addressed, and those who are told what follows."""
