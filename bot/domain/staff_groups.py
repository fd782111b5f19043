"""Staff groups (tổ chuyên môn) and who heads them, by the position that the roster prints."""

from bot.domain.names import search_key
from bot.domain.people import Membership

#: A position that contains one of these heads a staff group. Written in each way that rosters do: databases
#: compare Vietnamese capitals as they stand.
TITLES = ("Tổ trưởng", "Tổ Trưởng", "tổ trưởng", "TỔ TRƯỞNG", "TTCM")
#: Heads a group of the trade union, which owes no report.
UNION = ("Công đoàn", "Công Đoàn", "công đoàn", "CÔNG ĐOÀN")


def leads_group(held: Membership) -> bool:
    """Whether somebody heads the staff group that the roster puts them into."""
    return (
        bool(held.group)
        and any(title in held.position for title in TITLES)
        and not any(word in held.position for word in UNION)
    )


def same_group(one: str, other: str) -> bool:
    """Whether two printed names mean one group: "Tổ Toán" and "tổ toán " do."""
    return search_key(one) == search_key(other)
