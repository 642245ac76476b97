"""What surrounds every page: session, address, history, keys, colors."""
