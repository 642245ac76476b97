"""Students counted by grade: cohorts, sections, and the same school counted in one number."""
