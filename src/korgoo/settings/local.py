"""One machine, one person trying it out: plain HTTP on the loopback address."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

from korgoo.settings.base import *
from korgoo.settings.logs import configure


def _secret(path: Path) -> str:
    """Read this machine's secret, making it at the first start (readable by its owner only)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.parent.chmod(0o700)  # the database lies here too
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key(), encoding="utf-8")
    return path.read_text(encoding="utf-8")


SECRET_KEY = _secret(VAR / "secret_key")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DEMO = os.environ.get("KORGOO_DEMO") == "1"
if DEMO:
    HELP_GOES_TO = ("demo-line",)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
configure()
