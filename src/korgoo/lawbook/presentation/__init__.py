"""What the pages of the lawbook show. Plain data in the language of the page."""
