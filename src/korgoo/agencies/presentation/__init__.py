"""What the pages and feeds of the register show, in the words of the reader."""
