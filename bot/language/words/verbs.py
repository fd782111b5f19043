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

#: Names of what other campaigns ask for: "cài vssid rồi" is no answer, unless vssid is what was asked for.
OTHER_APPS = "zalo/zoom/ncovi/vssid/vneid/vnedu/tiktok/facebook/telegram"

#: VERB stands for each verb of the campaign.
VERB_PATTERNS: tuple[tuple[Tag, object, str], ...] = (
    (
        Tag.DENY,
        None,
        "chưa VERB cái nào, chưa VERB nổi cái nào, chưa VERB được cái nào, chưa VERB được máy nào, chưa VERB máy nào, không VERB cái nào, không VERB được cái nào, không VERB nổi cái nào, không VERB máy nào, không VERB được máy nào, chưa VERB bao giờ, chưa VERB lần nào, chưa VERB hồi nào, chưa VERB khi nào, chưa VERB lúc nào, chưa VERB được lần nào, chưa VERB phát nào, chưa VERB bữa nào, không VERB bao giờ, có VERB bao giờ đâu, có bao giờ VERB đâu, có bao giờ VERB, đã bao giờ VERB đâu, có VERB hồi nào đâu, có VERB khi nào đâu, chưa VERB mô, không VERB mô, có VERB mô, có VERB mô mà, có VERB mô mà VERB, có VERB đâu mà VERB, có VERB đâu mà đòi VERB, VERB mô mà VERB, VERB mô được, mô mà VERB, mô có VERB, nỏ VERB mô, chưa VERB chi, chưa VERB chi hết, chưa VERB chi cả, nỏ VERB chi, có VERB chi mô, có VERB chi đâu, có VERB gì đâu, đã VERB đâu, đã VERB gì đâu, đã VERB mô, nào có VERB, nào đâu VERB, VERB hồi nào đâu, VERB khi nào đâu, VERB bao giờ đâu, chưa có VERB mô, chưa có VERB đâu, còn chưa VERB, có phải VERB đâu, đâu đã VERB, đâu có mà VERB, chi mà VERB, có chi mà VERB, còn lâu mới VERB, còn khuya mới VERB, còn lâu tui/em/tôi/con/mình mới VERB, còn khuya tui/em/tôi/con/mình mới VERB, ai rảnh đâu mà VERB, ai mà rảnh VERB, ai rảnh VERB, ai hơi đâu VERB, ai hơi đâu mà VERB, ai rỗi hơi mà VERB, có rảnh đâu mà VERB, thời giờ đâu mà VERB, thì giờ đâu mà VERB, giờ đâu mà VERB, sức đâu mà VERB, công đâu mà VERB, tiền đâu mà VERB, chưa VERB gì cả/hết/ráo/sất, chưa có VERB gì cả/hết/ráo/sất, không VERB gì cả/hết/ráo/sất, không có VERB gì cả/hết/ráo/sất, chưa VERB gì, chưa có VERB gì, chả VERB gì, chẳng VERB gì, "
        "VERB đâu được, VERB đâu được mà, VERB đâu mà VERB, VERB gì nổi, VERB sao nổi, VERB gì được, VERB đâu mà, sao mà VERB, đâu có VERB, đâu mà VERB, VERB gì mà VERB, nào đã VERB, VERB bằng niềm tin, ai rảnh mà VERB, rảnh đâu mà VERB, hơi đâu mà VERB, thời gian đâu mà VERB, VERB kiểu gì, lấy gì VERB, lấy gì mà VERB",
    ),
    (
        Tag.ONGOING,
        None,
        "=VERB đây, VERB ngay đây, =VERB liền đây, =VERB luôn đây, VERB ngay và luôn, VERB ngay và luôn đây, VERB ngay bây giờ, VERB ngay bây giờ đây, VERB luôn bây giờ, VERB liền bây giờ, VERB liền nè, VERB liền giờ, VERB ngay nè, VERB luôn nè, VERB được đến/tới bước/đoạn/khúc/chỗ/phần, VERB đến/tới bước/đoạn/khúc/chỗ/phần, bắt đầu VERB, bắt tay vào VERB, mới bắt đầu VERB, đang mò VERB, đang ngồi VERB, đang nhờ VERB, đang loay hoay VERB, đang tập VERB, đang thử VERB, đang tiến hành VERB, còn đang VERB, vẫn đang VERB, VERB mới được nửa, VERB được nửa chừng, VERB nửa chừng thì, VERB gần tới, VERB sắp tới, đang VERB, VERB dở, VERB gần xong, gần VERB xong, gần VERB được, sắp VERB được, gần như VERB xong, tính VERB xong, sắp VERB xong, đang VERB dở, đang VERB thì, VERB chưa xong, VERB nửa chừng, VERB sắp xong, đang chờ VERB",
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
        f"VERB {OTHER_APPS}",
    ),
    (Tag.UNSURE, None, "cũng như VERB, có ai chưa VERB đâu, làm gì có ai chưa VERB, đâu có ai chưa VERB"),
    (
        Tag.SHARED,
        None,
        "VERB trên máy mẹ/ba/má/bố/chồng/vợ, VERB trên máy của mẹ/ba/má/bố/chồng/vợ, VERB chung máy, VERB chung một/1 máy, VERB chung trên máy, VERB chung trên một/1 máy, VERB chung điện thoại, VERB chung một/1 điện thoại, VERB chung vào máy, VERB ké máy, VERB ké trên máy, VERB ké điện thoại",
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
        "đã ai VERB đâu, đã có ai VERB đâu, ai đã VERB đâu, ai mà VERB đâu, ai VERB đâu, chưa ai biết VERB, không ai biết VERB, không ai thèm VERB, không ai chịu VERB, chưa ai chịu VERB, chưa ai kịp VERB, chưa ai dám VERB, không ai dám VERB, {not} ai VERB được, {not} ai VERB nổi, {not} ai VERB đâu, {not} ai VERB mô, {not} có ai VERB đâu, {not} có ai VERB mô, chưa có ai VERB mô, chưa có ai VERB đâu, có ai VERB đâu, có ai VERB mô, có ai VERB đâu mà, có ma nào VERB đâu, có ma nào VERB, có mống nào VERB đâu, có đứa nào VERB đâu, có người nào VERB đâu, ai mà VERB",
    ),
    # More than was said before: how many in all?
    # It is there, whether used or not.
    (Tag.VERB, None, "VERB để đó, VERB cho có, VERB cho vui, VERB cho có lệ, VERB chơi cho biết"),
    (Tag.VERB, "more", "VERB thêm, VERB thêm được"),
    (
        Tag.UNABLE,
        "trouble",
        "{no} có wifi/mạng/sóng/data/internet/điện để VERB, {no} có mạng internet để VERB, hết wifi/mạng/data/tiền/pin để VERB, {no} đủ bộ nhớ để VERB, {no} đủ dung lượng để VERB, {no} hiểu cách VERB, {no} rõ cách VERB, {no} rành VERB, {no} rành cách VERB, {no} thạo VERB, {no} mò ra cách VERB, lần nào cũng báo lỗi, lần nào cũng lỗi, lần nào cũng không được, lần nào cũng bị lỗi, lần nào cũng văng, bấm hoài không được, bấm mãi không được, mò mãi không ra, mò hoài không ra, biết chi mà VERB, biết gì mà VERB, biết gì đâu mà VERB, có biết gì đâu mà VERB, có biết chi mà VERB, có biết chi mô mà VERB, biết chi mô mà VERB, biết mô mà VERB, có biết mô mà VERB, có biết đâu mà VERB, biết đâu mà VERB, biết đâu đường mà VERB, không biết đường nào mà VERB, không biết đường VERB, không biết đằng nào mà VERB, có biết VERB đâu, có biết VERB mô, đâu có biết VERB, đâu biết VERB, biết VERB đâu, biết VERB mô, nỏ biết VERB, VERB nỏ được, VERB méo được, VERB éo được, VERB mãi không nổi, VERB hoài không nổi, VERB hoài không vô, VERB mãi không vào, VERB không vào, VERB không lên, VERB hoài không xong, VERB mãi không xong, VERB tới VERB lui không được, VERB đi VERB lại không được, VERB đi VERB lại vẫn không được, VERB kiểu gì cũng không được, VERB cách nào cũng không được, VERB sao cũng không được, VERB răng cũng không được, chịu không VERB được, chịu không VERB nổi, {no} tài nào VERB được, {no} cách nào VERB được, chưa VERB nổi, chưa VERB vô được, chưa VERB vào được, cannot VERB, can't VERB, could not VERB, couldn't VERB, không VERB được, VERB không được, chưa VERB được, VERB chưa được, VERB hoài không được, VERB mãi không được, không biết VERB, không biết cách VERB, không VERB nổi, VERB không nổi, VERB không ra, VERB chưa ra, chưa biết VERB, chưa biết cách VERB, VERB không vô, VERB hổng được, không thể VERB, VERB không xong, VERB mãi chưa được, VERB hoài chưa được, {no} biết VERB sao/gì, {no} biết VERB kiểu gì, {no} biết VERB thế nào, {no} biết VERB như thế nào, {no} biết VERB làm sao, {no} biết VERB ra sao",
    ),
    (
        Tag.UNABLE,
        "other",
        "quên VERB, quên chưa VERB, quên không VERB, quên mất VERB, quên béng VERB, lười VERB, ngại VERB, làm biếng VERB",
    ),
    (
        Tag.UNABLE,
        "refused",
        "không ham VERB, không khoái VERB, không ưng VERB, chả thèm VERB, chẳng thèm VERB, chưa thèm VERB, đếch VERB, méo VERB, đéo VERB, đéo thèm VERB, cóc VERB, cóc thèm VERB, cóc cần VERB, miễn VERB, nhất quyết không VERB, nhất định không VERB, dứt khoát không VERB, kiên quyết không VERB, cương quyết không VERB, không dám VERB, chưa dám VERB, không được VERB đâu, sợ không dám VERB, thôi khỏi VERB, thôi không VERB, thôi không VERB nữa, không VERB nữa, không VERB nữa đâu, không định VERB, không có ý định VERB, không tính VERB, VERB làm gì cho mệt, VERB chi cho mệt, không muốn VERB, không chịu VERB, không đồng ý VERB, không thích VERB, chưa muốn VERB, sẽ không VERB, chưa chịu VERB, khỏi VERB, không VERB đâu, không thèm VERB, không cần VERB",
    ),
    (
        Tag.QUESTION,
        None,
        "VERB ở đâu, VERB đâu vậy, VERB chỗ nào, VERB sao, VERB thế nào, VERB làm gì, VERB chi, VERB để làm gì, VERB kiểu nào, VERB như nào, VERB bằng cách nào, có phải VERB, phải VERB không, có cần VERB, VERB làm chi, VERB sao vậy, VERB cái nào, bắt buộc VERB, cách VERB",
    ),
)
