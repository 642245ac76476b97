"""What leaves the screen and comes back: links, files, workbooks, tables."""
