from korgoo.agencies.models import Watch


def watched_by(locator: str) -> list[Watch]:
    """List what somebody wished to be told about.

    Args:
        locator: Hash of their code; whoever has the code may know.
    """
    return list(Watch.objects.filter(locator=locator).order_by("asked_on", "pk"))
