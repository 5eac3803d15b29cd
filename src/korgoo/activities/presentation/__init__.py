"""What pages are told, in the language that is spoken."""
