"""The first view: verdict, sentence, key figures, and the numbers they are made from."""
