from korgoo.settings.local import *  # noqa: F403, TID251

MIDDLEWARE = ["counted.middleware.Tally", *MIDDLEWARE]  # noqa: F405
