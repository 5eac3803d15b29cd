from korgoo.settings.local import *  # noqa: F403, TID251

INSTALLED_APPS = [*INSTALLED_APPS, "wide"]  # noqa: F405
