from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "korgoo.directory"

    def ready(self) -> None:
        """Show free places to who gets a campaign ready."""
        from korgoo.directory import campaigning

        campaigning.register()
