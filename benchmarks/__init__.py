"""How long the model, the page and the browser take. `make bench` prints the table."""
