"""Agencies, the practitioners who sign in, and the systems that agencies let in. No child stands here."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models


class Agency(models.Model):
    """An organisation that records and owes; `area` is the local authority for whose children it answers."""

    id = models.SlugField(primary_key=True, max_length=60)
    name = models.CharField(max_length=200)
    sector = models.CharField(max_length=60)
    area = models.CharField(max_length=100, blank=True, default="")
    telephone = models.CharField(max_length=60, blank=True, default="")
    telephone_out_of_hours = models.CharField(max_length=60, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    webhook = models.URLField(blank=True, default="")
    webhook_secret = models.CharField(max_length=100, blank=True, default="")

    class Meta:
        """Agencies are listed by name."""

        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        """The agency's name."""
        return self.name


class Practitioners(BaseUserManager["Practitioner"]):
    """Makes practitioners."""

    def create_user(self, email: str, password: str | None = None, **about: Any) -> Practitioner:  # noqa: ANN401 - fields of the model
        """Make a practitioner; without a password they can sign in only through their agency's directory."""
        practitioner = self.model(email=self.normalize_email(email), **about)
        practitioner.set_password(password)
        practitioner.save(using=self._db)
        return practitioner


class Practitioner(AbstractBaseUser):
    """A person who works for an agency and signs in; `roles` are those of core/access."""

    id = models.SlugField(primary_key=True, max_length=60)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="practitioners")
    post = models.CharField(max_length=100, blank=True, default="")
    team = models.CharField(max_length=100, blank=True, default="")
    roles = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[Practitioners] = Practitioners()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        """Practitioners are listed by name."""

        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        """Name and agency."""
        return f"{self.name}, {self.agency_id}"


class Credential(models.Model):
    """What an agency's system shows at the door, with what it may do; only a digest of its secret is kept."""

    id = models.SlugField(primary_key=True, max_length=60)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="credentials")
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    scopes = ArrayField(models.CharField(max_length=40), default=list)
    active = models.BooleanField(default=True)
    made = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        """Its name and whose it is."""
        return f"{self.name} of {self.agency_id}"


class Administered(models.Model):
    """What an administrator did: to what, when (seconds UTC), why, and what stood there before and after."""

    id = models.BigAutoField(primary_key=True)
    at = models.BigIntegerField()
    by = models.CharField(max_length=60)
    act = models.CharField(max_length=40)
    kept = models.CharField(max_length=20)
    whom = models.CharField(max_length=80)
    agency = models.CharField(max_length=60, db_index=True)
    why = models.CharField(max_length=500, blank=True, default="")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    undoes = models.BigIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        """What was done, to what."""
        return f"{self.kept} {self.whom}: {self.act}"
