"""How work ends: handover, closure, follow-up, retention, requests of the person."""
