"""Where the method and the contents come from, and under which licence the shipped software is."""

from impactapp.i18n import _

# package: licence, as each package states it (SPDX names); a test compares them with the lock file
LICENCES = {
    "click": "BSD-3-Clause",
    "click-default-group": "public domain",
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "defusedxml": "PSF-2.0",
    "et-xmlfile": "MIT",
    "filelock": "MIT",
    "fonttools": "MIT",
    "kiwisolver": "BSD-3-Clause",
    "lxml": "BSD-3-Clause",
    "matplotlib": "PSF-2.0 (matplotlib)",
    "numpy": "BSD-3-Clause, 0BSD, MIT, Zlib, CC0-1.0",
    "openpyxl": "MIT",
    "packaging": "Apache-2.0 or BSD-2-Clause",
    "pillow": "MIT-CMU",
    "pip": "MIT",
    "pluggy": "MIT",
    "pyparsing": "MIT",
    "pyside6-essentials": "LGPL-3.0 (Qt)",
    "python-dateutil": "BSD-3-Clause",
    "python-docx": "MIT",
    "python-pptx": "MIT",
    "rapidfuzz": "MIT",
    "shiboken6": "LGPL-3.0 (Qt)",
    "sqlite-fts4": "Apache-2.0",
    "sqlite-utils": "Apache-2.0",
    "tabulate": "MIT",
    "typing-extensions": "PSF-2.0",
    "typst": "Apache-2.0",
    "tzdata": "Apache-2.0",
    "xlsxwriter": "BSD-2-Clause",
}


def shipped() -> list[tuple[str, str]]:
    """What is built in and its licence; the fonts come with matplotlib and are in the figures that are exported."""
    return [*LICENCES.items(), (_("DejaVu fonts (figures)"), "Bitstream Vera, Arev")]


def of_qt() -> str:
    """What the licence of Qt asks to be said."""
    return _(
        "Qt and PySide6 are used unchanged, under the GNU LGPL version 3: "
        "you may replace these libraries with your own."
    )


def sources() -> list[tuple[str, str]]:
    """What was taken from where."""
    return [
        (
            _("Method"),
            _(
                "David Gruson, Adrien Deudon, Laure Millet, “IA et emploi en santé : quoi de neuf docteur ?”, note, "
                "Institut Montaigne with Ethik-IA, January 2019."
            ),
        ),
        (
            _("Secretary case"),
            _(
                "Inter-CHU webinar “IA : le passage à l’échelle dans les établissements”, GCS HOURAA, module 3, "
                "2 April 2026."
            ),
        ),
        (
            _("Rules and proposal"),
            _(
                "The sources read give neither percentages for the levels, nor a formula from activities to the "
                "profession, nor definitions of the hypotheses. The rules, the proposal and the definitions shown here "
                "are those of this application, and say so."
            ),
        ),
    ]
