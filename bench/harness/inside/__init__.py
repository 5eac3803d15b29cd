"""What runs inside the measured installation, in its environment: python -m harness.inside.NAME."""

import django

# Before any of the modules here imports a model.
django.setup()
