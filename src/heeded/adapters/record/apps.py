"""The record as a Django app."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """The app whose migrations make the record's tables."""

    name = "heeded.adapters.record"
    label = "record"
    default_auto_field = "django.db.models.BigAutoField"
