"""The door that the server knocks at."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "korgoo.settings.production")
application = get_wsgi_application()

if settings.DEMO:
    # A demonstration never answers a single request beside real members.
    from korgoo.demo.api import guard

    guard()
