"""A small catalogue file for the tests of the catalogue."""

from pathlib import Path

SMALL = """\
format = 1
code = "essai"
title = "Infirmière"
family = "Soins"
category = "care"
rome = ["J1506"]
isco08 = ["2221", "3221"]
source = "Essai"

[[tasks]]
title = "Accueil"

[[tasks]]
title = "Courriers"

[published]
title = "Démonstration"

[[published.ratings]]
task = "Courriers"
low = "faible"
high = "moyen"
roi = "Des mots"
"""

SKILLED = (
    SMALL.replace('source = "Essai"\n', 'source = "Essai"\nvalidated = ["Courriers"]\n')
    + """
[[skills]]
title = "Rédaction"
description = "Écrire"
kind = "cognitive"
criticality = 3
retention = "mixed"
source = "De nous"
links = [
  {task = "Courriers", intensity = 3, stage = "practice", formative = true},
  {task = "Accueil", intensity = 1},
]
[[skills]]
title = "Écoute"
description = "Entendre"
kind = "relational"
criticality = 1
retention = "speed"
source = "De nous"
links = [{task = "Accueil", intensity = 2}]
"""
)

SECOND = """\
format = 2
code = "essai"
title = "Infirmier"
feminine = "Infirmière"
synonyms = ["IDE", "Infirmier diplômé d’État"]
family = "Soins"
category = "care"
rome = ["J1506"]
isco08 = ["2221", "3221"]
isco08_sources = {2221 = "ESCO", 3221 = "France Travail"}
source = "Essai"

[[tasks]]
title = "Accueil"

[[tasks]]
title = "Courriers"
validated = true

[[skills]]
title = "Rédaction"
kind = "cognitive"
criticality = 3
retention = "mixed"
links = [{task = "Courriers", intensity = 3}]

[[skills]]
title = "Écoute"
description = "Entendre"
kind = "relational"
criticality = 1
retention = "speed"
source = "De nous"
links = [{task = "Accueil", intensity = 2}]
"""


def shipped_as(folder: Path, text: str, name: str = "essai") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path
