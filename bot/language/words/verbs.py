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
        "cài phần mềm",
        "cài vô máy",
        "cài vào máy",
        "cài lên máy",
        "cài trên máy",
        "tải xuống",
        "tải ứng dụng",
        "tải phần mềm",
        "tải app về",
        "tải ứng dụng về",
        "down về",
        "load về",
        "kéo về máy",
    ),
}

#: Names for the thing itself that fit every campaign.
APPS = "app, ứng dụng, phần mềm, chương trình"

#: VERB stands for each verb of the campaign.
VERB_PATTERNS: tuple[tuple[Tag, object, str], ...] = (
    (
        Tag.DENY,
        None,
        "còn lâu mới VERB, còn khuya mới VERB, còn lâu tui/em/tôi/con/mình mới VERB, còn khuya tui/em/tôi/con/mình mới VERB, ai rảnh đâu mà VERB, ai mà rảnh VERB, ai rảnh VERB, ai hơi đâu VERB, ai hơi đâu mà VERB, ai rỗi hơi mà VERB, có rảnh đâu mà VERB, thời giờ đâu mà VERB, thì giờ đâu mà VERB, giờ đâu mà VERB, sức đâu mà VERB, công đâu mà VERB, tiền đâu mà VERB, chưa VERB gì cả/hết/ráo/sất, chưa có VERB gì cả/hết/ráo/sất, không VERB gì cả/hết/ráo/sất, không có VERB gì cả/hết/ráo/sất, chưa VERB gì, chưa có VERB gì, chả VERB gì, chẳng VERB gì, "
        "VERB đâu được, VERB đâu được mà, VERB đâu mà VERB, VERB gì nổi, VERB sao nổi, VERB gì được, VERB đâu mà, sao mà VERB, đâu có VERB, đâu mà VERB, VERB gì mà VERB, nào đã VERB, VERB bằng niềm tin, ai rảnh mà VERB, rảnh đâu mà VERB, hơi đâu mà VERB, thời gian đâu mà VERB, VERB kiểu gì, lấy gì VERB, lấy gì mà VERB",
    ),
    (
        Tag.ONGOING,
        None,
        "đang VERB, VERB dở, VERB gần xong, sắp VERB xong, đang VERB dở, đang VERB thì, VERB chưa xong, VERB nửa chừng, VERB sắp xong, đang chờ VERB",
    ),
    (Tag.UNKNOWN, None, "để VERB, để VERB được"),
    # A joke.
    (
        Tag.UNSURE,
        None,
        "chó cũng VERB, mèo cũng VERB, chó mèo cũng VERB, gà cũng VERB, heo cũng VERB, cả chó VERB",
    ),
    # The other way round twice, of other apps, or by mistake.
    (
        Tag.UNSURE,
        None,
        "{not_that} không VERB, {not_that} em/con/tôi/mình/tui/cháu không VERB, {not_that} là không VERB, VERB nhầm app, VERB app khác, VERB ứng dụng khác, VERB app điểm danh, VERB ứng dụng điểm danh, VERB phần mềm điểm danh, VERB app ngân hàng, VERB app chấm công, VERB app học, "
        "VERB zalo/zoom/ncovi/vssid/vneid/vnedu/tiktok/facebook/telegram, tưởng VERB, cứ tưởng VERB",
    ),
    (Tag.UNSURE, None, "cũng như VERB, có ai chưa VERB đâu, làm gì có ai chưa VERB, đâu có ai chưa VERB"),
    (
        Tag.SHARED,
        None,
        "VERB trên máy mẹ/ba/má/bố/chồng/vợ, VERB trên máy của mẹ/ba/má/bố/chồng/vợ",
    ),
    # "Not again" tells that it was there once.
    (
        Tag.GONE,
        None,
        "chưa VERB lại, chưa kịp VERB lại, chưa VERB lại được, chưa VERB được lại, không VERB lại được, không VERB lại",
    ),
    (
        Tag.NOBODY,
        None,
        "{not} ai VERB đâu, {not} ai VERB mô, {not} có ai VERB đâu, {not} có ai VERB mô, chưa có ai VERB mô, chưa có ai VERB đâu, có ai VERB đâu, có ai VERB mô, có ai VERB đâu mà, có ma nào VERB đâu, có ma nào VERB, có mống nào VERB đâu, có đứa nào VERB đâu, có người nào VERB đâu, ai mà VERB",
    ),
    # More than was said before: how many in all?
    # It is there, whether used or not.
    (Tag.VERB, None, "VERB để đó, VERB cho có, VERB cho vui, VERB cho có lệ, VERB chơi cho biết"),
    (Tag.VERB, "more", "VERB thêm, VERB thêm được"),
    (
        Tag.UNABLE,
        "trouble",
        "không VERB được, VERB không được, chưa VERB được, VERB chưa được, VERB hoài không được, VERB mãi không được, không biết VERB, không biết cách VERB, không VERB nổi, VERB không nổi, VERB không ra, VERB chưa ra, chưa biết VERB, chưa biết cách VERB, VERB không vô, VERB hổng được, không thể VERB, VERB không xong, VERB mãi chưa được, VERB hoài chưa được, {no} biết VERB sao/gì, {no} biết VERB kiểu gì, {no} biết VERB thế nào, {no} biết VERB như thế nào, {no} biết VERB làm sao, {no} biết VERB ra sao",
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
