"""What the record holds: the name of each file and the sentence that says what it is."""

from dataclasses import dataclass

from impactapp.exchange.record.names import plain_name
from impactapp.i18n import _


@dataclass(frozen=True, slots=True)
class Names:
    """Where each thing stands in the archive, in the chosen language."""

    readme: str
    sums: str
    study: str
    workbook: str
    report: str
    summary: str
    word: str
    slides: str
    tables: str
    table: str
    whole_study: str
    results: str
    figures: str


def names() -> Names:
    """The names: plain letters, the same for every study."""
    study, report, results = plain_name(_("study")), plain_name(_("report")), plain_name(_("results"))
    return Names(
        readme=_("READ-ME.txt"),
        sums=_("SHA256-SUMS.txt"),
        study=study + ".impact",
        workbook=plain_name(_("matrix")) + ".xlsx",
        report=report + ".pdf",
        summary=plain_name(_("one page")) + ".pdf",
        word=report + ".docx",
        slides=plain_name(_("slides")) + ".pptx",
        tables="csv",
        table=study + ".csv",
        whole_study=f"json/{study}.json",
        results=f"json/{results}.json",
        figures=plain_name(_("figures")),
    )


def sentences(said: Names) -> list[tuple[str, str]]:
    """What each file or folder is."""
    return [
        (said.study, _("The study itself, with the log of its changes: open it with impactapp.")),
        (said.workbook, _("The matrix as an Excel workbook: criteria, results with their formulas, definitions.")),
        (said.report, _("The whole report, with the page for opinions and signatures; it can be read aloud.")),
        (said.summary, _("The same on one page.")),
        (said.word, _("The report as a Word document, to be completed.")),
        (said.slides, _("Six slides for PowerPoint; their charts can be edited.")),
        (f"{said.figures}/", _("Every figure, as an image of up to 300 dots per inch (.png) and as a drawing (.svg).")),
        (f"{said.tables}/", _("The tables as text, for a spreadsheet or a statistician.")),
        (said.whole_study, _("Everything in the study, for another program; impactapp makes a study of it again.")),
        (said.results, _("What follows from the study: rates, intervals, exposures.")),
        (said.sums, _("The checksum (SHA-256) of each file.")),
    ]
