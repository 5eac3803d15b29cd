"""A real installation. Every secret comes from the environment; nothing has a default."""

import os

from korgoo.settings.base import *
from korgoo.settings.logs import configure

SECRET_KEY = os.environ["KORGOO_SECRET_KEY"]
ALLOWED_HOSTS = os.environ["KORGOO_HOSTS"].split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
# Shared by all processes: limits of tries and used one-time numbers would else count per process.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "korgoo_cache",
    }
}
# Without a mail server nobody is written to; what waits is on everybody's home page all the same.
MAIL_REMINDERS = "KORGOO_MAIL_HOST" in os.environ
EMAIL_HOST = os.environ.get("KORGOO_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("KORGOO_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("KORGOO_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("KORGOO_MAIL_PASSWORD", "")
EMAIL_USE_TLS = True
PUBLIC_ADDRESS = os.environ.get("KORGOO_ADDRESS", f"https://{ALLOWED_HOSTS[0]}").rstrip("/")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
configure()
