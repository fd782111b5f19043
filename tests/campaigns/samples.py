"""A small campaign file that tests take apart, and how they say what they expect of it."""

from bot.campaigns import CampaignFileError, load_campaign

SMALL = """\
slug: small-2026
title: Đăng ký thử
directive:
  number: 1/SGDĐT
  issued_on: 2026-03-01
  issuer: Sở
  subject: thử
reasons:
  - {id: no_phone, label: Không có điện thoại, unable: true}
  - {id: later, label: Làm sau}
forms:
  count:
    questions:
      - id: done
        kind: yes_no
        slot: self_done
        label: Bản thân
        ask: "{Xung_ho} đã đăng ký chưa?"
      - id: total
        kind: amount
        slot: family_total
        label: Số người
        ask: Có bao nhiêu người?
        maximum: 50
        confirm_above: 12
      - id: left
        kind: choice
        label: Còn lại
        ask: "Trong {total} người, còn {rest} người?"
        ask_with: {rest: total - done}
        ask_if: total > 0
        options:
          - {id: many, label: Nhiều}
          - {id: few, label: Ít, sets: {done: true}}
    complete_if: done and left == "few"
    grades:
      - {id: fine, label: Tốt, when: done}
    measures:
      - {id: people, label: Số người, of: [1, total]}
      - {id: few, label: Số ít, of: [left=few]}
    rates:
      - {id: share, label: Tỷ lệ, numerator: few, denominator: people}
obligations:
  - id: staff
    clause: 1
    title: đăng ký thử
    audience: {roles: [staff]}
    form: count
    due: {before: 2026-03-20}
    reminders:
      days_before: [7, 1]
      at: "07:00"
      escalate: {days_before: 1, to: principal}
  - id: schools
    clause: 2
    title: báo cáo thử
    audience: {units: [school]}
    form: count
    cadence:
      weekdays: [mon, fri]
      opens: "07:00"
      closes: "17:00"
    reminders: {at: "10:00"}
faq:
  - phrases: [hạn khi nào]
    answer: "{Xung_ho} xem khoản 1."
"""


def problems_of(text: str) -> list[tuple[int, str]]:
    """Line and sentence of every mistake of a text."""
    try:
        load_campaign(text, "small.yaml")
    except CampaignFileError as error:
        return [(problem.line, problem.key) for problem in error.problems]
    return []


def changed(old: str, new: str) -> str:
    """The small file with one piece of it, which stands there once, replaced."""
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)
