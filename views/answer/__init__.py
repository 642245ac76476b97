"""What the first view says: rating, sentence, key figures, and the numbers they are drawn from."""
