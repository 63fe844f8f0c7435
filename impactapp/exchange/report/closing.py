"""The end of the dossier: what is missing, where it comes from and what it cannot say, opinions and signatures."""

from collections.abc import Iterator
from datetime import date

from impactapp import labels
from impactapp.domain.analysis.results import Results
from impactapp.domain.barrier_cards import card
from impactapp.domain.study import Study
from impactapp.exchange.cell_text import shorten
from impactapp.exchange.report import cells
from impactapp.exchange.report.blocks import Block, Bullets, Fact, Facts, Section, Signature, Signatures, Style, Words
from impactapp.i18n import _, ngettext
from impactapp.labels import found as finding_labels
from impactapp.labels import report as report_labels
from impactapp.labels import skills as skill_labels

# the section that says what the dossier cannot
SOURCES = "sources"
_PART, _BETWEEN = 60, " › "


def findings_section(results: Results) -> Section:
    """What the study still lacks or contradicts on the day it is written; never left out."""
    title = _("What is missing or to be looked at")
    groups = finding_labels.finding_groups(results.findings)
    if not groups:
        return Section("findings", title, (Words(_("Nothing was found to be missing.")),))
    rows = [
        tuple(
            map(
                cells.words,
                (
                    labels.severity_word(group.severity),
                    _brief(finding_labels.group_where(group, results.study)),
                    finding_labels.group_message(group, results.study),
                ),
            )
        )
        for group in groups
    ]
    head = tuple(map(cells.words, (_("Kind"), _("Where"), _("Finding"))))
    counted = Words(f"{finding_labels.counted_findings(groups)}.")
    return Section("findings", title, (counted, cells.grid("", head, rows, (15, 30, 55))))


def sources_section(results: Results) -> Section:
    """Where the method, the matrices, the skills and the measures come from, and what the figures cannot say."""
    study = results.study
    facts = [Fact(_("Method"), report_labels.method_source())]
    facts += _published(study)
    if proposed := skill_labels.sources_sentence(study.professions):
        facts.append(Fact(_("Skills"), proposed))
    blocks: list[Block] = [Facts(tuple(facts))]
    works = _works(study)
    if works:
        blocks += [Words(_("What is known of the measures, with the limits of each work:")), Bullets(works)]
    blocks += [Words(_("What the figures cannot say:")), Bullets(tuple(_limits(results)))]
    return Section(SOURCES, _("Sources and limits"), tuple(blocks))


def signatures_section(study: Study, today: date) -> Section:
    """A page to write opinions and to sign on, with the next review date."""
    barriers = [barrier for profession in study.professions for barrier in profession.barriers]
    roles = (_("Hospital management"), _("Staff representatives"), _("AI lead"))
    signed = Signatures(
        tuple(Signature(role) for role in roles), _("Opinion and reservations"), _("Date"), _("Function and signature")
    )
    blocks: tuple[Block, ...] = (
        Words(_("Each function gives its opinion and its reservations on the dossier; a sheet may be joined.")),
        signed,
        Words(report_labels.next_review(barriers, today), Style.REMARK),
    )
    return Section("signatures", _("Opinions and signatures"), blocks, starts_page=True)


def _brief(where: str) -> str:
    """A place whose titles stand whole elsewhere."""
    return _BETWEEN.join(shorten(part, _PART) for part in where.split(_BETWEEN))


def _published(study: Study) -> Iterator[Fact]:
    """Each source of matrices with the professions it is of."""
    sources: dict[str, list[str]] = {}
    for one in study.professions:
        if one.source:
            sources.setdefault(one.source, []).append(shorten(one.title, _PART))
    for source, titles in sources.items():
        if len(titles) == 1:
            yield Fact(titles[0], source)
        else:
            said = ngettext("{count} profession", "{count} professions", len(titles)).format(count=len(titles))
            yield Fact(said, _("{source} — {titles}").format(source=source, titles=", ".join(titles)))


def _works(study: Study) -> tuple[str, ...]:
    """The published works behind the measures of the study: a finding never without its limit and its source."""
    used = dict.fromkeys(barrier.code for one in study.professions for barrier in one.barriers if barrier.code)
    known = [found for found in map(card, used) if found is not None]
    works = dict.fromkeys(evidence for found in known for evidence in found.evidence)
    said = []
    for evidence in works:
        words = skill_labels.evidence_card(evidence)
        said.append(
            _("{source}: {finding} Limit: {limit}").format(
                source=words.source, finding=words.finding, limit=words.limit
            )
        )
    return tuple(said)


def _limits(results: Results) -> list[str]:
    said = [_("The levels are the judgement of a group on a given day: neither a measure nor a forecast.")]
    if any(found.skills for found in results.professions):
        said += [*skill_labels.model_limits(), skill_labels.unrestored_limit(), skill_labels.never_skilling_limit()]
    return [*said, report_labels.independence()]
