"""The matrix: its table, its keys, its panel."""
