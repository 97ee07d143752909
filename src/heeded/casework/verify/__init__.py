"""Verify a record's log without trusting the database that holds it."""

from heeded.casework.verify.check_receipt import Checked, Tells, check_receipt
from heeded.casework.verify.evidence import Evidence
from heeded.casework.verify.found import Fault, How, Verified
from heeded.casework.verify.verify import verify

__all__ = ["Checked", "Evidence", "Fault", "How", "Tells", "Verified", "check_receipt", "verify"]
