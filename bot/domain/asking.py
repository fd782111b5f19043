"""Which form a round is answered by: the obligation's own, or the one question an officer asked.

Công văn 614 has schools declare "đột xuất" whenever a competent authority asks: what is asked then is
in the request, not in the campaign file.
"""

from bot.domain.campaigns import Campaign
from bot.domain.expressions import parse
from bot.domain.forms import Form, Measure, Question, QuestionKind

#: Id of the one question, of its form and of the measure that adds its answers up.
ASKED = "asked"
#: What can be asked for in one line.
KINDS = (QuestionKind.AMOUNT, QuestionKind.YES_NO, QuestionKind.TEXT)


def form_of(campaign: Campaign, obligation: str, question: QuestionKind | None, label: str) -> Form:
    """The form of a round. `label` is what was asked for, where `question` says how it is answered."""
    if question is None:
        return campaign.forms[campaign.obligation(obligation).form]
    return _asked_for(label, question)


def _asked_for(label: str, kind: QuestionKind) -> Form:
    """One question in the words of whoever asked; any answer, an explicit zero too, completes it."""
    wording = label.replace("{", "(").replace("}", ")")  # people's words hold no placeholders
    named = label.rstrip(" ?.") or label  # "Trường đã khử khuẩn chưa?" names an answer without its mark
    counted = kind in (QuestionKind.AMOUNT, QuestionKind.YES_NO)
    return Form(
        id=ASKED,
        questions=(
            Question(
                id=ASKED,
                kind=kind,
                ask={"default": wording if wording.endswith(("?", ".")) else f"{wording}?"},
                label=named,
                maximum=1_000_000,
            ),
        ),
        complete_if=parse(f"known({ASKED})"),
        measures=(Measure(id=ASKED, label=named, of=(ASKED,)),) if counted else (),
    )
