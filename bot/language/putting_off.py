"""Short wishes about reminders that are nothing but a time, or ask for them again.

"Để mai", "30 phút nữa", "cuối tuần" under a reminder put it off; where a question is open they are a
promise about what is asked, and are read as one.
"""

import re

from bot.domain.names import search_key

_POLITE = r"nhe|nha|nghen|a|da|vang|em|con|thay|co|chi|anh|toi|minh|giup|cho|thoi|di|roi|luon"
_TIME = (
    r"\d{1,3} ?(?:phut|p|gio|h|tieng|ngay)?(?: ruoi)?|nua|(?:mot|hai|ba|nua) (?:tieng|gio|ngay)"
    r"|(?:sang|trua|chieu|toi|dem)|mai|mot|kia|hom|nay|ngay|lat|luc|chut|ti|xiu|sau|cuoi|dau|giua|tuan|thang"
    r"|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn"
)
_PUT = r"de|den|hen|vao|khi|qua"
_ONLY_A_TIME = re.compile(rf"(?:(?:{_POLITE}|{_TIME}|{_PUT})(?: |$))+")
_SOME_TIME = re.compile(rf"\b(?:{_TIME})\b")
_AGAIN = re.compile(
    r"\b(?:(?:bat|mo) (?:lai )?(?:phan |che do |tinh nang )?(?:nhac|thong bao)"
    r"|tiep tuc nhac|nhac viec lai|nhac nho lai|nhac (?:em |toi |thay |co )?tro lai|nhan nhac viec)\b"
)


def puts_off(text: str) -> bool:
    """Whether a message names a time and nothing else."""
    key = search_key(text)
    return bool(_ONLY_A_TIME.fullmatch(key) and _SOME_TIME.search(key))


def wants_reminders(text: str) -> bool:
    """Whether a message asks for reminders to be switched on again: "bật lại nhắc việc"."""
    return bool(_AGAIN.search(search_key(text)))
