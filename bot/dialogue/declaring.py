"""One declaration, from the first sentence to the confirmed summary.

    begin ──► Ask ⇄ (answers fill) ──► Summarise ──► Submit
               │  └► AskInclusive, AskSure: one doubt, settled first
               └► Left (cancelled), Promised (not yet: come back at that time)

Rules: whatever a sentence gives is filled, only what is missing is asked, one
question at a time; nothing counts before the summary is confirmed; corrections are possible at
any moment; a doubt is asked about, never guessed.
"""

from dataclasses import replace

from bot.dialogue.again import with_zeros, zeros
from bot.dialogue.checklists import lines, tick, unanswered
from bot.dialogue.filling import (
    NUMBERS,
    Filled,
    Note,
    from_amount,
    from_option,
    from_reading,
    next_question,
    relevant,
)
from bot.dialogue.outcomes import (
    ALL,
    CONFIRM,
    EACH,
    INCLUSIVE,
    SKIP,
    SURE,
    WHICH,
    Ask,
    AskInclusive,
    AskList,
    AskSure,
    AskWhich,
    Declaring,
    Left,
    Picked,
    Promised,
    Step,
    Submit,
    Summarise,
    Written,
)
from bot.domain.forms import Answer, Checklist, Form, Question, QuestionKind, Slot
from bot.domain.readings import Asked, Doubt, Intent, Reading, Ticks

_NOT_QUESTIONS = (CONFIRM, INCLUSIVE, SURE, WHICH)
#: Slots whose question is answered in sentences about the household; others want just their value.
_SENTENCES = (Slot.SELF_DONE, Slot.FAMILY_TOTAL, Slot.FAMILY_DONE, Slot.REASON)


def begin(form: Form, state: Declaring) -> Step:
    """Open a declaration, or take it up again: the next question, or the summary."""
    return _go_on(form, state, None)


def asked_of(form: Form, state: Declaring) -> Asked:
    """What was asked, as the reader of messages needs to know it."""
    match state.asked:
        case None | "which":
            return Asked()
        case "confirm":
            return Asked(slot=Slot.CONFIRM)
        case "inclusive" | "sure":
            return Asked(slot=Slot.ANSWER, kind=QuestionKind.YES_NO)
    if form.checklist(state.asked) is not None:  # read as `Ticks`; whatever else is said is no answer
        return Asked()
    question = form.question(state.asked)
    slot = question.slot if question.slot in _SENTENCES else Slot.ANSWER
    # "Rồi" is a yes however the buttons of a yes-or-no question are worded.
    options = {option.id for option in question.options}
    plain = question.kind is QuestionKind.YES_NO and options <= {"yes", "no"}
    return Asked(slot=slot, kind=question.kind, options=() if plain else question.options)


def list_asked(form: Form, state: Declaring) -> Checklist | None:
    """The checklist that an answer in numbers would be about: the one asked, or the summary's only one."""
    if state.asked == CONFIRM and len(form.checklists) == 1:
        return form.checklists[0]
    return form.checklist(state.asked)


def zeros_offered(form: Form, state: Declaring) -> bool:
    """Whether "không có ca nào" answers this question and others with it."""
    left = zeros(form, state.answers)
    return len(left) > 1 and state.asked in {question.id for question in left}


def step(form: Form, state: Declaring, said: Reading | Picked | Ticks | Written) -> Step:
    """What follows from a reading, a tap, what was said of the lines of a list, or a filled form."""
    if isinstance(said, Written):
        return _one_tap(form, state, _written(form, state, said))
    if isinstance(said, Picked):
        return _tapped(form, state, said)
    if isinstance(said, Ticks):
        checklist = list_asked(form, state)
        if checklist is None:
            return _go_on(form, state, Note.NOT_UNDERSTOOD)
        return _filled(form, state, tick(form, checklist, state.answers, said))
    if said.intent is Intent.CANCEL:
        return Step(state=replace(state, asked=None), outcome=Left())
    match state.asked:
        case "inclusive" | "sure":
            answer = said.slots.get(Slot.ANSWER)
            if isinstance(answer, bool):
                return _settle(form, state, answer)
        case "confirm":
            confirmed = said.slots.get(Slot.CONFIRM)
            if confirmed is True and not _numbers_given(said):
                return _submit(form, state)
    return _read(form, state, said)


