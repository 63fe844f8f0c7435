"""The decisions published for the medical secretary, whatever a copy of the demonstration became since."""

from dataclasses import replace

from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rating import Judgement, Rating
from impactapp.domain.text import title_key

# The words of the slide, in the language it was published in; each with the low and the high hypothesis.
PUBLISHED = (
    ("Accueil physique et téléphonique des patients, des familles", Level.MOYEN, Level.FORT),
    ("Conception et rédaction de documents relatifs à son domaine d'activité", Level.FORT, Level.FORT),
    (
        "Gestion et coordination médico-administrative (gestion des agendas, organisation de réunions, visites, "
        "conférences et événements...)",
        Level.FORT,
        Level.FORT,
    ),
    (
        "Gestion, traitement et coordination des programmations liées à la prise en charge médicale (consultation, "
        "hospitalisation, chirurgie, examens...)",
        Level.MOYEN,
        Level.MOYEN,
    ),
    ("Identification et recensement des besoins et attentes des patients et des familles", Level.FAIBLE, Level.FAIBLE),
    ("Prise de notes, frappe et mise en forme des documents", Level.FORT, Level.FORT),
    ("Saisie des données liées à l'activité médicale (codage)", Level.FORT, Level.FORT),
    ("Tenue à jour du dossier patient", Level.MOYEN, Level.FORT),
    (
        "Traitement des courriers, dossiers, documents dans son domaine (enregistrement, tri, traitement, diffusion, "
        "archivage)",
        Level.MOYEN,
        Level.MOYEN,
    ),
    (
        "Vérification des informations administratives concernant le patient dans le cadre de l'identitovigilance",
        Level.FAIBLE,
        Level.FAIBLE,
    ),
)


def as_published(profession: Profession) -> Profession:
    """A profession with the published decisions alone; activities that were not published under their title go."""
    known = {_key(title): (low, high) for title, low, high in PUBLISHED}
    tasks = [task for task in profession.tasks if _key(task.title) in known]
    return replace(profession, tasks=tuple(_decided(task, *known[_key(task.title)]) for task in tasks))


def _decided(task: Task, low: Level, high: Level) -> Task:
    bare = Task(task.id, task.title, task.share)
    for hypothesis, level in ((Hypothesis.LOW, low), (Hypothesis.HIGH, high)):
        bare = bare.with_rating(hypothesis, Rating().set(Aspect.SUBSTITUTION, Judgement(level)))
    return bare


def _key(title: str) -> str:
    """Apostrophes are typed in two ways."""
    return title_key(title).replace("\u2019", "'")
