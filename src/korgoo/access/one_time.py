"""One-time codes as a person types them."""

import hashlib


def digest_of(code: str) -> str:
    """Hash a code as typed: spaces, dashes and case do not matter."""
    plain = "".join(c for c in code.lower() if c.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()
