"""How a message becomes a text: forms of address, facts, campaign templates."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

import pytest

from bot.domain.address import Address
from bot.domain.tallies import Share
from bot.texts import Fact, Texts
from bot.texts.entries import BrokenLocale, read_entries

OWN = """
ask = { $You } cho biết tên của { $you }, rồi gửi. Cảm ơn { $you }.
ask-pupil = { $address ->
    [pupil] Em gửi nhé.
   *[other] { $You } vui lòng gửi.
}
amount = { $n ->
    [0] không có ai
   *[other] { $n } người
}
fact = [{ $fact }]
when-late = { $late ->
    [true] trễ
   *[false] đúng hạn
}
outer = ( { amount } )
"""


@pytest.fixture
def locale_folder(tmp_path: Path) -> Path:
    """Our own messages beside the shipped forms of address and formats."""
    shipped = Path(__file__).parents[2] / "locales" / "vi"
    (tmp_path / "vi").mkdir()
    for name in ("address.ftl", "formats.ftl"):
        (tmp_path / "vi" / name).write_text((shipped / name).read_text("utf-8"), "utf-8")
    (tmp_path / "vi" / "own.ftl").write_text(OWN, "utf-8")
    return tmp_path


@pytest.fixture
def texts(locale_folder: Path) -> Texts:
    return Texts.load("vi", locale_folder)


ADDRESSED = [
    (Address.TEACHER, "Thầy/Cô cho biết tên của Thầy/Cô, rồi gửi. Cảm ơn Thầy/Cô."),
    (Address.MALE_TEACHER, "Thầy cho biết tên của Thầy, rồi gửi. Cảm ơn Thầy."),
    (Address.FEMALE_TEACHER, "Cô cho biết tên của Cô, rồi gửi. Cảm ơn Cô."),
    (Address.PUPIL, "Em cho biết tên của em, rồi gửi. Cảm ơn em."),
    (Address.PARENT, "Anh/Chị cho biết tên của anh/chị, rồi gửi. Cảm ơn anh/chị."),
    (Address.OFFICIAL, "Anh/Chị cho biết tên của anh/chị, rồi gửi. Cảm ơn anh/chị."),
]


@pytest.mark.parametrize(("address", "expected"), ADDRESSED, ids=[str(a) for a, _ in ADDRESSED])
def test_a_message_uses_the_form_of_address_of_its_reader(
    texts: Texts, address: Address, expected: str
) -> None:
    assert texts("ask", address) == expected


def test_a_message_can_be_worded_per_form_of_address(texts: Texts) -> None:
    assert texts("ask-pupil", Address.PUPIL) == "Em gửi nhé."
    assert texts("ask-pupil", Address.TEACHER) == "Thầy/Cô vui lòng gửi."


def test_a_stranger_is_not_addressed_and_the_sentence_closes_up(texts: Texts) -> None:
    assert texts("ask-pupil") == "Vui lòng gửi."
    assert texts.fill("Xin {xung_ho}, cảm ơn {xung_ho}.", Address.STRANGER) == "Xin, cảm ơn."


FACTS: list[tuple[str, Fact, str]] = [
    ("words", "Trường THPT Tầm Vu", "Trường THPT Tầm Vu"),
    ("a count", 1234, "1.234"),
    ("zero", 0, "0"),
    ("a share", Share(part=7, whole=8), "87,50%"),
    ("a day", date(2020, 8, 29), "29/8/2020"),
    ("a moment, in Vietnam", datetime(2020, 8, 29, 9, 30, tzinfo=UTC), "16h30 ngày 29/8/2020"),
    ("a moment after midnight there", datetime(2020, 8, 29, 17, 5, tzinfo=UTC), "0h05 ngày 30/8/2020"),
    ("a span", timedelta(minutes=150), "2 giờ 30 phút"),
    ("what looks like a placeable", "{ $you } {n}", "{ $you } {n}"),
    ("a list of 10 000 characters", "x" * 10_000, "x" * 10_000),
]


@pytest.mark.parametrize(("fact", "expected"), [row[1:] for row in FACTS], ids=[row[0] for row in FACTS])
def test_a_fact_is_written_by_its_type(texts: Texts, fact: Fact, expected: str) -> None:
    assert texts("fact", fact=fact) == f"[{expected}]"
    assert texts.fill("[{fact}]", Address.TEACHER, fact=fact) == f"[{expected}]"


@pytest.mark.parametrize("nothing", [None, 1.5, ["a"]], ids=["None", "a float", "a list"])
def test_a_fact_of_another_type_is_refused(texts: Texts, nothing: Fact) -> None:
    with pytest.raises(TypeError, match="cannot be said"):
        texts("fact", fact=nothing)


def test_a_moment_without_a_time_zone_is_refused(texts: Texts) -> None:
    with pytest.raises(ValueError, match="time zone"):
        texts("fact", fact=datetime(2020, 8, 29, 9, 30))  # noqa: DTZ001 - the mistake under test


def test_a_message_selects_on_counts_and_on_yes_or_no(texts: Texts) -> None:
    assert texts("amount", n=0) == "không có ai"
    assert texts("amount", n=1200) == "1.200 người"
    assert [texts("when-late", late=late) for late in (True, False)] == ["trễ", "đúng hạn"]


def test_an_unknown_message_raises_instead_of_showing_its_id(texts: Texts) -> None:
    with pytest.raises(LookupError, match="nonsense"):
        texts("nonsense")


@pytest.mark.parametrize("key", ["fact", "amount", "outer"], ids=["said", "selected on", "said further in"])
def test_a_missing_fact_raises_and_is_named(texts: Texts, key: str) -> None:
    with pytest.raises(LookupError, match=r"\['fact'\]|\['n'\]"):
        texts(key, Address.TEACHER, other=1)


def test_a_text_is_the_same_the_second_time(texts: Texts) -> None:
    for address in Address:
        assert texts("ask", address) == texts("ask", address)
    assert texts("ask", Address.PUPIL) != texts("ask", Address.TEACHER)


TEMPLATES = [
    ("mid-sentence", "nhà {xung_ho} có {n} người", "nhà em có 4 người"),
    ("sentence start", "{Xung_ho} đã cài chưa?", "Em đã cài chưa?"),
    ("doubled braces", "{{n}} là {n}", "{n} là 4"),
    ("no placeholder", "Đã cài chưa?", "Đã cài chưa?"),
]


@pytest.mark.parametrize(
    ("template", "expected"), [row[1:] for row in TEMPLATES], ids=[row[0] for row in TEMPLATES]
)
def test_a_campaign_text_is_filled(texts: Texts, template: str, expected: str) -> None:
    assert texts.fill(template, Address.PUPIL, n=4) == expected


def test_a_campaign_text_with_an_unknown_placeholder_raises(texts: Texts) -> None:
    with pytest.raises(LookupError, match="'m'"):
        texts.fill("{m}", Address.PUPIL, n=4)


@pytest.mark.parametrize("template", ["{n.real}", "{n[0]}", "{n!r}", "{n:>9}", "{}", "{0}", "{n"])
def test_a_campaign_text_cannot_reach_into_its_facts(texts: Texts, template: str) -> None:
    with pytest.raises(ValueError, match=r"placeholder|'}'"):
        texts.fill(template, Address.PUPIL, n=4)


BROKEN = [
    ("junk", "a = {", r"own\.ftl:1: cannot be read"),
    ("twice", "a = x\na = y", r"own\.ftl:2: a is already written at .*own\.ftl:1"),
    ("unknown reference", "a = { b }", "a refers to b, which is not written"),
    ("term", "-a = x", "-a is a term"),
    ("attribute", "a = x\n    .b = y", r"a uses the attribute \.b"),
    ("function", "a = { NUMBER($n) }", "a uses the function NUMBER"),
    ("plural", "a = { $n ->\n    [one] x\n   *[other] y\n}", r"a uses the plural \[one\]; write a number"),
    ("nothing at all", "", "no message found"),
]


@pytest.mark.parametrize(("source", "mistake"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_file_is_refused_with_its_place(tmp_path: Path, source: str, mistake: str) -> None:
    (tmp_path / "own.ftl").write_text(source, "utf-8")
    with pytest.raises(BrokenLocale, match=mistake):
        read_entries(tmp_path)


def test_all_mistakes_of_a_locale_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "one.ftl").write_text("a = {\n\nb = { c }\n", "utf-8")
    (tmp_path / "two.ftl").write_text("b = x\n", "utf-8")
    with pytest.raises(BrokenLocale) as caught:
        read_entries(tmp_path)
    assert len(caught.value.mistakes) == 3


@pytest.mark.parametrize("source", ["a = {", "a = { b }"], ids=["junk", "unknown reference"])
def test_a_message_that_cannot_be_read_is_refused_when_it_is_said(locale_folder: Path, source: str) -> None:
    (locale_folder / "vi" / "broken.ftl").write_text(f"{source}\n", "utf-8")
    texts = Texts.load("vi", locale_folder)

    with pytest.raises(BrokenLocale, match="which a needs"):
        texts("a")
    assert texts("fact", fact=1) == "[1]"


def test_a_locale_is_loaded_once() -> None:
    assert Texts.load("vi") is Texts.load("vi")


def test_a_message_takes_microseconds() -> None:
    """A turn says a few messages; the bound is twenty times the 10-15 µs measured, for busy machines."""
    texts = Texts.load("vi")
    start = perf_counter()
    for count in range(500):
        texts("registered", Address.TEACHER, unit="THPT Tầm Vu", count=count)
    assert (perf_counter() - start) / 500 < 300e-6
