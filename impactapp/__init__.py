"""impactapp shows French hospitals what AI does to their jobs, with the method of the Institut Montaigne (2019)."""

__version__ = "0.6.0"
