"""Notices on their way to people: by e-mail and by signed webhooks, without a word about whom."""

from heeded.adapters.notices.mail import Mail
from heeded.adapters.notices.webhook import Webhook

__all__ = ["Mail", "Webhook"]
