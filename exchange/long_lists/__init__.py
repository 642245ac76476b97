"""Lists of any length: read in blocks, worked out block by block, written as they come, in order."""
