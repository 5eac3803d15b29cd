from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "korgoo.desk"

    def ready(self) -> None:
        """Let campaigns count contacts of the desk, and indicators of the plan be drawn from them."""
        from korgoo.desk import campaigning, plan_sources

        campaigning.register()
        plan_sources.register()
