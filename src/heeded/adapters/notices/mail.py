"""Notices by e-mail, through whichever of Django's e-mail backends the settings name."""

from __future__ import annotations

import smtplib
from dataclasses import dataclass
from email.utils import formatdate
from urllib.parse import urlsplit

from django.core.mail import EmailMessage

from heeded.casework.ports.outbox import Delivery, NotDelivered

SUBJECT = "Heeded: something awaits you"

_BODY = """\
Something awaits you in Heeded: {why}.

Sign in to read what it is:
{link}

This message says no more on purpose. Do not answer it: nobody reads the answers.
"""

_GIVEN_UP = """\
Heeded could not tell {agency} by {channel} that something awaits them. It tried {tries} times over three
days and has given up. What awaits them is on their worklist all the same.

What was said last: {said}

Mend the address of the agency or the server that it names, and ring the agency meanwhile.
"""


@dataclass(frozen=True, slots=True)
class Mail:
    """E-mail in the name of `sender`; `site` is the address of the record's pages, to which it links."""

    sender: str
    site: str

    def send(self, delivery: Delivery) -> None:
        """Send it; NotDelivered where the mail server did not take it."""
        link = f"{self.site}/notices/{delivery.notice}/"
        self._send(delivery.address, SUBJECT, _BODY.format(why=delivery.why, link=link), delivery.name)

    def send_given_up(self, administrator: str, delivery: Delivery, said: str) -> None:
        """Tell the administrator that a delivery was given up; NotDelivered as above."""
        body = _GIVEN_UP.format(
            agency=delivery.agency, channel=delivery.channel, tries=delivery.tries + 1, said=said
        )
        self._send(
            administrator, "Heeded: a notice could not be delivered", body, f"{delivery.name}.given-up"
        )

    def _send(self, address: str, subject: str, body: str, name: str) -> None:
        host = urlsplit(self.site).hostname or "heeded.invalid"
        headers = {
            "Message-ID": f"<{name}@{host}>",
            "Date": formatdate(),
            "Auto-Submitted": "auto-generated",
        }
        message = EmailMessage(subject, body, self.sender, [address], headers=headers)
        try:
            message.send()
        except (OSError, smtplib.SMTPException) as wrong:
            raise NotDelivered(f"the mail server: {_plain(wrong)}") from wrong
        except ValueError as wrong:
            raise NotDelivered("the address is no address to which e-mail can be sent") from wrong


def _plain(wrong: Exception) -> str:
    """What went wrong, without the addresses that a mail server likes to repeat."""
    code = getattr(wrong, "smtp_code", None)
    return f"{type(wrong).__name__} {code}" if code else f"{type(wrong).__name__}"
