"""The colours of window, figures and Excel; every ink on its ground has a contrast of at least 4.5:1."""

from dataclasses import dataclass

from impactapp.domain.level import Level


@dataclass(frozen=True, slots=True)
class Swatch:
    """A ground and the ink that is legible on it."""

    ground: str
    ink: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one scheme. ``substitution`` and ``exposure`` run from Faible to Fort."""

    background: str
    surface: str
    text: str
    muted: str
    line: str
    faint_line: str
    accent: str
    accent_ink: str
    selection: str
    substitution: tuple[Swatch, Swatch, Swatch]
    exposure: tuple[Swatch, Swatch, Swatch]

    def level(self, level: Level) -> Swatch:
        """The swatch of a substitution level."""
        return self.substitution[level - 1]


LIGHT = Palette(
    background="#FFFFFF",
    surface="#F5F6F8",
    text="#1B1F24",
    muted="#57606A",
    line="#7F8892",
    faint_line="#D8DCE1",
    accent="#0B5CAD",
    accent_ink="#FFFFFF",
    selection="#DCEBF7",
    substitution=(Swatch("#DCEBF7", "#12324F"), Swatch("#79B0DC", "#0A1B2B"), Swatch("#12507F", "#FFFFFF")),
    exposure=(Swatch("#FBEBD6", "#4A2A06"), Swatch("#EDAE67", "#2A1600"), Swatch("#8A4200", "#FFFFFF")),
)
DARK = Palette(
    background="#16191D",
    surface="#20252B",
    text="#E9EDF1",
    muted="#A9B3BD",
    line="#6E7781",
    faint_line="#363D45",
    accent="#7CB7F0",
    accent_ink="#0A1B2B",
    selection="#24445F",
    substitution=(Swatch("#24445F", "#E9EDF1"), Swatch("#4C97D0", "#07131E"), Swatch("#CBE6FB", "#0A2439")),
    exposure=(Swatch("#4A3013", "#F6E9DA"), Swatch("#C77F2C", "#1C0F00"), Swatch("#FFDDB0", "#3A1F00")),
)
HIGH_CONTRAST = Palette(
    background="#000000",
    surface="#000000",
    text="#FFFFFF",
    # what is disabled is told from what is not, at 11:1
    muted="#BDBDBD",
    line="#FFFFFF",
    faint_line="#FFFFFF",
    accent="#FFE94D",
    accent_ink="#000000",
    selection="#00396B",
    substitution=DARK.substitution,
    exposure=DARK.exposure,
)


def blended(ground: str, over: str, part: float) -> str:
    """The colour of ``over`` laid on ``ground``, ``part`` 0..1 of it."""
    pairs = zip(bytes.fromhex(ground[1:]), bytes.fromhex(over[1:]), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * part):02X}" for one, other in pairs)
