"""Scripts around the app: the browser that tests and pictures use, and the pictures."""
