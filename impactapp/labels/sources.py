"""Words for what official sources count."""

from impactapp.i18n import _


def sae_source() -> str:
    """The source to print beside its figures."""
    return _("DREES, annual statistics of establishments (SAE)")


def sae_group(code: str) -> str:
    """A group of the SAE's staff."""
    words = {
        "INFSANSSPE": _("Nurses without a specialty"),
        "INFAVECSPE": _("Nurses with a specialty"),
        "AID": _("Care assistants"),
        "ASH": _("Hospital service staff (ASH) and others"),
        "SAG": _("Midwives"),
        "CAD": _("Managers of care staff"),
        "PSYCHO": _("Psychologists"),
        "REEDU": _("Rehabilitation staff"),
        "DIR": _("Directors"),
        "DIRSOI": _("Directors of care"),
        "AUTADM": _("Other administrative staff"),
        "EDU": _("Educational and social staff"),
        "PERSPHARMA": _("Pharmacy staff"),
        "PERSLABO": _("Laboratory staff"),
        "PERSRADIO": _("Radiology staff"),
        "AUTMEDTEC": _("Other medico-technical staff"),
        "TEC": _("Technical staff"),
        "SPEMED": _("Doctors, medical specialties (salaried)"),
        "SPECHI": _("Doctors, surgical specialties (salaried)"),
        "PSY": _("Psychiatrists (salaried)"),
        "ODON": _("Dentists (salaried)"),
        "PHARMA": _("Pharmacists (salaried)"),
        "AUT": _("Other doctors (salaried)"),
        "INT": _("Interns"),
    }
    return words.get(code, code)
