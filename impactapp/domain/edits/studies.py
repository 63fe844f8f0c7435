"""Edits of the study itself: its title page, its rule, its weighting and its definitions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.study import Study
from impactapp.domain.text import clean_line, clean_text, clean_title


def set_title(title: str) -> Edit:
    """Rename the study; a title is one line and not empty."""
    return _text_edit(EditKind.SET_TITLE, "title", title, clean_title)


def set_establishment(name: str) -> Edit:
    """Say which establishment the study is about."""
    return _text_edit(EditKind.SET_ESTABLISHMENT, "establishment", name, clean_line)


def set_authors(group: str) -> Edit:
    """Say which group made the study; groups, not names."""
    return _text_edit(EditKind.SET_AUTHORS, "authors", group, clean_line)


def set_purpose(text: str) -> Edit:
    """Say what the study is for."""
    return _text_edit(EditKind.SET_PURPOSE, "purpose", text, clean_text)


def set_day(day: date | None) -> Edit:
    """Date the study, or leave it undated."""
    return Edit(EditKind.SET_DAY, lambda study: _with(study, day=day))


def set_rule(rule: Rule, rates: LevelRates | None = None) -> Edit:
    """Choose the rule; a custom rule needs its three rates, 0 ≤ Faible ≤ Moyen ≤ Fort ≤ 1."""

    def change(study: Study) -> Study:
        custom = rates or study.custom_rates
        if rule is Rule.CUSTOM and custom is None:
            raise EditError(Problem.RULE_NEEDS_RATES)
        if custom is not None and not 0 <= custom.faible <= custom.moyen <= custom.fort <= 1:
            raise EditError(Problem.RATES_NOT_ORDERED)
        return _with(study, rule=rule, custom_rates=custom)

    return Edit(EditKind.SET_RULE, change)


def set_exposure_rule(rule: Rule) -> Edit:
    """Choose what each level counts for when the exposure of skills is computed."""

    def change(study: Study) -> Study:
        if study.level_rates(rule) is None:
            raise EditError(Problem.RULE_NEEDS_RATES)
        return _with(study, exposure_rule=rule)

    return Edit(EditKind.SET_EXPOSURE_RULE, change)


def set_weighting(weighting: Weighting) -> Edit:
    """Choose whether tasks count once each or by their part of working time."""
    return Edit(EditKind.SET_WEIGHTING, lambda study: _with(study, weighting=weighting))


def set_definition(key: str, text: str) -> Edit:
    """Word a definition in the group's own terms; ``key`` is a field of ``Definitions``, no text restores ours."""

    def change(study: Study) -> Study:
        return _with(study, definitions=replace(study.definitions, **{key: clean_text(text)}))

    return Edit(EditKind.SET_DEFINITION, change, merge_key=("definition", key))


def _text_edit(kind: EditKind, field: str, text: str, clean: Callable[[str], str]) -> Edit:
    return Edit(kind, lambda study: _with(study, **{field: clean(text)}), merge_key=(field,))


def _with(study: Study, **fields: Any) -> Study:
    changed = replace(study, **fields)
    return study if changed == study else changed
