from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "korgoo.reminders"

    def ready(self) -> None:
        from korgoo.casework import api as casework
        from korgoo.reminders import clocks, sources

        sources.register_taken(clocks.OF_CASES)
        sources.register_taken(clocks.OF_ORGANISATIONS)
        casework.clocks_changed.connect(clocks.on_clocks_changed, dispatch_uid="reminders.clocks")
