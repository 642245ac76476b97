"""The commands of `python -m exchange`, a file each."""
