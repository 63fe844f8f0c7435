"""A figure on a page: drawn beside the window, told in words, copied and saved."""
