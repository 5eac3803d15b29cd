"""The vocabulary of how work ends. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Reason(TextChoices):
    """Why a case is closed."""

    GOAL = "goal", _("The goal is reached")
    MOVED = "moved", _("The person moved away")
    LEFT = "left", _("The person wants no more help")
    LOST = "lost", _("Contact is lost")
    REFERRED = "referred", _("Another organisation goes on")
    DIED = "died", _("The person died")
    MISTAKE = "mistake", _("The case was opened by mistake")


# Nobody is asked afterwards how they fare.
WITHOUT_FOLLOW_UP = frozenset({Reason.DIED, Reason.MISTAKE})


class Ground(TextChoices):
    """Why a case is closed although something is still open."""

    OTHERS = "others", _("Others go on with it")
    WISH = "wish", _("The person wishes it so")
    NO_WAY = "no_way", _("There is no way to do it")
    DONE = "done", _("It was settled outside the platform")


class LastRisk(TextChoices):
    """What the last look at the risks showed."""

    SAFE = "safe", _("No danger is seen now")
    KNOWN = "known", _("Dangers remain; the person knows them and whom to call")
    NOT_POSSIBLE = "not_possible", _("It could not be talked over with the person")


class Outcome(TextChoices):
    """How the person fares some months after closing."""

    SAFE = "safe", pgettext_lazy("follow-up", "Safe and well")
    NEEDS_HELP = "needs_help", pgettext_lazy("follow-up", "Needs help again")
    NOT_REACHED = "not_reached", pgettext_lazy("follow-up", "Could not be reached")
    REFUSED = "refused", pgettext_lazy("follow-up", "Does not want to be asked")


class Hold(TextChoices):
    """Why something is kept although its time is over."""

    COURT = "court", _("A court case or an investigation goes on")
    FOLLOW_UP = "follow_up", _("We still ask how the person fares")
    REQUEST = "request", _("A request of the person is open")
    CLAIM = "claim", _("The person claims compensation")


class Asked(TextChoices):
    """What a person asks about their own data."""

    COPY = "copy", _("A copy of what is kept about me")
    CORRECTION = "correction", _("Something is wrong: write it right")
    ERASURE = "erasure", _("Erase it")
    RESTRICTION = "restriction", _("Keep it, but do nothing more with it")


class Way(TextChoices):
    """How a request came."""

    IN_PERSON = "in_person", pgettext_lazy("request", "In person")
    PHONE = "phone", pgettext_lazy("request", "By phone")
    LETTER = "letter", pgettext_lazy("request", "By letter")
    PAGE = "page", pgettext_lazy("request", "On the person's own page")
    GUARDIAN = "guardian", pgettext_lazy("request", "Through the guardian")


class Answer(TextChoices):
    """How a request is answered."""

    GRANTED = "granted", pgettext_lazy("answer to a request", "We do it")
    REFUSED = "refused", pgettext_lazy("answer to a request", "We may not do it")


class Refusal(TextChoices):
    """On what ground a request is refused. The law that it rests on must be named to the person."""

    DUTY = "duty", _("The law obliges us to keep it")
    COURT = "court", _("It is evidence in a court case or an investigation")
    OTHERS = "others", _("It would put somebody else in danger")
    UNSURE = "unsure", _("We could not make sure that it is the person who asks")
    ABSENT = "absent", _("We keep nothing of that kind")
