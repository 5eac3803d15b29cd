from korgoo.settings.local import *  # noqa: F403, TID251

INSTALLED_APPS = [*INSTALLED_APPS, "bare"]  # noqa: F405
ROOT_URLCONF = "bare.urls"
WSGI_APPLICATION = "bare.wsgi.application"
TEMPLATES = [{"BACKEND": "django.template.backends.jinja2.Jinja2", "APP_DIRS": True}]
