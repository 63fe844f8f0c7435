"""Who took part, counted by group and never by name, and what the group did not settle."""

from collections.abc import Iterator, Sequence

from impactapp import labels
from impactapp.domain.analysis.sittings import sitting_result
from impactapp.domain.study import Study
from impactapp.domain.workshop import Group, Sitting, Talk
from impactapp.exchange.report import cells
from impactapp.exchange.report.blocks import Block, Bullets, Fact, Facts, Grid, Section, Style, Words
from impactapp.i18n import _, ngettext
from impactapp.labels import workshop as workshop_labels


def people_sections(study: Study) -> Iterator[Section]:
    """Each sitting with its groups; or that none is recorded."""
    title = _("Who took part")
    if not study.sittings:
        said = Words(_("No sitting is recorded in the study: who took part cannot be said here."))
        yield Section("people", title, (said,))
        return
    yield Section("people", title, (Words(_("Groups are counted; no name is written anywhere.")),))
    for sitting in study.sittings:
        yield Section("sitting", sitting.title, tuple(_sitting(study, sitting)), 2)


def dissent_section(study: Study) -> Section:
    """What the group did not agree on, and what it set aside."""
    held = [sitting for sitting in study.sittings if not sitting.is_training]
    dissent = tuple(_dissent(talk) for sitting in held for talk in sitting.talks if talk.dissent or talk.dissent_text)
    parked = tuple(_place(talk) for sitting in held for talk in sitting.talks if talk.is_parked)
    blocks: list[Block] = []
    for said, none, items in (
        (
            _("Who does not agree is counted, with a sentence and without a name."),
            _("No dissent is recorded."),
            dissent,
        ),
        (_("Set aside by the group, to be taken up again:"), _("No point is recorded as set aside."), parked),
    ):
        blocks += [Words(said), Bullets(items)] if items else [Words(none)]
    return Section("dissent", _("Dissent and points set aside"), tuple(blocks))


def participants(study: Study) -> list[Sitting]:
    """The sittings of an establishment: those that were neither simulated nor a training."""
    return [sitting for sitting in study.sittings if not sitting.is_training and not sitting.is_simulated]


def group_rows(sitting: Sitting) -> list[tuple[str, str]]:
    """Groups with how many took part, then all; small groups are counted with others, as votes are revealed."""
    least, total = sitting.protocol.least_shown, sum(group.size for group in sitting.groups)
    if total < least:
        named = ", ".join(map(_name, sitting.groups))
        return [(named, _("fewer than {least}").format(least=least))] if sitting.groups else []
    joined = _joined(sitting.groups, least)
    rows = [(_name(group), group.size) for group in sitting.groups if group not in joined]
    if joined:
        together = _("{groups} (counted together)").format(groups=", ".join(map(_name, joined)))
        rows.append((together, sum(group.size for group in joined)))
    return [(name, labels.headcount(count)) for name, count in (*rows, (_("Total"), total))]


def _joined(groups: Sequence[Group], least: int) -> list[Group]:
    """The groups under the least size, and as many others, the smallest first, as it takes to count that many."""
    by_size = sorted(groups, key=lambda group: group.size)
    small = [group for group in by_size if group.size < least]
    for group in by_size[len(small) :]:
        if 0 < sum(one.size for one in small) < least:
            small.append(group)
    return [group for group in groups if group in small]


def _sitting(study: Study, sitting: Sitting) -> Iterator[Block]:
    if sitting.is_simulated:
        yield Words(workshop_labels.simulated_sentence(), Style.REMARK)
    if sitting.is_training:
        said = _("Training: replay of the published case; nothing is written into the matrix.")
        yield Words(said, Style.REMARK)
    yield Facts(tuple(_facts(study, sitting)))
    rows = group_rows(sitting)
    if rows:
        yield _groups(sitting, rows)
    else:
        yield Words(_("No group is recorded."))
    if lacking := workshop_labels.panel_sentence(sitting_result(sitting)):
        yield Words(lacking, Style.REMARK)


def _groups(sitting: Sitting, rows: list[tuple[str, str]]) -> Grid:
    least = sitting.protocol.least_shown
    note = ""
    if any(group.size < least for group in sitting.groups):
        note = _("A group of fewer than {least} persons is counted with others, as when votes are shown.").format(
            least=least
        )
    head = (cells.words(_("Group")), cells.number(_("Persons")))
    return cells.grid("", head, ((cells.words(name), cells.number(count)) for name, count in rows), (80, 20), note)


def _facts(study: Study, sitting: Sitting) -> Iterator[Fact]:
    yield Fact(_("Date"), labels.day(sitting.day))
    if sitting.place:
        yield Fact(_("Place"), sitting.place)
    titles = [profession.title for profession in study.professions if profession.id in sitting.profession_ids]
    if titles:
        yield Fact(_("Professions"), ", ".join(titles))
    yield Fact(_("Vote"), workshop_labels.scope_word(sitting.protocol.scope))
    settled = sum(talk.is_settled for talk in sitting.talks)
    opened = ngettext(
        "{count} opened, of which {settled} settled", "{count} opened, of which {settled} settled", settled
    )
    yield Fact(_("Activities"), opened.format(count=len(sitting.talks), settled=settled))


def _name(group: Group) -> str:
    kind = workshop_labels.group_kind_word(group.kind)
    return f"{kind} ({group.title})" if group.title and group.title != kind else workshop_labels.group_title(group)


def _dissent(talk: Talk) -> str:
    count = ngettext("{count} person does not agree", "{count} persons do not agree", talk.dissent)
    said = count.format(count=labels.headcount(talk.dissent)) if talk.dissent else _("a disagreement is recorded")
    told = _("{name}: {value}").format(name=said, value=talk.dissent_text) if talk.dissent_text else f"{said}."
    return _("{place} — {told}").format(place=_place(talk), told=told)


def _place(talk: Talk) -> str:
    return " › ".join(part for part in (talk.profession, talk.title) if part)
