"""What the web server loads; every page and the handbook too, so that nobody waits for them."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from heeded.bootstrap import open_handbook

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heeded.bootstrap.settings")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018 - loads them
open_handbook()
