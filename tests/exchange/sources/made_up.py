"""Small files written as the DREES publishes them: an establishment on an island, and one in the south."""

from pathlib import Path

from impactapp.exchange.sources import sae

COLUMNS = ("fi", "fi_ej", "an", *(name for pair in sae._COLUMNS.values() for name in pair))


def staff_file(folder: Path, *lines: dict[str, str], name: str = "SYGEN_2024r.csv") -> Path:
    """The file of staff, with the year where a line does not say it."""
    rows = [";".join(f'"{column.upper()}"' for column in COLUMNS)]
    rows += [";".join({"an": "2024", **line}.get(column, "") for column in COLUMNS) for line in lines]
    path = folder / name
    path.write_bytes(("\r\n".join(rows) + "\r\n").encode("cp1252"))
    return path


def name_file(folder: Path) -> Path:
    """The file of names, whose header is in small letters."""
    lines = [
        "bor;an;fi;rs;fi_ej;NOMCOM",
        "ID;2024;2A0000014;CH DE L\x92\xceLE;2A0000089;AJACCIO",
        "ID;2024;010000024;C\x8cUR DU SUD;2A0000089;BOURG EN BRESSE",
    ]
    path = folder / "ID_2024r.csv"
    path.write_bytes("\r\n".join(lines).encode("latin-1"))
    return path
