"""Meetings of councils: from the invitation to the signed minutes, and decisions until they are kept."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "korgoo.meetings"

    def ready(self) -> None:
        """Let missions below show what concerns their members."""
        from korgoo.meetings import receivers

        receivers.register()
