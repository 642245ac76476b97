"""The charts of the baseline by title, and the lines they draw. The last line's Year 5 is in the title."""

CHARTS = {
    "Revenue and cost": ("public_revenue", "recurring_cost", "total_cost"),
    "Cumulative balance": ("fund_balance",),
    "Where the money goes": ("personnel", "pd", "it", "other_nonpersonnel"),
}
