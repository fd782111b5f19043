"""From the models of a campaign file, checked, to the values that the rest of the program uses."""

from datetime import time
from zoneinfo import ZoneInfo

from bot.campaigns.form_building import build_form
from bot.campaigns.moments import first_late, phrase, weekdays_of
from bot.campaigns.obligation_schema import CadenceFile, DueFile, ObligationFile, RemindersFile
from bot.campaigns.quiet_hours import quiet_hours
from bot.campaigns.schema import CampaignFile, DirectiveFile, VocabularyFile
from bot.domain.campaigns import (
    Audience,
    Cadence,
    Campaign,
    Directive,
    Due,
    Escalation,
    Faq,
    Ladder,
    Note,
    Obligation,
)
from bot.domain.forms import Option
from bot.domain.ladder import usual_escalations
from bot.domain.readings import Vocabulary


def build(file: CampaignFile) -> Campaign:
    """The campaign that a checked file describes."""
    zone = ZoneInfo(file.timezone)
    reasons = tuple(Option(id=r.id, label=r.label, phrases=r.phrases) for r in file.reasons)
    return Campaign(
        slug=file.slug,
        title=file.title,
        directive=_directive(file.directive),
        basis=tuple(_directive(letter) for letter in file.basis),
        notes=tuple(Note(clause=note.clause, text=note.text, heads=note.heads) for note in file.notes),
        obligations=tuple(_obligation(obligation, zone) for obligation in file.obligations),
        forms={name: build_form(name, form, reasons) for name, form in file.forms.items()},
        vocabulary=_vocabulary(file.vocabulary, reasons),
        reasons=reasons,
        unable_reasons=frozenset(reason.id for reason in file.reasons if reason.unable),
        faq=tuple(Faq(phrases=faq.phrases, answer=faq.answer, clause=faq.clause or "") for faq in file.faq),
        timezone=file.timezone,
        tree_on=file.tree_on,
        quiet_hours=quiet_hours(file.quiet_hours),
        emergency=file.emergency,
        sensitive=file.sensitive,
        consent=file.consent,
        retention_days=file.retention_days,
        guide=file.guide or "",
    )


def _directive(letter: DirectiveFile) -> Directive:
    return Directive(
        number=letter.number, issued_on=letter.issued_on, issuer=letter.issuer, subject=letter.subject
    )


def _vocabulary(vocabulary: VocabularyFile, reasons: tuple[Option, ...]) -> Vocabulary:
    phrases = {reason.id: reason.phrases for reason in reasons if reason.phrases}
    return Vocabulary(apps=vocabulary.apps, verbs=vocabulary.verbs, reasons=phrases)


def _obligation(obligation: ObligationFile, zone: ZoneInfo) -> Obligation:
    cadences = obligation.cadences if obligation.cadence is None else (obligation.cadence,)
    return Obligation(
        id=obligation.id,
        clause=obligation.clause,
        title=obligation.title,
        short=obligation.short or "",
        audience=Audience(
            roles=obligation.audience.roles,
            units=obligation.audience.units,
            smartphone_only=obligation.audience.smartphone_only,
        ),
        form=obligation.form,
        due=None if obligation.due is None else _due(obligation.due, zone),
        cadences=tuple(_cadence(cadence) for cadence in cadences),
        ad_hoc=obligation.ad_hoc,
        target=obligation.target,
        ladder=None if obligation.reminders is None else _ladder(obligation, obligation.reminders),
        proxies=obligation.proxies,
    )


def _due(due: DueFile, zone: ZoneInfo) -> Due:
    return Due(before=first_late(due, zone), phrase=phrase(due))


def _cadence(cadence: CadenceFile) -> Cadence:
    return Cadence(
        weekdays=weekdays_of(cadence),
        opens=cadence.opens,
        closes=cadence.closes,
        since=cadence.since,
        until=cadence.until,
        holidays=cadence.holidays,
    )


def _escalations(obligation: ObligationFile, reminders: RemindersFile) -> tuple[Escalation, ...]:
    """The steps of the file; else the usual ones before and after a deadline that is counted in days."""
    if reminders.escalate is not None:
        return tuple(Escalation(days_before=e.days_before, to=e.to) for e in reminders.escalate)
    if obligation.due is None or reminders.at is None:
        return ()
    return usual_escalations(obligation.audience.roles)


def _ladder(obligation: ObligationFile, reminders: RemindersFile) -> Ladder:
    return Ladder(
        days_before=tuple(sorted(set(reminders.days_before), reverse=True)),
        on_day=reminders.on_day and reminders.at is not None,
        at=reminders.at or time(7),
        overdue_every_days=reminders.overdue_every_days,
        overdue_days=reminders.overdue_days,
        escalations=_escalations(obligation, reminders),
        every_minutes=reminders.every_minutes,
        close_to=reminders.close,
    )
