"""The command line, the window's twin without Qt; may import everything but the window."""
