"""`docs/permissions.md`: the table of rights as a page, written from the table itself.

    python -m tests.domain.permissions_page --rewrite

A test fails while the page says anything else than `bot/domain/permissions.py`.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.domain.people import Role
from bot.domain.permissions import PERMISSIONS, SENSITIVE_VIEWERS, Action, Relation, may
from bot.texts import Texts

PAGE = Path(__file__).parents[2] / "docs" / "permissions.md"

#: What may be done, in English and in Vietnamese.
ACTIONS: Mapping[Action, tuple[str, str]] = {
    Action.SEE_NUMBERS: ("see numbers: status, history, tables without names", "xem số liệu"),
    Action.SEE_NAMES: ("see names: who has not, tables with names", "xem danh sách có họ tên"),
    Action.NUDGE: ("remind those who have not", "nhắc người còn thiếu"),
    Action.INVITE: ("give, limit and revoke invites; posters", "mời tham gia, tờ dán"),
    Action.APPROVE: ("say yes to newcomers and to claims of a name", "xác nhận người mới"),
    Action.APPROVE_HEAD: ("say yes to whoever is to lead the unit", "xác nhận thủ trưởng"),
    Action.IMPORT_ROSTER: ("bring in lists of staff and classes", "nhập danh sách người"),
    Action.IMPORT_UNITS: ("bring in lists of units", "nhập danh sách đơn vị"),
    Action.CHANGE_ROSTER: ("somebody leaves, rests, moves; the end of the school year", "nhân sự, năm học"),
    Action.DELEGATE: ("let somebody act for the head until a day", "giao quyền"),
    Action.DECLARE_FOR_UNIT: ("declare for the unit", "khai báo thay mặt đơn vị"),
    Action.REPORT_CLASS: ("report a class, declare for its pupils", "báo cáo lớp"),
    Action.RUN_CAMPAIGN: ("start, pause, resume, extend, close a campaign", "chiến dịch, gia hạn"),
    Action.SET_DEADLINE: ("set an earlier deadline of the unit's own", "hạn nội bộ"),
    Action.OPEN_ROUND: ("ask for something at once", "khai báo đột xuất"),
    Action.ANNOUNCE: ("send an announcement", "gửi thông báo"),
}
#: Where the other unit lies, seen from the one in which the role is held.
RELATIONS: Mapping[Relation, tuple[str, str, str]] = {
    Relation.OWN: ("own", "the unit in which the role is held", "chính đơn vị"),
    Relation.INSIDE_SCHOOL: ("inside", "a grade or a class of the school", "khối, lớp của trường"),
    Relation.BELOW: ("below", "a unit further down, across a school's door", "đơn vị trực thuộc"),
    Relation.VIEWED: ("viewed", "a unit that it looks at as a second line", "đơn vị theo dõi"),
    Relation.ELSEWHERE: ("elsewhere", "any other unit", "đơn vị khác"),
}


def page() -> str:
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    vi, en = Texts.load("vi"), Texts.load("en")
    able = [role for role in Role if PERMISSIONS[role]]
    yield "# Who may do what"
    yield ""
    yield "Generated from `bot/domain/permissions.py` by `python -m tests.domain.permissions_page --rewrite`."
    yield "Every check of a right in the code goes through that one table."
    yield ""
    yield "A role has a right over units, by where they lie as seen from the one in which it is held:"
    yield ""
    yield "| relation | | tiếng Việt |"
    yield "| --- | --- | --- |"
    for short, english, vietnamese in RELATIONS.values():
        yield f"| {short} | {english} | {vietnamese} |"
    yield ""
    yield "The roles that have rights over others:"
    yield ""
    yield "| role | | tiếng Việt |"
    yield "| --- | --- | --- |"
    for role in able:
        yield f"| {role} | {en(f'role-{role}')} | {vi(f'role-{role}')} |"
    yield ""
    without = ", ".join(f"{role} ({vi(f'role-{role}')})" for role in Role if role not in able)
    yield f"Without rights over others: {without}."
    yield "They declare for themselves, parents also for their children."
    yield ""
    yield "| action | tiếng Việt | " + " | ".join(able) + " |"
    yield "| --- | --- |" + " --- |" * len(able)
    for action in Action:
        english, vietnamese = ACTIONS[action]
        cells = " | ".join(_where(role, action) for role in able)
        yield f"| {english} | {vietnamese} | {cells} |"
    yield ""
    viewers = " and ".join(SENSITIVE_VIEWERS)
    yield f"In a campaign about sensitive data (health) names are seen by {viewers} only."
    yield "Nobody has any right over units elsewhere, and nobody outside a school sees a list with its names."


def _where(role: Role, action: Action) -> str:
    """The relations in which a role may do it: "own, inside"; a dash for none."""
    return ", ".join(RELATIONS[one][0] for one in Relation if may(role, action, one)) or "–"


if __name__ == "__main__":
    if sys.argv[1:] == ["--rewrite"]:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        sys.exit(__doc__)
