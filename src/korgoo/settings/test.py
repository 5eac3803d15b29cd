"""The suite: cheap keys, no cache, the database that DATABASE_URL names."""

import tempfile
from pathlib import Path

from korgoo.settings.base import *
from korgoo.settings.database import database
from korgoo.settings.logs import configure

SECRET_KEY = "not-a-secret-only-for-tests"  # noqa: S105
VAR = Path(tempfile.mkdtemp(prefix="korgoo-test-"))
STATIC_ROOT = VAR / "static"
DATABASES = {"default": database(VAR)}
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, not memory: threads must meet on it as processes do.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "test.sqlite3")}
DRAWN_FOR = 0  # what a test changes, it reads at once
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEMBER_KEY_COST = {"memory_cost": 8, "iterations": 1, "lanes": 1}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
configure()
