"""The hospital's own template: a folder with its colours and logo, and perhaps its own Word and PowerPoint files."""

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from impactapp import paths
from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError
from impactapp.i18n import _

WORD, SLIDES, RECORD = ".docx", ".pptx", ".zip"


@dataclass(frozen=True, slots=True)
class Templates:
    """What each form of the dossier is laid out by; ``None`` is the application's own."""

    folder: Path | None = None
    word: Path | None = None
    slides: Path | None = None


OURS = Templates()


def templates_at(place: Path | None, suffix: str) -> Templates:
    """The templates that a file of this suffix is made with: those in a folder, or the one a file is.

    In a folder, the Word file and the PowerPoint file may bear any name. Raises ``ExchangeError`` where there is
    nothing, where a file is none of this suffix, or where a folder holds several.
    """
    if place is None:
        return OURS
    if place.is_dir():
        return Templates(place, _only(place, WORD), _only(place, SLIDES))
    if not place.is_file():
        raise ExchangeError(Problem.TEMPLATE_MISSING, path=place)
    own = place.suffix.lower()
    if own not in (WORD, SLIDES) or suffix not in (own, RECORD):
        raise ExchangeError(Problem.TEMPLATE_NOT_FOR_FORM, path=place, form=suffix)
    return Templates(word=place) if own == WORD else Templates(slides=place)


def _only(folder: Path, suffix: str) -> Path | None:
    # an open Word file has another one beside it that begins with ~$
    found = [path for path in sorted(folder.iterdir()) if path.suffix.lower() == suffix and path.name[0] not in "~."]
    if len(found) > 1:
        raise ExchangeError(Problem.TEMPLATE_SEVERAL, path=folder, names=", ".join(path.name for path in found))
    return found[0] if found else None


def copy_ours(into: Path) -> Path:
    """A copy of the application's own templates, in a new folder in ``into``, to be edited; gives that folder.

    Raises ``ExchangeError`` where it cannot be written.
    """
    folder = _unused(into / _("impactapp template"))
    try:
        copytree(paths.resources() / "report" / "house", folder)
    except OSError as error:
        raise ExchangeError(Problem.TARGET_UNWRITABLE, path=folder) from error
    return folder


def _unused(wanted: Path) -> Path:
    number, free = 1, wanted
    while free.exists():
        number += 1
        free = wanted.with_name(f"{wanted.name} {number}")
    return free