def _read(form: Form, state: Declaring, reading: Reading) -> Step:
    is_question = state.asked not in (None, *_NOT_QUESTIONS) and form.checklist(state.asked) is None
    asked = form.question(str(state.asked)) if is_question else None
    filled = from_reading(form, state.answers, reading, asked, all_done=state.all_done)
    promised = reading.intent is Intent.PROMISE
    if promised and not _numbers_given(reading) and reading.slots.get(Slot.SELF_DONE) is not True:
        # "tối nay em cài": not yet. Nothing is booked; they are asked again at that time.
        return Step(state=replace(state, misses=0), outcome=Promised(at=reading.when))
    if Doubt.INCLUSIVE in reading.doubts and reading.number is not None:
        return _doubt(state, filled, reading, asked)
    if filled.note is Note.WHICH and state.asked is None and state.before:
        # A bare number after everything was sent: what does it update?
        return which(form, replace(state, number=reading.number))
    if state.asked == CONFIRM and not filled.changed and filled.unsure is None:
        if reading.slots.get(Slot.CONFIRM) is True and not reading.ask:  # "đúng rồi, 3 người"
            return _submit(form, state)
        if reading.slots.get(Slot.CONFIRM) is False:
            return which(form, state)
        return Step(state=replace(state, misses=state.misses + 1), outcome=Summarise(note=filled.note))
    return _filled(form, state, filled)


def _filled(form: Form, state: Declaring, filled: Filled) -> Step:
    understood = bool(filled.changed) or filled.unsure is not None
    state = replace(
        state,
        answers=filled.answers,
        all_done=filled.all_done,
        misses=0 if understood else state.misses + 1,
    )
    if filled.unsure is not None:
        question_id, amount = filled.unsure
        return Step(
            state=replace(state, asked=SURE, subject=question_id, number=amount),
            outcome=AskSure(question=form.question(question_id), amount=amount),
        )
    return _go_on(form, state, filled.note)


def _go_on(form: Form, state: Declaring, note: Note | None) -> Step:
    """The next question that is missing, or the summary."""
    if state.all_done and (total := form.question_for(Slot.FAMILY_TOTAL)) and total.id in state.answers:
        done = form.question_for(Slot.FAMILY_DONE)
        if done is not None:
            state = replace(
                state, answers={**state.answers, done.id: state.answers[total.id]}, all_done=False
            )
    question = next_question(form, state.answers, _left_out(form, state))
    if question is None:
        # What no longer applies is not shown, because it will not be sent.
        answers = relevant(form, state.answers)
        state = replace(state, answers=answers, asked=CONFIRM, subject=None, number=None)
        return Step(state=state, outcome=Summarise(note=note))
    checklist = form.checklist_of(question.id)
    if checklist is not None and not state.one_by_one:
        missing = unanswered(form, checklist, state.answers)
        if len(missing) > 1:
            state = replace(state, asked=checklist.id, subject=None, number=None)
            return Step(state=state, outcome=AskList(checklist=checklist, lines=missing, note=note))
    state = replace(state, asked=question.id, subject=None, number=None)
    return Step(state=state, outcome=Ask(question=question, note=note, zeros=zeros_offered(form, state)))


def _tapped(form: Form, state: Declaring, picked: Picked) -> Step:
    """A tap; where one tap is to be enough, the one that leaves nothing to ask is the confirmation."""
    after = _picked(form, state, picked)
    # An old button, of a question that does not apply any more, confirms nothing.
    return _one_tap(form, state, after) if picked.question in after.state.answers else after


def _one_tap(form: Form, state: Declaring, after: Step) -> Step:
    """Declared at once, where one tap is to be enough and nothing is left to ask."""
    if form.one_tap and after.outcome == Summarise() and after.state.answers != state.before:
        return _submit(form, after.state)
    return after


def _written(form: Form, state: Declaring, written: Written) -> Step:
    """Every question was in view at once, so whatever may be left out and was is not asked again."""
    left_out = [q.id for q in form.questions if not q.required and q.id not in written.answers]
    taken = replace(
        state, answers=dict(written.answers), pending={}, all_done=False, misses=0, skipped=left_out
    )
    return _go_on(form, taken, None)


def _picked(form: Form, state: Declaring, picked: Picked) -> Step:
    match picked.question:
        case "confirm":
            return _submit(form, state) if picked.option == "yes" else which(form, state)
        case "inclusive" | "sure":
            if state.asked == picked.question:
                return _settle(form, state, picked.option == "yes")
            return _go_on(form, state, None)
        case "which":
            return _ask_again(form, state, picked.option)
        case "zeros":
            given = with_zeros(form, state.answers)
            return _filled(
                form, state, Filled(answers=given, changed=frozenset(given.keys() - state.answers.keys()))
            )
    if (checklist := form.checklist(picked.question)) is not None:
        return _picked_of_list(form, state, checklist, picked.option)
    question = form.question(picked.question)
    option = next((option for option in question.options if option.id == picked.option), None)
    if option is not None:
        return _filled(
            form, state, from_option(form, state.answers, question, option, all_done=state.all_done)
        )
    if question.kind is QuestionKind.YES_NO and picked.option in ("yes", "no"):
        answers: dict[str, Answer] = {**state.answers, question.id: picked.option == "yes"}
        return _filled(form, state, Filled(answers=answers, changed=frozenset({question.id})))
    if picked.option == SKIP and not question.required:
        return _go_on(form, replace(state, skipped=[*state.skipped, question.id], misses=0), None)
    return _go_on(form, state, Note.NOT_UNDERSTOOD)


