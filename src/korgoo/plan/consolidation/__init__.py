"""Half-year reports of many organisations become one report. Plain Python: no Django, no records.

What was not reported is never added as nothing: a sum says of how many answers it is made, and how
many are missing.
"""
