"""The record's bulk path: many reports in one transaction, with the same rows as one by one."""

from heeded.adapters.record.bulk.record import RACED, BulkRecord

__all__ = ["RACED", "BulkRecord"]
