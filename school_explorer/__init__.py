"""The command `school-explorer`: the page and its two programs, from any folder."""
