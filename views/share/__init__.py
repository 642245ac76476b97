"""What is saved and opened: links, files, workbooks, tables."""
