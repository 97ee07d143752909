"""What the web server loads; the handbook too, so that nobody waits for it."""

import os

from django.core.wsgi import get_wsgi_application

from heeded.bootstrap import open_handbook

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heeded.bootstrap.settings")
application = get_wsgi_application()
open_handbook()