def _left_out(form: Form, state: Declaring) -> frozenset[str]:
    """The questions that need no answer and are not asked any more: left out now, or when it was declared."""
    before = (q.id for q in form.questions if state.before and q.id not in state.before)
    return frozenset((*state.skipped, *before))


def _picked_of_list(form: Form, state: Declaring, checklist: Checklist, option: str) -> Step:
    if option == ALL:
        return _filled(form, state, tick(form, checklist, state.answers, Ticks(rest=True)))
    return _go_on(form, replace(state, one_by_one=option == EACH), None)


def _doubt(state: Declaring, filled: Filled, reading: Reading, asked: Question | None) -> Step:
    """A number may count the speaker: it is asked about, and what came with it waits for the answer."""
    number = reading.number or 0
    pending = {
        slot.value: value
        for slot, value in reading.slots.items()
        if slot in NUMBERS and isinstance(value, int) and not isinstance(value, bool)
    }
    # "nha con 4 nguoi" answers how many live there; "nhà 5 người cài 3" how many of them have.
    total = asked is not None and asked.slot is Slot.FAMILY_TOTAL and Slot.FAMILY_TOTAL not in reading.slots
    doubtful = replace(
        state,
        answers=filled.answers,
        asked=INCLUSIVE,
        subject=(Slot.FAMILY_TOTAL if total else Slot.FAMILY_DONE).value,
        number=number,
        pending=pending,
        misses=0,
    )
    return Step(state=doubtful, outcome=AskInclusive(number=number))


def _settle(form: Form, state: Declaring, yes: bool) -> Step:
    """A doubt about a number was answered."""
    number = state.number or 0
    cleared = replace(state, subject=None, number=None, pending={})
    if state.asked == SURE and state.subject is not None:
        question = form.question(state.subject)
        if not yes:
            return Step(state=replace(cleared, asked=question.id), outcome=Ask(question=question))
        return _filled(
            form,
            cleared,
            from_amount(form, state.answers, question, number, all_done=state.all_done),
        )
    about = Slot(state.subject or Slot.FAMILY_DONE)
    slots: dict[Slot, Answer] = {Slot(slot): value for slot, value in state.pending.items()}
    slots[about] = number - 1 if yes else number
    if not yes and slots.get(Slot.FAMILY_TOTAL) == number - 1:
        # "nhà em 4 người cài rồi": it was one number, and it does not count the speaker.
        slots[Slot.FAMILY_TOTAL] = number
    if yes and about is Slot.FAMILY_DONE:  # the speaker is among those who have
        slots[Slot.SELF_DONE] = True
    reading = Reading(slots=slots, intent=Intent.ANSWER)
    return _filled(form, cleared, from_reading(form, state.answers, reading, None, all_done=state.all_done))


def _submit(form: Form, state: Declaring) -> Step:
    """Only what the last summary showed is sent: the form may have been left or changed since."""
    if state.asked != CONFIRM or next_question(form, state.answers, _left_out(form, state)) is not None:
        return _go_on(form, state, None)
    answers = relevant(form, state.answers)
    return Step(state=replace(state, answers=answers, asked=None), outcome=Submit(answers=answers))


def which(form: Form, state: Declaring) -> Step:
    """Ask which answer shall be changed."""
    answered: list[Question | Checklist] = []
    for question in form.questions:
        of_list = form.checklist_of(question.id)
        if question.id in state.answers and (of_list is None or of_list not in answered):
            answered.append(of_list or question)
    return Step(state=replace(state, asked=WHICH), outcome=AskWhich(questions=tuple(answered)))


def _ask_again(form: Form, state: Declaring, question_id: str) -> Step:
    checklist = form.checklist(question_id)
    if checklist is not None:
        state = replace(state, asked=checklist.id, subject=None, number=None, one_by_one=False)
        shown = lines(form, checklist, state.answers)
        return Step(state=state, outcome=AskList(checklist=checklist, lines=shown, again=True))
    question = form.question(question_id)
    if state.number is not None and question.kind is QuestionKind.AMOUNT:
        # The number is there already; only what it is the number of was not known.
        said = Reading(slots={Slot.ANSWER: state.number}, intent=Intent.CORRECTION)
        filled = from_reading(form, state.answers, said, question, all_done=state.all_done)
        return _filled(form, replace(state, number=None), filled)
    answers = {key: value for key, value in state.answers.items() if key != question_id}
    state = replace(state, answers=answers, asked=question_id, subject=None, number=None, all_done=False)
    return Step(state=state, outcome=Ask(question=question))


def _numbers_given(reading: Reading) -> bool:
    return any(
        slot in reading.slots
        for slot in (Slot.FAMILY_TOTAL, Slot.FAMILY_DONE, Slot.FAMILY_EXEMPT, Slot.FAMILY_ALL)
    )
