"""Who heads a staff group, by the position that the roster prints."""

import pytest

from bot.domain.people import Membership, Role
from bot.domain.staff_groups import leads_group, same_group


@pytest.mark.parametrize(
    ("position", "group", "leads"),
    [
        ("Tổ trưởng", "Tổ Toán", True),
        ("Giáo viên, tổ trưởng chuyên môn", "Tổ Toán", True),
        ("TTCM", "Tổ Toán", True),
        ("Tổ phó", "Tổ Toán", False),
        ("Tổ trưởng Công đoàn", "Tổ Toán", False),
        ("Giáo viên", "Tổ Toán", False),
        ("Tổ trưởng", "", False),
    ],
)
def test_the_position_says_who_heads_a_group(position: str, group: str, leads: bool):
    held = Membership(id=1, person_id=1, unit_id=1, role=Role.STAFF, position=position, group=group)
    assert leads_group(held) is leads


def test_one_group_may_be_written_in_two_ways():
    assert same_group("Tổ Hóa", "tổ  hoá")
    assert not same_group("Tổ Toán", "Tổ Tin")
