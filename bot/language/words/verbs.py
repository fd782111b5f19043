"""What the campaign asks people to do: phrases around its verbs, whatever the verbs are."""

from bot.language.tags import Tag

#: Other words people use for a verb of a campaign.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "cài": (
        "cài đặt",
        "tải",
        "tải về",
        "install",
        "installed",
        "set up",
        "tải app",
        "cài app",
        "cài ứng dụng",
    ),
}

#: Names for the thing itself that fit every campaign.
APPS = "app, ứng dụng, phần mềm, chương trình"

#: VERB stands for each verb of the campaign.
VERB_PATTERNS: tuple[tuple[Tag, object, str], ...] = (
    (
        Tag.DENY,
        None,
        "VERB gì nổi, VERB sao nổi, VERB gì được, VERB đâu mà, sao mà VERB, đâu có VERB, đâu mà VERB, VERB gì mà VERB, nào đã VERB, VERB bằng niềm tin, ai rảnh mà VERB, rảnh đâu mà VERB, hơi đâu mà VERB, thời gian đâu mà VERB, VERB kiểu gì, lấy gì VERB, lấy gì mà VERB",
    ),
    (
        Tag.ONGOING,
        None,
        "đang VERB, VERB dở, VERB gần xong, sắp VERB xong, đang VERB dở, đang VERB thì, VERB chưa xong, VERB nửa chừng, VERB sắp xong, đang chờ VERB",
    ),
    (Tag.UNKNOWN, None, "để VERB, để VERB được"),
    (Tag.UNSURE, None, "cũng như VERB, có ai chưa VERB đâu, làm gì có ai chưa VERB, đâu có ai chưa VERB"),
    # "Not again" tells that it was there once.
    (
        Tag.GONE,
        None,
        "chưa VERB lại, chưa kịp VERB lại, chưa VERB lại được, chưa VERB được lại, không VERB lại được, không VERB lại",
    ),
    # More than was said before: how many in all?
    (Tag.VERB, "more", "VERB thêm, VERB thêm được"),
    (
        Tag.UNABLE,
        "trouble",
        "không VERB được, VERB không được, chưa VERB được, VERB chưa được, VERB hoài không được, VERB mãi không được, không biết VERB, không biết cách VERB, không VERB nổi, VERB không nổi, VERB không ra, VERB chưa ra, VERB không vô, VERB hổng được, không thể VERB, VERB không xong, VERB mãi chưa được, VERB hoài chưa được",
    ),
    (
        Tag.UNABLE,
        "refused",
        "không muốn VERB, không chịu VERB, không đồng ý VERB, không thích VERB, chưa muốn VERB, sẽ không VERB, chưa chịu VERB, khỏi VERB, không VERB đâu, không thèm VERB, không cần VERB",
    ),
    (
        Tag.QUESTION,
        None,
        "VERB ở đâu, VERB đâu vậy, VERB chỗ nào, VERB sao, VERB thế nào, VERB làm gì, VERB chi, VERB để làm gì, VERB kiểu nào, VERB như nào, VERB bằng cách nào, có phải VERB, phải VERB không, có cần VERB, VERB làm chi, VERB sao vậy, VERB cái nào, bắt buộc VERB, cách VERB",
    ),
)
