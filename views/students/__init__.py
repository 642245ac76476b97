"""The students' side of a plan, and students counted by grade."""
