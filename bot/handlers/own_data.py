"""A person's own data: everything that is kept, in pages short enough for a phone, and as a file."""

from bot.domain.messages import Reply
from bot.domain.people import Person
from bot.handlers.turn import Turn
from bot.language.wishes import Wish, wish_of
from bot.reports import own_data
from bot.storage import people
from bot.storage.erasing import OWN_DATA

#: Lines of one page: what a phone shows without much scrolling.
LINES = 12


def show(turn: Turn, page: int = 0) -> Reply:
    """Everything that is kept about the person who asks, and about their children under 16."""
    pages = _pages(own_data.paragraphs(turn.conn, turn.texts, turn.address, turn.person_id))
    page = min(page, len(pages) - 1)
    lines = list(pages[page])
    choices = []
    if page + 1 < len(pages):
        choices.append(turn.choice("button-data-next", f"data:{page + 1}"))
    else:
        lines.append(turn.t("own-data-rights"))
    choices += [
        turn.choice("button-data-file", "data-file"),
        turn.choice("button-declare", "tasks"),
        turn.choice("button-data-wrong", "wrong"),
        turn.choice("button-unconsent", "unconsent"),
        turn.choice("button-erase", "erase"),
    ]
    choices += [
        turn.choice("button-erase-child", f"erase:{child.id}", name=child.full_name)
        for child in own_data.children(turn.conn, turn.person_id)
    ]
    return Reply(text="\n".join(lines), choices=tuple(choices))


def _pages(paragraphs: list[list[str]]) -> list[list[str]]:
    """Paragraphs stay whole, as long as they are no longer than a page."""
    pages: list[list[str]] = [[]]
    for lines in paragraphs:
        if pages[-1] and len(pages[-1]) + len(lines) > LINES:
            pages.append([])
        pages[-1] += lines
    return pages


def file(turn: Turn) -> Reply:
    """The same as a text file."""
    name = f"du-lieu-cua-toi-{turn.today:%Y%m%d}.txt"
    made = turn.paper(OWN_DATA, name, person=turn.person_id, at=turn.now.isoformat())
    return Reply(text=turn.t("own-data-as-file"), attachment=made)


def subject(turn: Turn, person_id: int) -> Person | None:
    """Whose data somebody may decide about: their own, or that of a child under 16; None for others'."""
    if person_id in (0, turn.person_id):
        return people.person(turn.conn, turn.person_id)
    found = own_data.children(turn.conn, turn.person_id)
    return next((child for child in found if child.id == person_id), None)


#: What a wish in free text means, as an action.
WISHES = {
    Wish.ERASE: "erase",
    Wish.WITHDRAW: "unconsent",
    Wish.CORRECT: "wrong",
    Wish.OFFLINE: "offline",
}


def wished(text: str) -> str | None:
    """The action that a message asks for in its own words; None for every other message."""
    wish = wish_of(text)
    return None if wish is None else WISHES[wish]
