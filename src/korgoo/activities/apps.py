from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "korgoo.activities"

    def ready(self) -> None:
        """Let indicators of the plan be drawn from the log."""
        from korgoo.activities.api import register_with_plan

        register_with_plan()
