"""What stands below the curves: more pictures, and Year 1 month by month."""
