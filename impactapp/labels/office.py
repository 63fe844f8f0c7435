"""What Word and PowerPoint files say beyond the report: names of tables and figures, and what a template lacks."""

from collections.abc import Sequence

from impactapp.i18n import _, ngettext


def contents_title() -> str:
    """The heading over the table of contents."""
    return _("Contents")


def table_word() -> str:
    """What a table is called in its caption."""
    return _("Table")


def figure_word() -> str:
    """What a figure is called in its caption."""
    return _("Figure")


def fact_names() -> tuple[str, ...]:
    """What the cover of a dossier may say, as a template may ask for it: also where this study does not say it."""
    return (_("Establishment"), _("Working group"), _("Purpose"), _("Date of the study"), _("Dossier written on"))


def to_complete(name: str) -> str:
    """What stands in a field of a template whose value the study does not have."""
    return _("[to complete: {name}]").format(name=name)


def unknown_fields(names: Sequence[str], known: Sequence[str]) -> str:
    """Which fields of a template stand for nothing, and which could."""
    said = ngettext(
        "The template has a field that is not known, left as it was: {names}.",
        "The template has fields that are not known, left as they were: {names}.",
        len(names),
    ).format(names=", ".join(names))
    return said + " " + _("Known fields: {names}.").format(names=", ".join(known))


def empty_fields(names: Sequence[str]) -> str:
    """Which fields of a template the study has nothing for."""
    return ngettext(
        "The study has nothing for this field of the template: {names}.",
        "The study has nothing for these fields of the template: {names}.",
        len(names),
    ).format(names=", ".join(names))


def place_missing(field: str) -> str:
    """That the report was put at the end."""
    return _("The template does not say where the report goes ({field}): it stands at the end.").format(field=field)


def without_rate(count: int) -> str:
    """How many professions are not on a chart because their rate is not known yet."""
    return ngettext("{count} profession without a rate yet.", "{count} professions without a rate yet.", count).format(
        count=count
    )


def others_shown(count: int) -> str:
    """How many bars a chart leaves out."""
    return ngettext("… and {count} other, in the dossier.", "… and {count} others, in the dossier.", count).format(
        count=count
    )


def skills_counted(skills: int, professions: int) -> str:
    """« 12 compétences dans 3 métiers. »."""
    return _("{skills} in {professions}.").format(
        skills=ngettext("{count} skill", "{count} skills", skills).format(count=skills),
        professions=ngettext("{count} profession", "{count} professions", professions).format(count=professions),
    )
