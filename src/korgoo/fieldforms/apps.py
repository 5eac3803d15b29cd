from django.apps import AppConfig


class FieldFormsConfig(AppConfig):
    name = "korgoo.fieldforms"
