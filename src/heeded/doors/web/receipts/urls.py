"""The addresses of receipts and of the log."""

from django.urls import URLPattern, path

from heeded.doors.web.receipts import log, receipts

urlpatterns: list[URLPattern] = [
    path("receipts", receipts.receipts, name="receipts"),
    path("receipts/check", receipts.check, name="receipt-check"),
    path("receipts/<uuid:entry>", receipts.receipt, name="receipt"),
    path("receipts/<uuid:entry>/file", receipts.file, name="receipt-file"),
    path("log", log.log, name="log"),
]
