"""From plans to five-year results, and what is read off them: rating, marks, rows, answers found by trying."""
