"""When a form was shown, signed: so that nothing has to be remembered of who looks at it."""

from datetime import UTC, datetime

from django.core import signing

from korgoo.lib import clock

SALT = "korgoo.helpline.form"


def new() -> str:
    """Sign the present moment."""
    return signing.Signer(salt=SALT).sign(str(int(clock.now().timestamp())))


def read(text: str) -> datetime | None:
    """Read it again; None when it is not ours."""
    try:
        seconds = signing.Signer(salt=SALT).unsign(text)
    except signing.BadSignature:
        return None
    return datetime.fromtimestamp(int(seconds), tz=UTC)
