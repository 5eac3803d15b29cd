"""The desk of a helpline: contacts, conversations, and the change of shifts."""
