"""Pure functions from folded strings to values: amounts, rates, points, counts, targets, years, list numbers."""
