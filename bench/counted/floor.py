from bare.settings import *  # noqa: F403

MIDDLEWARE = ["counted.middleware.Tally", *MIDDLEWARE]  # noqa: F405
