"""Settings shared by every environment; an environment file states only what differs."""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from korgoo.settings.database import database

SRC = Path(__file__).resolve().parents[1]
ROOT = SRC.parents[1]
VAR = Path(os.environ.get("KORGOO_VAR", ROOT / "var"))

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "korgoo.countrypack",
    "korgoo.access",
    "korgoo.rights",
    "korgoo.agencies",
    "korgoo.offers",
    "korgoo.helpline",
    "korgoo.public",
    "korgoo.consultation",
    "korgoo.library",
    "korgoo.commitments",
    "korgoo.councils",
    "korgoo.meetings",
    "korgoo.plan",
    "korgoo.campaign",
    "korgoo.materials",
    "korgoo.activities",
    "korgoo.lawbook",
    "korgoo.directory",
    "korgoo.casework",
    "korgoo.identification",
    "korgoo.workshop",
    "korgoo.fieldforms",
    "korgoo.referral",
    "korgoo.assistance",
    "korgoo.determination",
    "korgoo.reminders",
    "korgoo.lookup",
    "korgoo.pairs",
    "korgoo.safe_return",
    "korgoo.closing",
    "korgoo.mypage",
    "korgoo.counting",
    "korgoo.desk",
    "korgoo.board",
    "korgoo.web",
    "korgoo.demo",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "korgoo.access.middleware.ActorMiddleware",
    "korgoo.access.middleware.DomainErrorMiddleware",
]
ROOT_URLCONF = "korgoo.web.urls"
WSGI_APPLICATION = "korgoo.wsgi.application"
AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "/home/"
DATABASES = {"default": database(VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "korgoo.web.jinja.environment",
            "context_processors": ["korgoo.web.context.page"],
        },
    },
    {
        # allauth asks for a Django engine to render its message texts; pages are Jinja2.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

USE_TZ = True
TIME_ZONE = "Asia/Bishkek"
LANGUAGE_CODE = "ky"
LANGUAGES = [("ky", "Кыргызча"), ("ru", "Русский"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [ROOT / "locale"]

# What somebody brings stays in memory and never lies on the disk in clear. Anything larger is dropped.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS: list[Path] = []

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "korgoo.web.views.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
# Not "no-referrer": the browser would then send no origin, and every form would be refused.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
        "require-trusted-types-for": ["'script'"],
    }
}
# A form of the platform is text: nothing larger is read into memory or kept.
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400

ACCOUNT_ADAPTER = "korgoo.access.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "korgoo.access.forms.LoginForm",
    "reauthenticate": "korgoo.access.forms.PasswordAgainForm",
}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = False
# Counted in the cache: several server processes need one cache that they share.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/300s/key",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "reset_password_from_key": "20/m/ip",
}
MFA_ADAPTER = "korgoo.access.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "korgoo.access.forms.AuthenticateForm",
    "reauthenticate": "korgoo.access.forms.CodeAgainForm",
    "activate_totp": "korgoo.access.forms.ActivateForm",
}
MFA_RECOVERY_CODES_SHOW_ONCE = True
# Telephones' clocks differ: one code before and one after count too.
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = "Korgoo"
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("KORGOO_PROXIES", "0"))

# Korgoo's own
# Where the way out of public pages leads: something that anybody may have looked at.
EXIT_ADDRESS = "https://www.google.com/search?q=weather"
# A page for everybody may lag behind a change by so many seconds.
DRAWN_FOR = 1
# Bodies, by code, that answer the public before those which the country pack names.
HELP_GOES_TO: tuple[str, ...] = tuple(os.environ.get("KORGOO_HELP_GOES_TO", "").split())
OFFERS_GO_TO: tuple[str, ...] = tuple(os.environ.get("KORGOO_OFFERS_GO_TO", "").split())
COUNTRY_PACK = Path(os.environ.get("KORGOO_PACK", ROOT / "countries" / "kg"))
DEMO = False
# An e-mail says nothing but that something waits, and leads to the home page at this address.
MAIL_REMINDERS = True
PUBLIC_ADDRESS = os.environ.get("KORGOO_ADDRESS", "http://localhost:8000").rstrip("/")
DEFAULT_FROM_EMAIL = os.environ.get("KORGOO_MAIL_FROM", "korgoo@localhost")
EMAIL_TIMEOUT = 20  # seconds
IDLE_LOCK = timedelta(minutes=15)
# How many people may be compared with those of other organisations in a day: by what one member wrote, by what an
# organisation wrote, and how often for one case. A case worker writes some ten people down on a full day.
PAIRS_A_DAY = {"member": 20, "organisation": 150, "case": 3}
# From how many on who minds data is told: compared in an hour, and closed or erased soon after within a week.
PAIRS_ALARM = {"hour": 12, "gone": 5}
# Argon2id that guards a member's key: KiB of memory, passes, lanes (RFC 9106, second choice).
MEMBER_KEY_COST = {"memory_cost": 64 * 1024, "iterations": 3, "lanes": 1}

LOGGING_CONFIG = None
