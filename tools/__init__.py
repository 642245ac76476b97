"""Scripts around the app: the browser for tests and pictures, the pictures, records of journeys, the room."""
