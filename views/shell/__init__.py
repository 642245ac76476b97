"""What all pages share: session, address, history, keys, colors."""
