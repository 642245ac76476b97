"""The commands of `python -m model`, a file each."""
