"""The platform as it stands behind a proxy that compresses pages for everybody."""
