"""Another text for an announcement that was sent, and taking it back."""

from bot.domain.announcing import LONGEST, SHORTEST
from bot.domain.messages import Reply
from bot.handlers import announced, broadcasts
from bot.handlers.turn import CORRECT, Turn
from bot.storage import announcements
from bot.storage.announcements import State


def ask(turn: Turn, announcement_id: int) -> Reply:
    """What is the text to be?"""
    found = broadcasts.seen_by(turn, announcement_id)
    if found is None or found.state is State.WITHDRAWN:
        return broadcasts.show(turn, announcement_id)
    turn.session.begin(CORRECT, of=announcement_id)
    return Reply(
        text=turn.t("correct-ask", text=found.text),
        choices=(turn.choice("button-news-keep", "cancel"),),
    )


def handle(turn: Turn, text: str) -> Reply:
    """Free text while a correction is asked for: a look at it, before it is sent."""
    announcement_id = int(turn.session.data["of"])
    found = broadcasts.seen_by(turn, announcement_id)
    if found is None:
        turn.session.end()
        return Reply(text=turn.t("err-not-allowed"))
    if not SHORTEST <= len(text) <= LONGEST:
        key = "announce-too-short" if len(text) < SHORTEST else "announce-too-long"
        return Reply(text=turn.t(key, count=len(text), shortest=SHORTEST, longest=LONGEST))
    turn.session.begin(CORRECT, of=announcement_id, text=text)
    lines = [turn.t("correct-preview"), "", announced.shown(turn.texts, text, found.signed)]
    return Reply(
        text="\n".join(lines),
        choices=(
            turn.choice("button-correct-send", f"news-corrected:{announcement_id}"),
            turn.choice("button-news-keep", "cancel"),
        ),
    )


def leave(turn: Turn) -> Reply:
    """The text stays as it is."""
    announcement_id = int(turn.session.data["of"])
    turn.session.end()
    return broadcasts.show(turn, announcement_id)


def send(turn: Turn, announcement_id: int) -> Reply:
    """The yes under the look at a correction."""
    data = turn.session.data if turn.session.topic == CORRECT else {}
    found = broadcasts.seen_by(turn, announcement_id)
    if data.get("of") == announcement_id and "text" in data and found is not None:
        turn.session.end()
        if found.state is not State.WITHDRAWN:
            announcements.correct(turn.conn, announcement_id, data["text"], turn.now, turn.person_id)
            return Reply(
                text=turn.t("corrected"), choices=(turn.choice("button-progress", f"news:{announcement_id}"),)
            )
    return broadcasts.show(turn, announcement_id)


def withdraw(turn: Turn, announcement_id: int, *, sure: bool) -> Reply:
    """Nobody else gets it, and whoever has it has it taken back, where the channel can."""
    found = broadcasts.seen_by(turn, announcement_id)
    if found is None or found.state is State.WITHDRAWN:
        return broadcasts.show(turn, announcement_id)
    if not sure:
        return Reply(
            text=turn.t("news-withdraw-sure", text=broadcasts.cut(found.text, broadcasts.TITLE)),
            choices=(
                turn.choice("button-news-withdraw", f"news-withdraw:{announcement_id}:yes"),
                turn.choice("button-news-keep", f"news:{announcement_id}"),
            ),
        )
    announcements.withdraw(turn.conn, announcement_id, turn.now, turn.person_id)
    return Reply(
        text=turn.t("news-withdrawing"), choices=(turn.choice("button-progress", f"news:{announcement_id}"),)
    )
