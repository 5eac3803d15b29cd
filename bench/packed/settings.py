from korgoo.settings.local import *  # noqa: F403, TID251

MIDDLEWARE = ["packed.middleware.Proxy", *MIDDLEWARE]  # noqa: F405
