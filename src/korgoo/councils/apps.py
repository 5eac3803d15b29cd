from django.apps import AppConfig


class CouncilsConfig(AppConfig):
    name = "korgoo.councils"

    def ready(self) -> None:
        """Let the library name a body as readers."""
        from korgoo.councils import receivers

        receivers.register()
