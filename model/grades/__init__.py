"""Students counted by grade: cohorts, sections, and the same school told in one number."""
