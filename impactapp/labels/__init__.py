"""Words for the codes of the domain, in the chosen language; imports domain and i18n only."""

from impactapp.domain.problems import Refusal


def sentence(refusal: Refusal) -> str:
    """The plain sentence of a refusal."""
    return str(refusal)
