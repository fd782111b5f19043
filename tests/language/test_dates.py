"""A typed deadline names one instant: the first that is late."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deadlines import VIETNAM, before_day, by_day
from bot.language.dates import read_deadline

#: Tuesday 18/8/2020, 10:20 in Vietnam.
NOW = datetime(2020, 8, 18, 3, 20, tzinfo=UTC)


def late_from(text: str, now: datetime = NOW, current: datetime | None = None) -> str | None:
    found = read_deadline(text, now, current)
    return f"{found.astimezone(VIETNAM):%d/%m/%Y %H:%M}" if found else None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        pytest.param("trước ngày 30/8", "30/08/2020 00:00", id="before leaves the day out"),
        pytest.param("đến hết 5/9", "06/09/2020 00:00", id="until the end of"),
        pytest.param("chậm nhất ngày 27/8/2020", "28/08/2020 00:00", id="at the latest"),
        pytest.param("27/8", "28/08/2020 00:00", id="a bare day is included"),
        pytest.param("hạn nội bộ 27-8", "28/08/2020 00:00", id="a hyphen"),
        pytest.param("27.8.2020", "28/08/2020 00:00", id="full stops"),
        pytest.param("27/08/20", "28/08/2020 00:00", id="a year of two digits"),
        pytest.param("het ngay 27 thang 8", "28/08/2020 00:00", id="words without marks"),
        pytest.param("trước ngày 06 tháng 9 năm 2020", "06/09/2020 00:00", id="as letters write it"),
        pytest.param("trước 16h ngày 27/8", "27/08/2020 16:00", id="before an hour"),
        pytest.param("chậm nhất 16 giờ 30 ngày 27/8", "27/08/2020 16:31", id="the minute is included"),
        pytest.param("16h30 27/8", "27/08/2020 16:31", id="a bare hour"),
        pytest.param("4h chiều 27/8", "27/08/2020 16:01", id="in the afternoon"),
        pytest.param("trước 17:00 hôm nay", "18/08/2020 17:00", id="today"),
        pytest.param("15h", "18/08/2020 15:01", id="an hour alone is today's"),
        pytest.param("24h ngày 27/8", "28/08/2020 00:00", id="midnight is the end of the day"),
        pytest.param("hết ngày mai", "20/08/2020 00:00", id="tomorrow"),
        pytest.param("ngày mốt", "21/08/2020 00:00", id="the day after"),
        pytest.param("thứ sáu", "22/08/2020 00:00", id="a weekday"),
        pytest.param("hết thứ 6 tuần sau", "29/08/2020 00:00", id="a weekday of next week"),
        pytest.param("trước chủ nhật", "23/08/2020 00:00", id="before Sunday"),
        pytest.param("T7", "23/08/2020 00:00", id="a weekday for short"),
        pytest.param("thứ ba", "19/08/2020 00:00", id="today's weekday is today"),
        pytest.param("17/8", "18/08/2020 00:00", id="yesterday is yesterday, not next year"),
        pytest.param("thêm 3 ngày", "22/08/2020 00:00", id="more days, from today"),
    ],
)
def test_a_deadline_is_read_as_it_is_meant(text: str, moment: str):
    assert late_from(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("để em xem lại đã", id="no day"),
        pytest.param("31/6", id="a day that does not exist"),
        pytest.param("30/2/2021", id="nor does this one"),
        pytest.param("từ 20/8 đến 27/8", id="two days"),
        pytest.param("27/8 hoặc thứ hai", id="two days in two ways"),
        pytest.param("27/8 thêm 3 ngày", id="a day and more days"),
        pytest.param("8h hoặc 9h ngày 27/8", id="two hours"),
        pytest.param("1510/SGDĐT", id="the number of a letter"),
        pytest.param("0912/345/678", id="a telephone number"),
        pytest.param("5", id="a bare number"),
        pytest.param("16h ngày 31/6", id="an hour of a day that does not exist"),
        pytest.param("31/12/9999", id="the end of time"),
    ],
)
def test_what_is_not_exactly_one_deadline_is_not_read(text: str):
    assert late_from(text) is None


def test_more_days_are_counted_from_the_deadline_there_is():
    current = before_day(datetime(2020, 8, 30, tzinfo=UTC).date())

    assert late_from("gia hạn thêm 7 ngày", current=current) == "06/09/2020 00:00"
    assert late_from("+3", current=current) == "02/09/2020 00:00"


def test_around_new_year_the_nearest_day_is_meant():
    december = datetime(2020, 12, 28, 3, tzinfo=UTC)

    assert late_from("hết 5/1", december) == "06/01/2021 00:00"
    assert late_from("26/12", datetime(2021, 1, 3, 3, tzinfo=UTC)) == "27/12/2020 00:00"


@given(st.dates(min_value=NOW.date() - timedelta(days=170), max_value=NOW.date() + timedelta(days=170)))
def test_every_written_day_comes_back(day):
    for written in (f"{day.day}/{day.month}", f"ngày {day.day:02} tháng {day.month}", f"{day:%d-%m-%Y}"):
        assert read_deadline(f"đến hết {written}", NOW) == by_day(day)
        assert read_deadline(f"trước {written}", NOW) == before_day(day)


@given(st.text(max_size=200))
def test_whatever_is_typed_is_a_moment_or_nothing(text):
    found = read_deadline(text, NOW)

    assert found is None or found.tzinfo is not None
