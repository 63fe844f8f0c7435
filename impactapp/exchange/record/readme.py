"""The text that comes with a record: what it is, what each file is, and how to see that none was changed."""

from datetime import datetime

from impactapp import labels
from impactapp.domain.study import Origin, Study
from impactapp.exchange.record.contents import Names, sentences
from impactapp.i18n import _

_WIDE = 24


def readme(study: Study, said: Names, made_at: datetime) -> str:
    """The text, in the lines and letters that the plain editor of Windows shows right."""
    lines = [
        study.title,
        *([study.establishment] if study.establishment else []),
        _("Record of the study, written by impactapp on {moment}.").format(moment=labels.moment(made_at)),
        *([_("Published demonstration case, not an establishment’s study.")] * (study.origin is Origin.DEMONSTRATION)),
        "",
        _("WHAT IS IN IT"),
        *(f"{name:{_WIDE}}{words}" for name, words in sentences(said)),
        "",
        _("HAS A FILE BEEN CHANGED?"),
        _("On Linux, in this folder: {command}").format(command=f"sha256sum -c {said.sums}"),
        _("On Windows: {command} gives the checksum of a file, to compare with the list.").format(
            command=f"certutil -hashfile {said.report} SHA256"
        ),
        "",
        _("Method: Institut Montaigne, “IA et emploi en santé”, January 2019; independent project without link to it."),
    ]
    return "\r\n".join([*lines, ""])
