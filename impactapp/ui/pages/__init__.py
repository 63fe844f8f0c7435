"""One page a step of the method."""
