"""Documents with versions and readers, announcements, and the inbox of what concerns a member."""
