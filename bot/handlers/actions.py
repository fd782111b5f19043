"""What buttons carry: every action there is, a verb and its arguments, and what it does.

A button may be old, and anybody can make one up by hand, so arguments are read strictly: whatever no
button of ours carries raises NoSuchAction before anything is done.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.domain.announcing import Group
from bot.domain.messages import Reply
from bot.domain.people import Role
from bot.errors import KhaiBaoError
from bot.handlers import (
    ad_hoc,
    ad_hoc_results,
    again,
    alerts,
    announce,
    broadcasts,
    campaigns,
    claims,
    class_pupils,
    class_report,
    corrections,
    deadlines,
    declare,
    delegation,
    directive,
    erasing,
    export,
    extending,
    for_whom,
    history,
    identity,
    invite,
    invite_code,
    launching,
    link_checks,
    missing,
    newcomers,
    offline,
    own_data,
    people,
    person_card,
    personal_links,
    posters,
    posts,
    questions,
    register,
    remind,
    requests,
    roster,
    school_year,
    status,
    steering,
    transfers,
    unreached,
    withdrawing,
)
from bot.handlers import help as help_handler
from bot.handlers.turn import ANNOUNCE, ANSWERING, CLASS_REPORT, CORRECT, DEADLINE, ERASING, REGISTER, Turn
from bot.storage import NotFound
from bot.storage.campaigns import CampaignState
from bot.storage.requests import RequestKind

#: Digits of the longest id: 18 fit into the databases' 64-bit integers.
_DIGITS = 18


class NoSuchAction(KhaiBaoError):
    """No button of ours carries this, or it is about something that does not exist."""


@dataclass(frozen=True, slots=True)
class _Arguments:
    """What stands behind the verb."""

    words: list[str]

    def word(self, place: int) -> str:
        if place >= len(self.words):
            raise NoSuchAction
        return self.words[place]

    def number(self, place: int, default: int | None = None) -> int:
        if default is not None and place >= len(self.words):
            return default
        word = self.word(place)
        if not (word.isascii() and word.isdigit() and len(word) <= _DIGITS):
            raise NoSuchAction
        return int(word)

    def yes(self, place: int) -> bool:
        word = self.word(place)
        if word not in ("yes", "no"):
            raise NoSuchAction
        return word == "yes"

    def sure(self, place: int) -> bool:
        """Whether a yes stands there; without one it is asked for."""
        return place < len(self.words) and self.yes(place)

    def confirmed(self, place: int) -> bool:
        """Whether the button was the one under "is it really meant"."""
        return len(self.words) > place and self.yes(place)

    def group(self, place: int) -> Group:
        try:
            return Group(self.word(place))
        except ValueError:
            raise NoSuchAction from None

    def request_kind(self, place: int) -> RequestKind:
        try:
            return RequestKind(self.word(place))
        except ValueError:
            raise NoSuchAction from None

    def role(self, place: int) -> Role:
        try:
            return Role(self.word(place))
        except ValueError:
            raise NoSuchAction from None


_Act = Callable[[Turn, _Arguments], Reply]

#: What leaving an open question means, by topic; elsewhere a declaration is left.
_LEAVING: Mapping[str, Callable[[Turn], Reply]] = {
    DEADLINE: deadlines.leave,
    CLASS_REPORT: class_report.leave,
    ANSWERING: questions.leave,
    ERASING: erasing.leave,
    ANNOUNCE: announce.leave,
    CORRECT: corrections.leave,
}

#: Actions of people who are not known yet.
REGISTERING: Mapping[str, _Act] = {
    "pick": lambda turn, args: identity.pick(turn, args.number(0)),
    "identity": lambda turn, _: identity.confirmed(turn),
    "name": lambda turn, _: identity.name_again(turn),
    "newcomer": lambda turn, _: identity.ask_newcomer(turn),
    "claim": lambda turn, _: claims.ask(turn),
}
#: Actions of people who are known.
ACTIONS: Mapping[str, _Act] = {
    "menu": lambda turn, _: help_handler.menu(turn),
    "help": lambda turn, _: help_handler.show(turn),
    "tasks": lambda turn, _: declare.list_tasks(turn),
    "open": lambda turn, args: declare.open_by_id(turn, args.number(0)),
    "update": lambda turn, args: declare.update(turn, args.number(0)),
    "whom": lambda turn, args: for_whom.chosen(turn, args.number(0)),
    "answer": lambda turn, args: declare.picked(turn, args.number(0), args.word(1), args.word(2)),
    "cancel": lambda turn, _: _LEAVING.get(turn.session.topic, declare.cancel)(turn),
    "consent": lambda turn, args: declare.consented(turn, args.number(0), agreed=args.yes(1)),
    "data": lambda turn, args: own_data.show(turn, args.number(0, 0)),
    "data-file": lambda turn, _: own_data.file(turn),
    "wrong": lambda turn, args: (
        requests.ask(turn, args.request_kind(0)) if args.words else requests.which(turn)
    ),
    "requests": lambda turn, _: requests.show(turn),
    "request": lambda turn, args: requests.card(turn, args.number(0)),
    "settle": lambda turn, args: requests.settle(turn, args.number(0), granted=args.yes(1)),
    "unconsent": lambda turn, args: (
        withdrawing.withdraw(turn, args.number(0), args.number(1), sure=args.sure(2))
        if args.words
        else withdrawing.show(turn)
    ),
    "erase": lambda turn, args: erasing.ask(turn, args.number(0, 0)),
    "erase-not": lambda turn, _: erasing.leave(turn),
    "offline": lambda turn, _: offline.chosen(turn),
    "direct": lambda turn, args: offline.show(turn, args.number(0), args.number(1), args.number(2, 0)),
    "direct-of": lambda turn, args: offline.ask(turn, args.number(0)),
    "direct-set": lambda turn, args: offline.enter(turn, args.number(0), complete=args.yes(1)),
    "join": lambda turn, _: register.join_code(turn),
    "my-link": lambda turn, args: personal_links.own(turn, args.number(0) if args.words else None),
    "link-of": lambda turn, args: personal_links.for_post(turn, args.number(0)),
    "link-revoke": lambda turn, args: personal_links.revoke(turn, args.number(0), sure=args.sure(1)),
    "status": lambda turn, args: (
        status.of_unit(turn, args.number(0), args.number(1, 0), args.number(2, 0))
        if args.words
        else status.show(turn)
    ),
    "missing": lambda turn, args: (
        missing.show(turn, args.number(0), args.number(1, 0), args.number(2, 0))
        if args.words
        else missing.show(turn)
    ),
    "export": lambda turn, args: (
        export.of_unit(turn, args.number(0), args.number(1, 0)) if args.words else export.show(turn)
    ),
    "rounds": lambda turn, args: (
        history.of_unit(turn, args.number(0), args.number(1, 0)) if args.words else history.show(turn)
    ),
    "repeat": lambda turn, args: again.repeat(turn, args.number(0), args.number(1)),
    "fresh": lambda turn, args: again.fresh(turn, args.number(0)),
    "step": lambda turn, args: again.advance(turn, args.number(0), args.word(1)),
    "ad-hoc": lambda turn, args: (
        ad_hoc_results.show(turn, args.number(0)) if args.words else ad_hoc.command(turn)
    ),
    "ad-hoc-of": lambda turn, args: ad_hoc.choose(turn, args.number(0), args.word(1)),
    "ad-hoc-open": lambda turn, _: ad_hoc.confirmed(turn),
    "ad-hoc-drop": lambda turn, _: ad_hoc.drop(turn),
    "ad-hoc-stop": lambda turn, args: ad_hoc_results.withdraw(turn, args.number(0), sure=args.sure(1)),
    "in-touch": lambda turn, args: alerts.in_touch(turn, args.number(0)),
    "nudge": lambda turn, args: remind.nudge(turn, args.number(0), args.number(1, 0)),
    "stop": lambda turn, _: remind.stop(turn),
    "snooze": lambda turn, _: remind.snooze(turn),
    "remind": lambda turn, _: remind.resume(turn),
    "unreached": lambda turn, args: (
        unreached.show(turn, args.number(0), args.number(1, 0)) if args.words else unreached.show(turn)
    ),
    "announce": lambda turn, _: announce.command(turn),
    "announce-to": lambda turn, args: announce.preview(turn, args.number(0), args.number(1), args.group(2)),
    "announce-send": lambda turn, args: announce.send(
        turn, args.number(0), frugal=args.words[1:] == ["frugal"]
    ),
    "announce-later": lambda turn, args: announce.later(turn, args.number(0)),
    "announce-drop": lambda turn, _: announce.leave(turn),
    "news": lambda turn, args: broadcasts.show(turn, args.number(0)),
    "news-pause": lambda turn, args: broadcasts.pause(turn, args.number(0)),
    "news-resume": lambda turn, args: broadcasts.resume(turn, args.number(0)),
    "news-stop": lambda turn, args: broadcasts.stop(turn, args.number(0), sure=args.sure(1)),
    "news-missed": lambda turn, args: broadcasts.out_of_reach(turn, args.number(0)),
    "news-correct": lambda turn, args: corrections.ask(turn, args.number(0)),
    "news-corrected": lambda turn, args: corrections.send(turn, args.number(0)),
    "news-withdraw": lambda turn, args: corrections.withdraw(turn, args.number(0), sure=args.sure(1)),
    "invite": lambda turn, args: (
        invite.give(turn, args.number(0), args.role(1)) if args.words else invite.offer(turn)
    ),
    "inviting": lambda turn, args: invite.inside(
        turn, args.number(0), args.number(1) if len(args.words) > 1 else None
    ),
    "code-qr": lambda turn, args: posters.qr(turn, args.number(0)),
    "code-poster": lambda turn, args: posters.poster(turn, args.number(0)),
    "class-posters": lambda turn, args: posters.class_posters(turn, args.number(0), args.role(1)),
    "code-terms": lambda turn, args: invite_code.ask_terms(turn, args.number(0)),
    "code-days": lambda turn, args: invite_code.set_days(turn, args.number(0), args.number(1)),
    "code-uses": lambda turn, args: invite_code.set_uses(turn, args.number(0), args.number(1)),
    "code-revoke": lambda turn, args: invite_code.revoke(turn, args.number(0), confirmed=args.sure(1)),
    "campaigns": lambda turn, _: campaigns.show(turn),
    "campaign": lambda turn, args: campaigns.details(turn, args.number(0)),
    "history": lambda turn, args: campaigns.history(turn, args.number(0)),
    "launch": lambda turn, args: (
        launching.from_shelf(turn, args.number(0), args.number(1, 0), sure=args.sure(2))
        if args.words
        else launching.choose(turn)
    ),
    "campaign_file": lambda turn, args: launching.from_file(
        turn, args.number(0), args.number(1, 0), sure=args.sure(2)
    ),
    "pause": lambda turn, args: steering.steer(turn, args.number(0), CampaignState.PAUSED, sure=args.sure(1)),
    "resume": lambda turn, args: steering.steer(
        turn, args.number(0), CampaignState.RUNNING, sure=args.sure(1)
    ),
    "close": lambda turn, args: steering.steer(turn, args.number(0), CampaignState.CLOSED, sure=args.sure(1)),
    "extend": lambda turn, args: extending.choose(turn, args.number(0)),
    "extend_round": lambda turn, args: extending.ask(turn, args.number(0)),
    "extended": lambda turn, args: extending.decide(turn, args.number(0), args.number(1), sure=args.sure(2)),
    "deadlines": lambda turn, _: deadlines.command(turn),
    "deadline": lambda turn, args: (
        deadlines.decide(turn, args.number(0), args.number(1), args.number(2), sure=args.sure(3))
        if len(args.words) > 2
        else deadlines.ask(turn, args.number(0), args.number(1))
    ),
    "lift": lambda turn, args: deadlines.lift(turn, args.number(0), args.number(1)),
    "directive": lambda turn, args: (
        directive.show(turn, args.number(0)) if args.words else directive.show(turn)
    ),
    "reply": lambda turn, args: questions.reply(turn, args.number(0)),
    "report": lambda turn, args: (
        class_report.begin(turn, args.number(0), args.number(1, 0))
        if args.words
        else class_report.begin(turn)
    ),
    "rest": lambda turn, args: class_report.rest_is(turn, args.word(0)),
    "report_send": lambda turn, _: class_report.send(turn),
    "report_edit": lambda turn, _: class_report.edit(turn),
    "pupils": lambda turn, args: class_pupils.show(turn, args.number(0), args.number(1), args.number(2, 0)),
    "pupil": lambda turn, args: class_pupils.declare_for(turn, args.number(0)),
    "approve": lambda turn, args: newcomers.decide(turn, args.number(0), approved=True),
    "reject": lambda turn, args: newcomers.decide(turn, args.number(0), approved=False),
    "link_checked": lambda turn, args: link_checks.told(turn, args.number(0), args.word(1)),
    "newcomer-of": lambda turn, args: newcomers.shown(turn, args.number(0)),
    "claimed": lambda turn, args: claims.decide(turn, args.number(0), args.number(1), accepted=args.yes(2)),
    "release": lambda turn, args: claims.release(turn, args.number(0), confirmed=args.confirmed(1)),
    "imported": lambda turn, args: roster.was_read(turn, args.number(0)),
    "roster": lambda turn, args: roster.confirmed(turn, args.number(0)),
    "people": lambda turn, _: people.show(turn),
    "person": lambda turn, args: person_card.card(turn, args.number(0)),
    "leave": lambda turn, args: posts.leave(turn, args.number(0), confirmed=args.confirmed(1)),
    "on-leave": lambda turn, args: posts.rest(turn, args.number(0), confirmed=args.confirmed(1)),
    "back": lambda turn, args: posts.back(turn, args.number(0)),
    "reclass": lambda turn, args: posts.reclass(turn, args.number(0), args.number(1, 0)),
    "into": lambda turn, args: posts.into(turn, args.number(0), args.number(1), confirmed=args.confirmed(2)),
    "homeroom": lambda turn, args: posts.homeroom(turn, args.number(0), args.number(1, 0)),
    "leads": lambda turn, args: posts.leads(
        turn, args.number(0), args.number(1), confirmed=args.confirmed(2)
    ),
    "unlead": lambda turn, args: posts.unlead(turn, args.number(0), confirmed=args.confirmed(1)),
    "transfer": lambda turn, args: transfers.ask_school(turn, args.number(0)),
    "transfer-to": lambda turn, args: transfers.to(
        turn, args.number(0), args.number(1), confirmed=args.confirmed(2)
    ),
    "transfer-back": lambda turn, args: transfers.take_back(turn, args.number(0)),
    "coming": lambda turn, args: transfers.coming(turn, args.number(0)),
    "receive": lambda turn, args: transfers.receive(turn, args.number(0), accepted=args.yes(1)),
    "grant": lambda turn, args: delegation.ask_role(turn, args.number(0)),
    "grant-role": lambda turn, args: delegation.ask_until(turn, args.number(0), args.role(1)),
    "grant-until": lambda turn, args: delegation.grant(
        turn, args.number(0), args.role(1), args.number(2), confirmed=args.confirmed(3)
    ),
    "withdraw": lambda turn, args: delegation.withdraw(turn, args.number(0), confirmed=args.confirmed(1)),
    "year": lambda turn, args: (
        school_year.preview(turn, args.number(0)) if args.words else school_year.show(turn)
    ),
    "year-end": lambda turn, args: school_year.end(turn, args.number(0), args.number(1)),
}


def act(turn: Turn, action: str) -> Reply:
    """Do what a button says; whatever is no action of ours is answered like a message not understood."""
    verb, *words = action.split(":")
    try:
        if verb in REGISTERING and turn.session.topic == REGISTER and "unit_id" in turn.session.data:
            return REGISTERING[verb](turn, _Arguments(words))
        if turn.person is not None and verb in ACTIONS:
            return ACTIONS[verb](turn, _Arguments(words))
    except (NoSuchAction, NotFound):
        pass
    return register.stale(turn)
