"""What the window remembers from one day to the next, in a small file of the user's local folder."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from impactapp import i18n, paths
from impactapp.ui.theme import ZOOM_STEPS, Scheme


@dataclass(frozen=True, slots=True)
class Preferences:
    """Zoom 1.0 to 2.0, scheme, language (empty follows the system), the window's place (Qt's own text), and the folder
    of the establishment's template (empty for ours)."""

    zoom: float = 1.0
    scheme: Scheme = Scheme.SYSTEM
    language: str = ""
    geometry: str = ""
    template: str = ""


def load() -> Preferences:
    """The remembered preferences; ours where the file is missing or says nonsense."""
    try:
        text = _file().read_text(encoding="utf-8")
    except OSError:
        return Preferences()
    import json

    try:
        found = json.loads(text)
    except ValueError:
        return Preferences()
    return _understood(found) if isinstance(found, dict) else Preferences()


def remember(preferences: Preferences) -> None:
    """Write them down; a folder that cannot be written is not worth a message."""
    import json

    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(json.dumps(asdict(preferences), indent=1), encoding="utf-8")
    except OSError:
        return


def change(**fields: Any) -> None:
    """Remember some fields and keep the others."""
    remember(replace(load(), **fields))


def _file() -> Path:
    return paths.user_data() / "window.json"


def _understood(found: dict[str, object]) -> Preferences:
    zoom, scheme = found.get("zoom"), found.get("scheme")
    language, geometry, template = found.get("language"), found.get("geometry"), found.get("template")
    return Preferences(
        zoom if isinstance(zoom, float) and ZOOM_STEPS[0] <= zoom <= ZOOM_STEPS[-1] else 1.0,
        Scheme(scheme) if isinstance(scheme, str) and scheme in list(Scheme) else Scheme.SYSTEM,
        language if isinstance(language, str) and language in i18n.LANGUAGES else "",
        geometry if isinstance(geometry, str) else "",
        template if isinstance(template, str) else "",
    )
