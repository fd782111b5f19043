"""The directive itself in a chat: what it says, who owes what by when, and what it rests on.

Clauses that ask for nothing countable (công văn 1510, clause 1: the duty of the head) are shown here,
word for word, and nowhere else.
"""

from collections.abc import Mapping
from datetime import date

from bot.domain.address import Address
from bot.domain.campaigns import Audience, Cadence, Directive, Note, Obligation
from bot.domain.messages import Choice, Reply
from bot.domain.people import Role
from bot.handlers.campaigns import find, visible
from bot.handlers.deadline_words import in_full
from bot.handlers.turn import Turn
from bot.storage.campaigns import CampaignState, Running
from bot.texts import Texts

#: Questions with a ready answer that are named; the phrase that people use most stands first.
TOPICS = 6

AUDIENCE_KEYS: Mapping[str, str] = {
    Role.STAFF: "directive-staff",
    Role.PUPIL: "directive-pupils",
    Role.PARENT: "directive-parents",
    Role.PRINCIPAL: "directive-heads",
    Role.HOMEROOM: "directive-homeroom",
    "school": "directive-schools",
    "district": "directive-districts",
    "department": "directive-departments",
    "commune": "directive-communes",
    "class": "directive-classes",
}


def show(turn: Turn, campaign_id: int | None = None) -> Reply:
    """The directive of a campaign; which one, where there are several."""
    if campaign_id is not None:
        running = find(turn, campaign_id)
        return Reply(text=turn.t("err-not-allowed")) if running is None else _of(turn, running)
    found = [running for running in visible(turn) if running.state is not CampaignState.CLOSED]
    if len(found) == 1:
        return _of(turn, found[0])
    if not found:
        return Reply(text=turn.t("directive-none"))
    return Reply(
        text=turn.t("directive-which"),
        choices=tuple(
            Choice(label=running.campaign.directive.number, action=f"directive:{running.id}")
            for running in found
        ),
    )


def _of(turn: Turn, running: Running) -> Reply:
    campaign = running.campaign
    letter = campaign.directive
    lines = [
        turn.t(
            "directive-head",
            directive=letter.number,
            issued=letter.issued_on,
            issuer=letter.issuer,
            subject=letter.subject,
        )
    ]
    clauses = [(note.clause, _note(turn, note)) for note in campaign.notes]
    clauses += [
        (one.clause, obligation_line(turn.texts, turn.address, one, turn.today))
        for one in campaign.obligations
    ]
    lines += [text for _, text in sorted(clauses, key=lambda clause: clause[0])]
    if campaign.basis:
        lines.append(
            turn.t("directive-basis", documents="; ".join(_named(turn, one) for one in campaign.basis))
        )
    if campaign.guide:
        lines.append(turn.t("directive-guide", link=campaign.guide))
    if campaign.faq:
        asked = "; ".join(f'"{faq.phrases[0]}"' for faq in campaign.faq[:TOPICS])
        lines.append(turn.t("directive-topics", questions=asked))
    return Reply(text="\n".join(lines), choices=(turn.choice("button-declare", "tasks"),))


def _note(turn: Turn, note: Note) -> str:
    """A clause of the directive; "1467/BGDĐT-GDTC" is another document that the note is about."""
    key = "directive-other-note" if "/" in note.clause else "directive-note"
    return turn.t(key, clause=note.clause, text=note.text)


def _named(turn: Turn, letter: Directive) -> str:
    return turn.t("directive-document", number=letter.number, issued=letter.issued_on, issuer=letter.issuer)


def obligation_line(texts: Texts, address: Address, obligation: Obligation, today: date) -> str:
    """One obligation: its clause, who owes what, by when, and how much of it is wanted."""
    parts = [
        texts(
            "directive-obligation",
            address,
            clause=obligation.clause,
            audience=_audience(texts, address, obligation.audience),
            title=obligation.title,
        ),
        _due(texts, address, obligation, today),
    ]
    if obligation.target is not None:
        parts.append(texts("directive-target", address, percent=obligation.target))
    return " ".join(parts)


def _audience(texts: Texts, address: Address, audience: Audience) -> str:
    named = [
        texts(AUDIENCE_KEYS.get(one, "directive-units"), address)
        for one in (*audience.roles, *audience.units)
    ]
    text = texts.formats.listing(list(dict.fromkeys(named)))
    return texts("directive-with-smartphone", address, audience=text) if audience.smartphone_only else text


def _due(texts: Texts, address: Address, obligation: Obligation, today: date) -> str:
    if obligation.due is not None:
        due = in_full(texts, obligation.due)
        return texts("directive-due", address, due=due)
    coming = [one for one in obligation.cadences if one.until is None or one.until >= today]
    rhythm = [_rhythm(texts, address, cadence) for cadence in coming or obligation.cadences]
    if not rhythm:
        return texts("directive-ad-hoc-only" if obligation.ad_hoc else "directive-no-due", address)
    said = texts("directive-rhythm", address, rhythm="; ".join(dict.fromkeys(rhythm)))
    return f"{said} {texts('directive-and-ad-hoc', address)}" if obligation.ad_hoc else said


def _rhythm(texts: Texts, address: Address, cadence: Cadence) -> str:
    spans = {"opens": f"{cadence.opens:%Hh%M}", "closes": f"{cadence.closes:%Hh%M}"}
    if len(cadence.weekdays) == 7:
        return texts("directive-daily", address, **spans)
    days = texts.formats.listing([texts.formats.weekdays[day] for day in cadence.weekdays])
    return texts("directive-weekly", address, days=days, **spans)
