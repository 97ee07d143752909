"""The addresses of accounts for a child's family."""

from django.urls import URLPattern, path

from heeded.doors.web.family import accounts, deciding, drawing

_OF = "children/<uuid:child>/family-accounts"

urlpatterns: list[URLPattern] = [
    path(_OF, accounts.accounts, name="family-accounts"),
    path(f"{_OF}/why", accounts.why, name="family-accounts-why"),
    path(f"{_OF}/new", drawing.draw, name="family-account-new"),
    path(f"{_OF}/<uuid:account>", accounts.account, name="family-account"),
    path(f"{_OF}/<uuid:account>/decision", deciding.decide, name="family-account-decision"),
    path(f"{_OF}/<uuid:account>/given", deciding.given, name="family-account-given"),
    path(f"{_OF}/<uuid:account>/print", deciding.printed, name="family-account-print"),
]
