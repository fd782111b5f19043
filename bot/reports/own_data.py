"""Everything that is kept about a person, in words: shown in pages, and given as a file.

Own data, and that of own children under 16 (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: a child's rights
are exercised by whoever represents it).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.domain.address import Address, address_of
from bot.domain.asking import form_of
from bot.domain.channels import platform_of
from bot.domain.consent import Agreement
from bot.domain.deadlines import last_valid_day
from bot.domain.people import AgeBand, MembershipState, Person
from bot.domain.standings import State, Stopped
from bot.storage import (
    Connection,
    campaigns,
    consents,
    contacts,
    memberships,
    own_data,
    people,
    personal_links,
    requests,
    retention,
    units,
)
from bot.storage.campaigns import Running
from bot.storage.own_data import Declared
from bot.texts import Texts
from bot.texts.answers import ROLE_KEYS, answer_text
from bot.texts.unit_names import spoken

#: Those for whom a guardian acts.
UNDER_16 = (AgeBand.UNDER_7, AgeBand.FROM_7_TO_15)
CHANNEL_KEYS = {"telegram": "channel-telegram", "zalo": "channel-zalo", "web": "channel-web"}
STATE_KEYS = {
    State.MISSING.value: "state-missing",
    State.PARTIAL.value: "state-partial",
    State.COMPLETE.value: "state-complete",
    "direct": "owing-direct",
}
WHOSE_KEYS = {
    Agreement.OWN.value: "agreement-own",
    Agreement.GUARDIAN.value: "agreement-guardian",
    Agreement.TOLD.value: "agreement-own",
}


def children(conn: Connection, person_id: int) -> list[Person]:
    """The children under 16 that somebody acts for."""
    held = {member.person_id for member, _ in people.children_of(conn, person_id)}
    found = [people.person(conn, child_id) for child_id in sorted(held)]
    return [child for child in found if child.age_band in UNDER_16]


def paragraphs(conn: Connection, texts: Texts, address: Address, person_id: int) -> list[list[str]]:
    """What is kept, in paragraphs of lines: who they are, what they agreed to, what they declared."""
    view = _View(conn=conn, texts=texts, address=address)
    found = [view.identity(person_id), view.agreements(person_id), *view.declarations(person_id)]
    for child in children(conn, person_id):
        found += [view.child(child), view.agreements(child.id), *view.declarations(child.id)]
    return [lines for lines in found if lines]


def kept_until(texts: Texts, running: Running) -> str:
    """The day after which a campaign's declarations go; "unknown" while its end is open."""
    ended = retention.ended_at(running)
    if ended is None:
        return "unknown"
    return texts.formats.short_day(last_valid_day(ended + timedelta(days=running.campaign.retention_days)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    conn: Connection
    texts: Texts
    address: Address

    def _t(self, key: str, /, **facts: Any) -> str:
        return self.texts(key, self.address, **facts)

    def identity(self, person_id: int) -> list[str]:
        lines = [self._t("own-data-head", name=people.person(self.conn, person_id).full_name)]
        lines += self._posts(person_id)
        for contact in contacts.contacts_of(self.conn, person_id):
            channel = self._t(CHANNEL_KEYS.get(platform_of(contact.channel), "channel-web"))
            lines.append(self._t("own-data-chat", channel=channel))
        for link in personal_links.kept(self.conn, person_id):
            day = self.texts.formats.day(last_valid_day(link.expires_at))
            lines.append(self._t("own-data-link", day=day))
        for _, name in people.children_of(self.conn, person_id):
            lines.append(self._t("own-data-child", name=name))
        lines.append(self._reminders(person_id))
        for asked in requests.open_of(self.conn, person_id):
            lines.append(self._t("own-data-request", text=asked.text, day=last_valid_day(asked.due_at)))
        return lines

    def child(self, child: Person) -> list[str]:
        return [self._t("own-data-child-head", name=child.full_name), *self._posts(child.id)]

    def _posts(self, person_id: int) -> list[str]:
        return [
            self._t(
                "own-data-role",
                role=self._t(ROLE_KEYS[member.role]),
                unit=spoken(self.texts, units.get(self.conn, member.unit_id)),
                more=", ".join(part for part in (member.position, member.group, member.code) if part)
                or "none",
            )
            for member in memberships.memberships_of(self.conn, person_id)
            if member.state is not MembershipState.REJECTED
        ]

    def _reminders(self, person_id: int) -> str:
        at = own_data.next_follow_up(self.conn, person_id)
        if at is not None:
            return self._t("own-data-reminded-at", moment=at)
        stopped = {one.standing.stopped for one in own_data.declared(self.conn, person_id)}
        off = stopped & {Stopped.ASKED, Stopped.COMPLAINT}
        return self._t("own-data-reminders-off" if off else "own-data-reminders-on")

    def agreements(self, person_id: int) -> list[str]:
        latest = {(one.campaign_id, one.agreement): one for one in consents.history(self.conn, person_id)}
        lines = []
        for (campaign_id, agreement), one in latest.items():
            running = campaigns.get(self.conn, campaign_id)
            number, until = running.campaign.directive.number, kept_until(self.texts, running)
            whose = self._t(WHOSE_KEYS[agreement.value])
            if agreement is Agreement.TOLD:
                lines.append(self._t("own-data-told", directive=number, moment=one.at, until=until))
            elif one.agreed:
                lines.append(
                    self._t("own-data-agreed", whose=whose, directive=number, moment=one.at, until=until)
                )
            else:
                lines.append(self._t("own-data-declined", whose=whose, directive=number, moment=one.at))
        return lines

    def declarations(self, person_id: int) -> list[list[str]]:
        found = own_data.declared(self.conn, person_id)
        return [self._declaration(one) for one in found if one.standing.stopped is not Stopped.LEFT or one.at]

    def _declaration(self, one: Declared) -> list[str]:
        obligation = one.running.campaign.obligation(one.round.obligation)
        direct = one.standing.stopped in (Stopped.DECLINED, Stopped.OFFLINE)
        state = "direct" if direct and one.answers is None else one.standing.state.value
        title = one.round.label or obligation.title
        if one.round.slot is not None:
            title = f"{title} ({self.texts.formats.short_day(one.round.slot)})"
        lines = [self._t("own-data-declaration", title=title, state=self._t(STATE_KEYS[state]))]
        if one.answers is None or one.at is None:
            return lines
        form = form_of(one.running.campaign, one.round.obligation, one.round.question, one.round.label)
        answers = [
            f"{question.label}: {answer_text(self.texts, question, one.answers[question.id])}"
            for question in form.questions
            if question.id in one.answers
        ]
        lines.append(self._t("own-data-answers", answers="; ".join(answers) or "–"))
        lines.append(self._t("own-data-sent", revisions=one.revisions, moment=one.at))
        for name in one.by_others.values():
            lines.append(self._t("own-data-by", name=name or self._t("own-data-erased-person")))
        return lines


def own_data_maker(texts: Texts) -> Callable[[Connection, Mapping[str, Any]], Callable[[], bytes]]:
    """Makes the text file of `{"person": id}`."""

    def make(conn: Connection, request: Mapping[str, Any]) -> Callable[[], bytes]:
        person_id = request["person"]
        person, held = people.person(conn, person_id), memberships.memberships_of(conn, person_id)
        address = address_of(person, held[0].role if held else None)
        found = paragraphs(conn, texts, address, person_id)
        head = texts("own-data-file", moment=datetime.fromisoformat(request["at"]))
        return lambda: _file([[head], *found])

    return make


def _file(found: Sequence[Sequence[str]]) -> bytes:
    """With a byte order mark, by which old editors know that it is UTF-8, and their line ends."""
    return "\r\n\r\n".join("\r\n".join(lines) for lines in found).encode("utf-8-sig")
