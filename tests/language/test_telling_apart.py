"""Words that only their neighbours tell apart."""

import pytest

from tests.language.judging import parsed


@pytest.mark.parametrize(
    ("text", "asked", "slots"),
    [
        ("cả ba đều cài rồi", "family_installed", {"family_installed": 3}),
        ("có cả ba cài nữa", "family_installed", {"family_installed": 1}),
        ("không tính em thì ba", "family_total", {"family_total": 3}),
        ("thằng Tí với con Mai", "family_total", {"family_total": 2}),
        ("bm vs 2 thang em trai", "family_total", {"family_total": 4}),
        ("dạ thưa cô vợ chồng em cài rồi", None, {"self_installed": True, "family_installed": 1}),
        ("à không cài được", "self_installed", {"self_installed": False}),
        ("o với dượng ạ", "family_total", {"family_total": 2}),
        ("em o voi o voi duong", "family_total", {"family_total": 2}),
        ("em ở với o", "family_total", {"family_total": 1}),
        ("em Thu mầm non Sao Mai, em cài rồi", None, {"self_installed": True}),
        ("nhà em ngoài em ra đều đã cài", None, {"family_all": True}),
        ("v2.0.1 cài bị lỗi", None, {"self_installed": False}),
        ("con cai roi co", "self_installed", {"self_installed": True}),
    ],
)
def test_neighbours_decide(text: str, asked: str | None, slots: dict[str, object]):
    found = parsed(text, asked)
    told = {slot: value for slot, value in found["slots"].items() if slot != "reason"}
    assert (told, found["ask"]) == (slots, False)


@pytest.mark.parametrize("text", ["cả ba cài rồi", "bo me va bon em"])
def test_where_they_do_not_it_asks(text: str):
    assert parsed(text, "family_installed")["ask"]
