from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "korgoo.desk"

    def ready(self) -> None:
        from korgoo.desk import plan_sources

        plan_sources.register()
