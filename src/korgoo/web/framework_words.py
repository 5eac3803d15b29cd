"""What the framework says by itself, said here so that the catalogues can say it in our words."""

from django.utils.translation import gettext_noop

# Below every question that was left without an answer.
REQUIRED = gettext_noop("This field is required.")
