"""How people write: whole sentences, marks left out, shorthand, slips of the finger."""

import re
from random import Random

from bot.domain.names import strip_marks

#: Who lives in a household of so many others.
KIN = {
    1: ("mẹ em", "ba em", "con gái em"),
    2: ("ba mẹ em", "hai đứa con em", "bố mẹ em"),
    3: ("ba má với chị hai em", "bố mẹ và em gái em", "ba đứa con em"),
    4: ("ba má với 2 đứa em", "bố mẹ với 2 em em", "ông bà nội với ba mẹ em"),
    5: ("ông bà ngoại, ba mẹ và em trai em", "ba má với 3 đứa em"),
}
ALL_DONE = (
    "em cài rồi ạ, cả nhà em cũng cài hết rồi",
    "cả nhà em ai cũng cài rồi",
    "Dạ em đã cài, gia đình em cài đủ hết rồi ạ",
    "em cài rồi, người nhà cũng cài hết rồi",
    "em với cả nhà cài xong hết rồi ạ",
)
SELF_DONE = (
    "em cài rồi",
    "em cài rồi ạ",
    "dạ em đã cài rồi ạ",
    "Đã cài",
    "em cài xong rồi nha",
    "tôi đã cài đặt rồi",
    "rồi ạ",
    "em mới cài hồi sáng",
)
SELF_NOT = (
    "em chưa cài",
    "dạ chưa ạ",
    "chưa",
    "em chưa cài ạ",
    "Chưa cài",
)
NO_PHONE = (
    "em không có điện thoại thông minh",
    "dạ em không có smartphone",
    "em xài điện thoại cục gạch",
)
OLD_PHONE = (
    "máy em đời cũ không cài được",
    "chưa, máy em không hỗ trợ",
)
PROMISES = (
    "tối nay em cài",
    "em chưa cài, tối em cài ạ",
    "dạ tối nay em cài nha",
)
SNOOZES = ("tối nhắc em lại nhé", "để mai em làm", "mai nhắc lại giúp em", "tối nay nhắc lại em nha")
COMPLAINTS = ("nhắn hoài phiền quá", "spam quá trời", "phiền quá đừng nhắn nữa")
STOPS = ("đừng nhắn nữa", "/tamdung", "dừng nhắc giúp tôi")
NUMBERS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
TOTALS = ("{n}", "{n}", "{n} ạ", "dạ {n}", "có {n} người", "{n} người", "còn {n} người nữa", "{w} người",
          "ngoài em ra còn {n} người", "{more} người tính cả em", "kể cả em là {more}")  # fmt: skip
ALONE = ("0", "em ở một mình", "không có ai ạ, em ở một mình", "0 ạ")
COUNTS = ("{n}", "{n}", "{n} ạ", "dạ {n} người", "{n} người", "có {n} người cài rồi", "{w} người",
          "mới {n} người thôi ạ")  # fmt: skip
EVERYBODY = ("hết rồi", "cả {n}", "{n}", "ai cũng cài rồi", "{n}/{n}", "đủ hết rồi ạ")
NOBODY = ("0", "chưa có ai", "chưa ai cài ạ", "0 người")
CANNOT = ("{n}", "{n} ạ", "{n} người", "dạ {n}")
QUESTIONS = ("hạn tới bữa nào vậy", "cài ở đâu vậy ạ", "có bắt buộc không ạ")

_SHORT = (
    ("điện thoại", ("đt", "dt")),
    ("không", ("ko", "k", "hong")),
    ("được", ("dc", "đc")),
    ("rồi", ("r", "rùi", "rồi")),
    ("với", ("vs", "với")),
    ("cũng", ("cx", "cũng")),
    ("người", ("ng", "ngừi")),
    ("em", ("e", "em")),
)


def rough(text: str, chance: Random) -> str:
    """The same words as somebody types them in a hurry; numbers stay what they are."""
    kind = chance.random()
    if text.startswith("/") or kind < 0.45:
        return text
    if kind < 0.7:
        return strip_marks(text).lower()
    if kind < 0.92:
        for long, shorts in _SHORT:
            text = re.sub(rf"\b{long}\b", chance.choice(shorts), text)
        return text
    words = text.split()
    place = chance.randrange(len(words))
    word = words[place]
    if len(word) > 3 and word.isalpha():
        at = chance.randrange(1, len(word) - 1)
        words[place] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words)


def number(forms: tuple[str, ...], n: int, chance: Random) -> str:
    word = NUMBERS[n] if n < len(NUMBERS) else str(n)
    return chance.choice(forms).format(n=n, w=word, more=n + 1)
