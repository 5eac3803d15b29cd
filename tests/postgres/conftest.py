"""What holds on PostgreSQL alone: collected where DATABASE_URL names one, as in `make test`."""

import os

if not os.environ.get("DATABASE_URL", "").startswith(("postgres://", "postgresql://")):
    collect_ignore_glob = ["test_*.py"]
