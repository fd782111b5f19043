"""What a stretch of words can be. Names are what `khaibao parse --explain` shows."""

from typing import ClassVar


class Tag(str):
    """The kinds of spans.

    No `Enum`, because looking up a member of one costs Python 3.11 as much as ten other look-ups, and the
    rules look up hundreds for one message.
    """

    __slots__ = ()

    # who
    SELF: ClassVar["Tag"]  #: the speaker: em, tôi, mình …
    KIN: ClassVar["Tag"]  #: relatives; value = how many persons the phrase names
    TOGETHER: ClassVar["Tag"]  #: a group with the speaker in it; value = how many
    THEY: ClassVar["Tag"]  #: anh ấy, nó: somebody already named
    OTHERS: ClassVar["Tag"]  #: people outside the household: bạn, lớp, hàng xóm
    COUNTED: ClassVar["Tag"]  #: a noun that makes a number a number of people: người, đứa, thành viên
    FAMILY: ClassVar["Tag"]  #: the household as a topic: nhà em, gia đình
    WHOLE: ClassVar["Tag"]  #: the household, speaker included: cả nhà
    EVERY: ClassVar["Tag"]  #: hết, đều, ai cũng
    NOBODY: ClassVar["Tag"]  #: không ai
    REST: ClassVar["Tag"]  #: còn lại
    ONLY: ClassVar["Tag"]  #: mới có, mỗi, chỉ
    ALSO: ClassVar["Tag"]  #: nữa, cũng vậy, luôn
    ALONE: ClassVar["Tag"]  #: ở một mình
    LESS: ClassVar["Tag"]  #: không tính, ngoài
    PLUS: ClassVar["Tag"]  #: tính cả, kể cả
    EXCLUDING: ClassVar["Tag"]  #: không tính em, ngoài em
    INCLUDING: ClassVar["Tag"]  #: tính cả em
    ABSENT: ClassVar["Tag"]  #: lives elsewhere or has died
    # how many
    NUMBER: ClassVar["Tag"]
    PEOPLE: ClassVar["Tag"]  #: a number with a noun: 4 người
    FRACTION: ClassVar["Tag"]  #: value = (part, whole)
    ABOUT: ClassVar["Tag"]  #: khoảng, gần
    SOME: ClassVar["Tag"]  #: vài, mấy, nhiều
    VAGUE: ClassVar["Tag"]
    DEVICES: ClassVar["Tag"]  #: a number of telephones, which is not one of people
    RANGE: ClassVar["Tag"]  #: a number nobody's household has: −2, 2,5
    AGE: ClassVar["Tag"]  #: value = years
    LABEL: ClassVar["Tag"]  #: digits that count nothing: lớp 8A2, ngày 20/8
    PERCENT: ClassVar["Tag"]
    # what about it
    VERB: ClassVar["Tag"]
    APP: ClassVar["Tag"]
    DID: ClassVar["Tag"]  #: đã, rồi, xong
    HAVE: ClassVar["Tag"]  #: có
    CAN: ClassVar["Tag"]  #: được
    NOT: ClassVar["Tag"]
    DENY: ClassVar["Tag"]  #: có cài đâu, làm gì có
    WILL: ClassVar["Tag"]  #: sẽ, để, định
    SOON: ClassVar["Tag"]  #: a moment to come: tối nay, mai
    CLOCK: ClassVar["Tag"]  #: 7h, 19h30
    PAST: ClassVar["Tag"]  #: a moment gone: hôm qua
    NOW: ClassVar["Tag"]  #: giờ, hiện tại
    ONGOING: ClassVar["Tag"]  #: đang cài
    GONE: ClassVar["Tag"]  #: gỡ, xóa mất, đổi máy
    REASON: ClassVar["Tag"]  #: value = reason id
    UNABLE: ClassVar["Tag"]  #: không cài được; value = reason id
    SHARED: ClassVar["Tag"]  #: one telephone for several people
    FOR: ClassVar["Tag"]  #: cho, giúp
    BY: ClassVar["Tag"]  #: nhờ
    SAYS: ClassVar["Tag"]  #: bảo, nói
    FORBID: ClassVar["Tag"]  #: không cho
    # how it hangs together
    WITH: ClassVar["Tag"]
    BUT: ClassVar["Tag"]
    THEN: ClassVar["Tag"]
    EXCEPT: ClassVar["Tag"]
    WRONG: ClassVar["Tag"]  #: nhầm, sai
    RIGHT: ClassVar["Tag"]  #: đúng
    INSTEAD: ClassVar["Tag"]  #: chứ không phải
    YES: ClassVar["Tag"]
    RESPECT: ClassVar["Tag"]  #: dạ
    # what else a message can be
    QUESTION: ClassVar["Tag"]
    IF: ClassVar["Tag"]
    UNSURE: ClassVar["Tag"]
    OF: ClassVar["Tag"]  #: 3 *trên* 5
    INTRO: ClassVar["Tag"]  #: em là, tôi tên
    INTENT: ClassVar["Tag"]  #: value = Intent
    POLITE: ClassVar["Tag"]  #: carries no meaning: ạ, nhé, cô ơi
    MARK: ClassVar["Tag"]  #: punctuation that separates
    UNKNOWN: ClassVar["Tag"]


for _name in Tag.__annotations__:
    setattr(Tag, _name, Tag(_name.lower()))
