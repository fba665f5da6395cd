"""Pure functions from folded strings to values: amounts, rates, points, counts, targets. No I/O, no state."""
