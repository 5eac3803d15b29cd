from django.apps import AppConfig


class CountryPackConfig(AppConfig):
    name = "korgoo.countrypack"
