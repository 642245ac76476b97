"""The live layer: while a lever moves, the first view follows in the browser."""
