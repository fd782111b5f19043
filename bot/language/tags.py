"""What a stretch of words can be. Names are what `khaibao parse --explain` shows."""

from enum import StrEnum


class Tag(StrEnum):
    """The kinds of spans."""

    # who
    SELF = "self"  #: the speaker: em, tôi, mình …
    KIN = "kin"  #: relatives; value = how many persons the phrase names
    TOGETHER = "together"  #: a group with the speaker in it; value = how many
    THEY = "they"  #: anh ấy, nó: somebody already named
    OTHERS = "others"  #: people outside the household: bạn, lớp, hàng xóm
    COUNTED = "counted"  #: a noun that makes a number a number of people: người, đứa, thành viên
    FAMILY = "family"  #: the household as a topic: nhà em, gia đình
    WHOLE = "whole"  #: the household, speaker included: cả nhà
    EVERY = "every"  #: hết, đều, ai cũng
    NOBODY = "nobody"  #: không ai
    REST = "rest"  #: còn lại
    ONLY = "only"  #: mới có, mỗi, chỉ
    ALSO = "also"  #: nữa, cũng vậy, luôn
    ALONE = "alone"  #: ở một mình
    LESS = "less"  #: không tính, ngoài
    PLUS = "plus"  #: tính cả, kể cả
    EXCLUDING = "excluding"  #: không tính em, ngoài em
    INCLUDING = "including"  #: tính cả em
    ABSENT = "absent"  #: lives elsewhere or has died
    # how many
    NUMBER = "number"
    PEOPLE = "people"  #: a number with a noun: 4 người
    FRACTION = "fraction"  #: value = (part, whole)
    ABOUT = "about"  #: khoảng, gần
    SOME = "some"  #: vài, mấy, nhiều
    VAGUE = "vague"
    DEVICES = "devices"  #: a number of telephones, which is not one of people
    RANGE = "range"  #: a number nobody's household has: −2, 2,5
    AGE = "age"  #: value = years
    LABEL = "label"  #: digits that count nothing: lớp 8A2, ngày 20/8
    PERCENT = "percent"
    # what about it
    VERB = "verb"
    APP = "app"
    DID = "did"  #: đã, rồi, xong
    HAVE = "have"  #: có
    CAN = "can"  #: được
    NOT = "not"
    DENY = "deny"  #: có cài đâu, làm gì có
    WILL = "will"  #: sẽ, để, định
    SOON = "soon"  #: a moment to come: tối nay, mai
    CLOCK = "clock"  #: 7h, 19h30
    PAST = "past"  #: a moment gone: hôm qua
    NOW = "now"  #: giờ, hiện tại
    ONGOING = "ongoing"  #: đang cài
    GONE = "gone"  #: gỡ, xóa mất, đổi máy
    REASON = "reason"  #: value = reason id
    UNABLE = "unable"  #: không cài được; value = reason id
    SHARED = "shared"  #: one telephone for several people
    FOR = "for"  #: cho, giúp
    BY = "by"  #: nhờ
    SAYS = "says"  #: bảo, nói
    FORBID = "forbid"  #: không cho
    # how it hangs together
    WITH = "with"
    BUT = "but"
    THEN = "then"
    EXCEPT = "except"
    WRONG = "wrong"  #: nhầm, sai
    RIGHT = "right"  #: đúng
    INSTEAD = "instead"  #: chứ không phải
    YES = "yes"
    RESPECT = "respect"  #: dạ
    # what else a message can be
    QUESTION = "question"
    IF = "if"
    UNSURE = "unsure"
    OF = "of"  #: 3 *trên* 5
    INTRO = "intro"  #: em là, tôi tên
    INTENT = "intent"  #: value = Intent
    POLITE = "polite"  #: carries no meaning: ạ, nhé, cô ơi
    MARK = "mark"  #: punctuation that separates
    UNKNOWN = "unknown"
