"""Nothing but files: what `korgoo public export` wrote, by the same server and whitenoise alone."""
