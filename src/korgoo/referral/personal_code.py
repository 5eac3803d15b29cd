"""The hash of the code with which a person says whether help came.

A keyed hash, not a slow one: nine digits fall to guessing under any hash by somebody who has the
server's secret, who could also write the answer into the row; without the secret a copy of the
database tells nothing. Guesses through the page are counted. A slow hash would only slow down sending.
"""

from typing import TYPE_CHECKING

from django.conf import settings

from korgoo.lib.sealing.servers import is_same, server_digest

if TYPE_CHECKING:
    from korgoo.referral.models import Referral

PURPOSE = "code of the person"


def digest_of(referral: "Referral", code: str, secret: str = "") -> str:
    """Hash a code (nine digits) for one referral, under the server's secret of today."""
    return server_digest(
        code, secret=secret or settings.SECRET_KEY, purpose=PURPOSE, about=str(referral.pk)
    )


def fits(referral: "Referral", code: str) -> bool:
    """Tell whether a code is the referral's, under the secret of today or an earlier one."""
    secrets = [settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS)]
    return any(
        is_same(digest_of(referral, code, secret), referral.confirmation_hash)
        for secret in secrets
    )
