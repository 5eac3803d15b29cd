from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "korgoo.desk"

    def ready(self) -> None:
        """Let campaigns count contacts of the desk."""
        from korgoo.desk import campaigning

        campaigning.register()
        from korgoo.desk import plan_sources

        plan_sources.register()
