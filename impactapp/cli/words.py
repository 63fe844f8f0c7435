"""The words of argparse, which speaks the system's language only, through the catalogue of the application."""

import argparse

from impactapp.i18n import _, ngettext


def teach_argparse() -> None:
    """Make argparse ask for its words here; it looks them up in its own module each time it speaks."""
    vars(argparse).update({"_": argparse_word, "ngettext": argparse_words})


def argparse_word(message: str) -> str:
    """A message of argparse in the chosen language."""
    return known_words().get(message, message)


def argparse_words(singular: str, plural: str, count: int) -> str:
    """A counting message of argparse in the chosen language."""
    if singular == "expected %s argument":
        return ngettext("expected %s argument", "expected %s arguments", count)
    return argparse_word(singular if count == 1 else plural)


def known_words() -> dict[str, str]:
    """Every message a user of the command line can meet."""
    return {
        "usage: ": _("usage: "),
        "positional arguments": _("positional arguments"),
        "options": _("options"),
        "show this help message and exit": _("show this help message and exit"),
        "%(prog)s: error: %(message)s\n": _("%(prog)s: error: %(message)s\n"),
        "argument %(argument_name)s: %(message)s": _("argument %(argument_name)s: %(message)s"),
        "unrecognized arguments: %s": _("unrecognized arguments: %s"),
        "ambiguous option: %(option)s could match %(matches)s": _(
            "ambiguous option: %(option)s could match %(matches)s"
        ),
        "invalid choice: %(value)r (choose from %(choices)s)": _("invalid choice: %(value)r (choose from %(choices)s)"),
        "expected one argument": _("expected one argument"),
        "expected at most one argument": _("expected at most one argument"),
        "expected at least one argument": _("expected at least one argument"),
        "the following arguments are required: %s": _("the following arguments are required: %s"),
        "one of the arguments %s is required": _("one of the arguments %s is required"),
        "not allowed with argument %s": _("not allowed with argument %s"),
        "ignored explicit argument %r": _("ignored explicit argument %r"),
        "invalid %(type)s value: %(value)r": _("invalid %(type)s value: %(value)r"),
    }
