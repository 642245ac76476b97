"""What is shown below the curves: more charts, and Year 1 month by month."""
