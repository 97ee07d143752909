"""An invented borough's tables read: its agencies, the people who work there, and what befalls families."""

from heeded.adapters.exchange.borough.folder import Borough, Route, Staff, Telephones, read_borough

__all__ = ["Borough", "Route", "Staff", "Telephones", "read_borough"]
