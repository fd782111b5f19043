"""What is offered instead of the questions: the next step, and the same as last time."""

from bot.dialogue import repeatable, steps_ahead
from bot.domain.forms import Answers, Form
from bot.domain.messages import Choice, Reply
from bot.domain.standings import Task
from bot.handlers.turn import Turn
from bot.handlers.wording import summary_lines
from bot.storage import past
from bot.storage.past import Earlier


def next_step(turn: Turn, task: Task, form: Form, declared: Answers) -> Reply | None:
    """The step declared and those that come after it, each one tap away; None where there is none."""
    ahead = steps_ahead(form, declared)
    if not ahead or form.steps is None:
        return None
    question = form.question(form.steps)
    done = next(option.label for option in question.options if option.id == declared[form.steps])
    lines = [turn.t("step-now", label=question.label, step=done), turn.t("step-next")]
    return Reply(
        text="\n".join(lines),
        choices=(
            *(Choice(label=one.label, action=f"step:{task.standing.id}:{one.id}") for one in ahead),
            turn.choice("button-edit", f"update:{task.standing.id}"),
        ),
    )


def earlier(turn: Turn, task: Task, form: Form) -> Earlier | None:
    """The last declaration of the same respondent that can be repeated; None where it cannot."""
    if not form.repeatable:
        return None
    found = past.latest(turn.conn, task.standing.id)
    return found if found is not None and repeatable(form, found.answers) else None


def the_same(turn: Turn, task: Task, form: Form) -> Reply | None:
    """What was declared last time, and one tap that declares it for this round too."""
    found = earlier(turn, task, form)
    if found is None:
        return None
    lines = [turn.t("repeat-head", moment=found.submitted_at), *summary_lines(turn, form, found.answers)]
    standing_id = task.standing.id
    return Reply(
        text="\n".join([*lines, turn.t("repeat-ask")]),
        choices=(
            turn.choice("button-unchanged", f"repeat:{standing_id}:{found.submission_id}"),
            turn.choice("button-changed", f"fresh:{standing_id}"),
        ),
    )
