"""What three neighbours are together: a fraction, a range, a date, a thing and whose it is."""

from collections.abc import Callable

from bot.language.near import Joined, Near
from bot.language.tags import Tag

_OR = frozenset({"hay", "hoac", "den", "toi", "-", "–", "~"})
_TELEPHONE = frozenset(
    {"may", "thoai", "iphone", "ip", "samsung", "oppo", "vivo", "xiaomi", "redmi", "nokia"}
)


def _part_of(near: Near) -> Joined:
    """As in 3/5 and "3 trong 5"; 19/8 is a date."""
    one, sign, two = near.spans
    if one.tag is not Tag.NUMBER or two.tag not in (Tag.NUMBER, Tag.PEOPLE):
        return None
    if near.folded(1) != "/" and sign.tag is not Tag.OF:
        return None
    return (Tag.FRACTION, (one.value, two.value)) if one.value <= two.value else (Tag.LABEL, None)


def _decimal(near: Near) -> Joined:
    """As in 2,5; with a space behind the comma they are two numbers."""
    one, sign, two = near.spans
    numbers = one.tag is Tag.NUMBER and two.tag in (Tag.NUMBER, Tag.PEOPLE)
    if not numbers or near.folded(1) not in (",", ".") or not near.touching:
        return None
    return (Tag.RANGE, None) if near.words[sign.first].end == near.words[two.first].start else None


def _from_to(near: Near) -> Joined:
    """As in "4-5 người", "4 hay 5"."""
    one, _, two = near.spans
    numbers = one.tag is Tag.NUMBER and two.tag in (Tag.NUMBER, Tag.PEOPLE)
    return (Tag.VAGUE, None) if numbers and near.folded(1) in _OR else None


def _longer_label(near: Near) -> Joined:
    """As in 20/8/2020, 19:30, "phiên bản 2.0"."""
    one, _, two = near.spans
    if two.tag is not Tag.NUMBER or one.tag not in (Tag.LABEL, Tag.FRACTION):
        return None
    dated = near.folded(1) == "/"
    continued = one.tag is Tag.LABEL and near.folded(1) in (":", ".") and near.touching
    return (Tag.LABEL, one.value if one.tag is Tag.LABEL else None) if dated or continued else None


def _possessed(near: Near) -> Joined:
    """As in "hướng dẫn của con": whose it is names nobody — but "máy của mẹ" has it for the mother."""
    one, _, two = near.spans
    if near.folded(1) != "cua" or two.tag not in (Tag.SELF, Tag.KIN) or one.tag is Tag.MARK:
        return None
    if one.tag is Tag.SHARED:
        return Tag.SHARED, None  # "mượn điện thoại của chị"
    telephone = not _TELEPHONE.isdisjoint(word.folded for word in near.words[one.first : one.last])
    return (Tag.KIN, two.value) if telephone and two.tag is Tag.KIN else (one.tag, one.value)


def _married(near: Near) -> Joined:
    """As in "chị Hai có chồng": who the sister is, and not two more."""
    one, has, _ = near.spans
    spouse = near.folded(2) in ("chong", "vo") and has.tag is Tag.HAVE and has.value is None
    return (Tag.KIN, one.value) if spouse and one.tag is Tag.KIN and one.value == 1 else None


def _child_by_name(near: Near) -> Joined:
    """As in "cháu Minh nhà tôi"."""
    one, name, two = near.spans
    named = name.tag is Tag.UNKNOWN and two.tag is Tag.FAMILY and near.folded(2) == "nha"
    if not named or one.tag not in (Tag.SELF, Tag.KIN) or near.folded(0) not in ("chau", "be", "con"):
        return None
    return one.tag, one.value


#: By the last of the three: most words end none.
TRIPLES: dict[Tag, tuple[Callable[[Near], Joined], ...]] = {
    Tag.NUMBER: (_part_of, _decimal, _from_to, _longer_label),
    Tag.PEOPLE: (_part_of, _decimal, _from_to),
    Tag.SELF: (_possessed,),
    Tag.KIN: (_possessed, _married),
    Tag.FAMILY: (_child_by_name,),
}
