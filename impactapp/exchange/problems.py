"""The expected errors of this floor: a file for or from another program that cannot be written or read."""

from impactapp.domain.problems import Refusal


class ExchangeError(Refusal):
    """A file that cannot be written where it should be, or that is not what it should be; nothing changed."""
