"""From plans to five-year results, and what is derived from them: verdict, marks, rows, searched answers."""
