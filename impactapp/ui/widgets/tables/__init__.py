"""What the tables one types into have in common, and what stands beside them."""
