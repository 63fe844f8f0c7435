"""Pure values and functions of the method; may import the standard library; reads no clock, disk or chance."""
