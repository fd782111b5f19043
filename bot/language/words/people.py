"""Who: the speaker, relatives, households, outsiders."""

from bot.language.tags import Tag

PEOPLE: tuple[tuple[Tag, object, str], ...] = (
    (
        Tag.SELF,
        None,
        "em, tôi, mình, tui, con, cháu, tao, =tau, =choa, =tớ, =t, myself, bản thân, bản thân em/tôi/mình/con/cháu, tụi em/con/mình/tui/tôi/cháu, bọn em/con/mình/tui/tôi/cháu, chúng em/con/mình/tôi/cháu, "
        "cá nhân em/tôi/mình, chính em/tôi/mình, riêng em/tôi/mình/tui/con/cháu, "
        "phần em/tôi/mình/con, máy em/tôi/mình/tui/con/cháu, điện thoại em/tôi/mình/con/cháu, "
        "điện thoại của em/tôi/mình/con/cháu, máy của em/tôi/mình/con/cháu, =i",
    ),
    # One person each. A possessive after them ("mẹ em") is swallowed by the rules, not listed here.
    (
        Tag.KIN,
        1,
        "bố, ba, cha, tía, mẹ, má, bầm, mạ, ông, bà, nội, ngoại, ông nội, ông ngoại, "
        "bà nội, bà ngoại, ông cụ, bà cụ, cụ ông, cụ bà, cụ, cố, bà cố, ông cố, "
        "=anh nhà em/tôi/mình/tui, =chị nhà em/tôi/mình, =ông nhà em/tôi/mình/tui, =bà nhà em/tôi/mình/tui, vợ, chồng, ông xã, bà xã, ông chồng, bà vợ, ba nó, =má nó, gấu",
    ),
    # As the centre says it; without marks "o" is "ở" and "on" is "ơn".
    (Tag.KIN, 1, "=ôn, =o {nth}, =o ruột, =mự, =mự {nth}, =mệ nội, =mệ ngoại, =ôn nội, =ôn ngoại"),
    # "máy con gái" is not the speaker's own.
    (
        Tag.KIN,
        1,
        "chị dâu em/tôi/con/mình/tui/cháu, em dâu em/tôi/mình/tui, máy em/con/cháu gái/trai/út/lớn/nhỏ/đầu/dâu/rể, điện thoại em/con/cháu gái/trai/út/lớn/nhỏ/dâu/rể",
    ),
    (
        Tag.KIN,
        1,
        "anh, chị, anh trai, chị gái, em gái, em trai, em út, em bé, em họ, =em nhỏ, đứa em, thằng em, "
        "đứa em cùng cha/mẹ/ba/má/bố, đứa em cùng cha khác mẹ, đứa em cùng mẹ khác cha, em cùng cha khác mẹ, em cùng mẹ khác cha, "
        "con em, nhỏ em, đứa em gái, đứa em trai, thằng em trai, em ruột, =chị dâu, =em dâu, anh rể, em rể, "
        "=con dâu, con rể, chị họ, anh họ, =con chị họ, =thằng anh họ, anh ruột, chị ruột, cô em gái, cậu em trai, em của em/con/mình/tôi, "
        "em con, em cháu, =em tôi, =em tui, =em mình, em vợ, em chồng, anh vợ, chị chồng, anh chồng, chị vợ, "
        "mẹ chồng, mẹ vợ, bố chồng, bố vợ, ba chồng, ba vợ, má chồng, má vợ, nhạc mẫu, bé em",
    ),
    (
        Tag.KIN,
        1,
        "=thằng, con trai, con gái, con nhỏ, con lớn, con út, con đầu, con cả, con thứ, con bé, thằng con, đứa con, đứa cháu, thằng cháu, "
        "con tôi, con tui, con mình, con trai lớn/nhỏ/út/đầu, con gái lớn/nhỏ/út/đầu, cháu nội, cháu ngoại, "
        "cháu lớn, cháu nhỏ, cháu bé, cháu gái, cháu trai, cháu đầu, cháu út, bé, bé út, bé lớn, bé nhỏ, "
        "bé gái, bé trai, bé con, con bé con, thằng bé con, =con một, =thằng con một, =đứa con một, nhóc, nhóc con, thằng nhỏ, con nhỏ em, =con chị nó, =con em nó, =thằng em nó, =thằng anh nó, =chị nó, =anh nó, =em nó, đứa nhỏ, đứa lớn, thằng cu, cu tí, "
        "cu cậu, cu lớn, cu nhỏ, cu út, cu anh, cu em, nhóc lớn/nhỏ/út, gái lớn/út, trai lớn/út, thằng bé, cô con gái, cậu con trai, đứa út, thằng út, con út, nhóc nhà em, thằng lớn",
    ),
    (
        Tag.KIN,
        1,
        "dì, chú, bác, cậu, mợ, thím, dượng, bác gái, bác trai, cô ruột, chú ruột, dì ruột, "
        "người giúp việc, cô giúp việc, osin",
    ),
    # As the regions, the cities and the young say it.
    (
        Tag.KIN,
        1,
        "=bu, =u, =mệ, =mụ gia, papa, =bọ, =mạ, =mạ chồng, =mạ vợ, =bọ chồng, =bọ vợ, =bà má, =bà mẹ, =ông bố, =ông ba, =ông tía, =ông cha, =anh chồng, =con vợ, =mụ vợ, =bà dì, =bà cô, =ông chú, =ông cậu, =ông bác, =bà thím, =bà mợ, =ông dượng, =cô em gái, =cô em út, =cậu em út, =anh con trai, =anh con cả, =anh con trai cả/lớn/út/đầu, =anh con út, =anh con rể, =anh con trưởng, =chị con gái, =chị con cả, =chị con dâu, =chị con gái cả/lớn/út, =cô con gái lớn/út/nhỏ/cả, =cậu con trai lớn/út/nhỏ/cả, =cậu con rể, =cô con dâu, =ông con trai, =cô con gái rượu, =đứa dâu, =đứa rể, =nàng dâu, =chàng rể, =đứa con dâu, =thằng con rể, =đứa con rể, =thằng rể, =con dâu lớn/út/cả, chàng rể, nhóc bé, nhóc lớn, nhóc nhỏ, nhóc út, nhóc đầu, cậu rể, nàng dâu, cô dâu út, thằng rể, =con rể lớn/út/cả, =bà già chồng/vợ, =ông già chồng/vợ, =tía chồng/vợ, =cha chồng/vợ, =nội chồng, =con nhỏ út/lớn/đầu/kế/giữa, =thằng nhỏ út/lớn/đầu/kế/giữa, =đứa/thằng/bé/con/nhóc kế/giữa, =đứa cả, =bé cả, =con trưởng, =con trai trưởng, =con trai cả, =con gái cả, =thằng cả, =bé lớn nhà em/tôi/mình/chị/anh, =cu lớn nhà em/tôi/mình, my mom/dad/mum/mother/father/wife/husband/son/daughter/sister/brother/grandma/grandpa/grandmother/grandfather, husband, wife, grandma, grandpa, hubby nhà em, cục nợ, ông cụ thân sinh, bà cụ thân sinh, cụ thân sinh, mama, mami, mum, mom, daddy, dad, mẹ kế, mẹ ruột, mẹ nuôi, mẹ già, má ruột, ba ruột, ba nuôi, ba dượng, bố dượng, bố ruột, bố già, cha dượng, cha ruột, "
        "mẹ đẻ, bố đẻ, mẹ cả, ông già, bà già, ông bô, bà bô, ông via, bà via, =ông anh, =bà chị, thằng anh, nhỏ chị, anh cả, chị cả, anh lớn, chị lớn, anh kế, chị kế, chị hai, "
        "chồng yêu, vợ yêu, hubby, ông xã nhà, bà xã nhà, con nuôi, con riêng, con đầu lòng, cháu đích tôn, chắt, bé cháu, con cháu nội, cháu dâu, cháu rể, ông sui, bà sui, ông thông gia, bà thông gia, "
        "thằng em út, con em út, con em gái, nhỏ em gái, nhỏ em út, em gái út, em trai út, chị gái lớn, anh trai lớn, đứa con gái, đứa con trai, đứa con gái nhỏ/lớn/út, đứa con trai nhỏ/lớn/út, con bé út, con bé lớn, "
        "con/bé/đứa/thằng thứ #, con/bé/đứa/thằng thứ hai/ba/tư/nhì, công chúa, hoàng tử, quý tử, cục cưng, baby, em bé nhỏ, bé sơ sinh, =nhỏ út, =sắp út, bà nội chồng, bà ngoại chồng, ông nội chồng, bà vú, cô nuôi",
    ),
    (
        Tag.KIN,
        2,
        "pama, thầy bu, =bố u, =ba mạ, =bọ mạ, =ba mạ chồng, =ba mạ vợ, =bố mạ, =thầy bầm, =tía má chồng, =tía má vợ, =cha má chồng, =cha má vợ, =ông bà già chồng, =ông bà già vợ, =ông già bà già, =ông bà sui, =ông bà thông gia, my parents, my grandparents, grandparents, =cụ ông cụ bà, =ông nội bà nội, =ông ngoại bà ngoại, =bố chồng mẹ chồng, =ba chồng má chồng,  ba mẹ ruột, cha mẹ ruột, bố mẹ đẻ, cha mẹ đẻ, ba má ruột, bố mẹ già, cha mẹ già, hai thân, nhị vị phụ huynh, hai đứa song sinh, hai đứa sinh đôi, # đứa/bé/cháu/con/nhóc sinh đôi, #/hai bé/cháu/con/nhóc song sinh, hai bé/cháu/con/nhóc sinh đôi, # con gái/trai sinh đôi, hai con gái/trai sinh đôi, cặp song sinh, cặp sinh đôi",
    ),
    (Tag.KIN, 2, "ông bà bên nội/ngoại, bố mẹ bên chồng/vợ, ba má bên chồng/vợ, ba mẹ bên chồng/vợ"),
    (Tag.KIN, 1, "bà/ông bên nội/ngoại, mẹ/má/ba/bố ông/bà xã"),
    (Tag.KIN, 2, "=ôn mệ, =ôn mệ nội/ngoại"),
    (
        Tag.UNKNOWN,
        None,
        "ngoài giờ, ngoài giờ làm/dạy/trực/học, ngoài giờ làm việc, ngoài giờ hành chính, ngoài chợ, ngoài đồng, ngoài ruộng, ngoài rẫy, ngoài vườn, ngoài sân, ngoài đường, ngoài biển, ngoài khơi, ngoài đảo, ngoài quán, ngoài tiệm, ngoài cửa hàng, ngoài bãi, ngoài bến, ngoài huyện, ngoài xã, ngoài thị trấn, ngoài phố, ngoài tỉnh, ngoài bắc, ngoài trung, ngoài huế, ngoài hà nội, ngoài đà nẵng, ngoài quê, ngoài lộ, ngoài kia, ngoài trời",
    ),
    (Tag.VAGUE, None, "=anh em tôi/tui, =chị em tôi/tui"),
    (Tag.VAGUE, None, "=bên nội, =bên ngoại, =bên vợ, =bên chồng"),
    (Tag.KIN, 4, "ba má hai bên, ba mẹ hai bên, bố mẹ hai bên, cha mẹ hai bên, tứ thân phụ mẫu"),
    (
        Tag.SOME,
        None,
        "sắp nhỏ, bầy trẻ, lũ nhỏ, mấy nhóc, đám nhỏ, lũ trẻ, bọn trẻ, bọn nhỏ, tụi nhỏ, đám con, đám cháu",
    ),
    # Pairs. "ba má" is father and mother, never three mothers.
    (
        Tag.KIN,
        2,
        "bố mẹ, ba mẹ, ba má, hai ba má, hai ba mẹ, hai bố mẹ, cha mẹ, tía má, =má ba, =mẹ bố, thầy u, cha má, bố má, phụ mẫu, "
        "ông bà, ông bà nội, ông bà ngoại, nội ngoại, hai cụ, hai ông bà, ông bà cụ, "
        "hai bác, hai cô chú, cô chú, cậu mợ, chú thím, dì dượng, hai ông bà nội/ngoại, "
        "bố mẹ chồng, bố mẹ vợ, ba má chồng, ba má vợ, ba mẹ chồng, ba mẹ vợ, ông bà già, "
        "hai đấng sinh thành, parents, anh chị, cha mẹ chồng, cha mẹ vợ, song thân",
    ),
    # Birth order is a name, not a number: "anh hai cài rồi" is one elder brother. "co ba nguoi" has no aunt in it.
    (
        Tag.KIN,
        1,
        "anh/chị/dì/chú/bác/cậu/mợ/thím/dượng/ông/bà {birth}, =cô {birth}, cô út, =em {nth}, bé/thằng/đứa {nth}, "
        "=anh/chị/dì/chú/bác/cậu/mợ/thím/dượng/ông/bà #, =còn bé út/nhỏ/lớn",
    ),
    (Tag.KIN, 2, "=dì dượng {nth}, =cậu mợ {nth}, =chú thím {nth}, =anh chị {nth}"),
    (Tag.KIN, 4, "ông bà nội ngoại, nội ngoại hai bên, ông bà hai bên"),
    # The speaker is one of these: "hai vợ chồng" is one other person, "ba mẹ con" two (by the parent).
    (
        Tag.TOGETHER,
        2,
        "vợ chồng, một mẹ một con, một má một con, một cha một con, một bố một con, một bà một cháu, một ông một cháu, một vợ một chồng, # mẹ # con, # bà # cháu",
    ),
    # The speaker and others, nobody says how many.
    (
        Tag.TOGETHER,
        1,
        "=mẹ con em/tôi/mình/tui, =má con em/tôi/mình/tui, =bố con em/tôi/mình/tui, =cha con em/tôi/mình/tui, =tía con em/tôi/tui, =mẹ con nhà em/tôi/tui, =bố con nhà em/tôi, =bà cháu em/tôi/tui/con, =ông cháu em/tôi/tui/con, =dì cháu em/tôi/tui/con, =cô cháu em/tôi/tui, =chú cháu em/tôi/tui, =cậu cháu em/tôi/tui",
    ),
    (
        Tag.TOGETHER,
        "#",
        "#/{n} vợ chồng, #/{n} vợ chồng em/tôi/mình/tui, #/{nb} mẹ con, #/{n} bố con, #/{n} cha con, #/{n} anh em, #/{n} chị em, #/{n} bà cháu, =ba mẹ con em/tôi/mình/tui, =ba má con em/tôi/mình/tui, "
        "#/{n} ông cháu, #/{n} anh chị em, #/{nb} mẹ con em/tôi/mình, #/{n} bố con em/tôi/mình, #/{n} anh em em/tôi/mình/con/cháu/tui, #/{n} chị em em/tôi/mình/con/cháu/tui, #/{n} cha con em/tôi/mình, #/{n} dì cháu, # ba con, # ba con em/tôi/mình, #/{nb} má con, #/{nb} má con em/tôi/mình/tui, #/{nb} tía con, #/{n} chú cháu, #/{n} cậu cháu, #/{n} cô cháu, #/{n} bác cháu, #/{n} mẹ con tui, #/{n} bà cháu em/tôi/mình/con, #/{n} ông cháu em/tôi/mình/con, #/{n} ông bà cháu",
    ),
    (
        Tag.FAMILY,
        None,
        "nhà, nhà em/tôi/mình/tui/con/cháu, nhà của em/tôi, trong nhà, gia đình, gia đình em/tôi/mình/con/cháu, "
        "trong gia đình, hộ, hộ gia đình, nhà này, "
        "trong gia đình em/tôi/mình/con/cháu, trong nhà em/tôi/mình/tui/con, "
        "gia đình nhà em, nhà chúng tôi, nhà tụi em, gđ, nhà ta",
    ),
    # Who is registered there is not always who lives there.
    (
        Tag.FAMILY,
        "register",
        "hộ khẩu, sổ hộ khẩu, trong sổ hộ khẩu, trong hộ khẩu, theo sổ hộ khẩu, theo hộ khẩu, trong sổ, trên sổ, trên giấy tờ, sổ hộ khẩu nhà/gia đình em/tôi/mình, hộ khẩu nhà/gia đình em/tôi/mình, sổ hộ khẩu ghi",
    ),
    (
        Tag.WHOLE,
        None,
        "cả nhà, cả gia đình, toàn gia đình, toàn bộ gia đình, nguyên nhà, nguyên gia đình, =hết cả nhà, "
        "cả nhà em/tôi/mình/tui/con/cháu, cả gia đình em/tôi/mình/con/cháu, toàn thể gia đình, "
        "mọi người trong nhà, mọi người trong gia đình, mọi người nhà em/tôi/mình, tất cả mọi người trong nhà/gia đình, "
        "tất cả thành viên trong gia đình, các thành viên trong gia đình, tất cả trong nhà, toàn nhà, "
        "tất cả thành viên, tất cả các thành viên, mọi thành viên, mọi thành viên trong gia đình, cả hộ, "
        "tất cả người nhà, nguyên cái nhà, trong nhà ai, nhà em ai, nhà ai, cả đại gia đình, trong gia đình ai, "
        "tất cả gia đình, =hết nhà, whole family, everyone in my family, all of us, my whole family, everyone at home, everybody at home, everyone in the family, all my family, gia đình ai, nhà mình ai, nhà tôi ai, nhà con ai",
    ),
    (
        Tag.COUNTED,
        None,
        "người, đứa, mạng, miệng ăn, thành viên, nhân khẩu, khẩu, người lớn, trẻ em, trẻ nhỏ, "
        "trẻ con, người già, người cao tuổi, bạn nhỏ, người khác, đứa nhỏ, đứa trẻ, "
        "người luôn {me}, mạng luôn {me}, đứa luôn {me}, người cả {me}, mạng cả {me}, {persons} cả {me}, {persons} luôn {me}, {persons} luôn cả {me}, {persons} gồm {me}, {persons} gồm cả {me}, {persons} gồm cả bản thân, người lớn tuổi, people, persons, members, nhóc tì",
    ),
    # Behind a number these count; alone they are all the others.
    (
        Tag.COUNTED,
        "rest",
        "=người nhà, người thân, người thân trong gia đình, thành viên trong gia đình, thành viên gia đình, thành viên còn lại, người trong nhà, "
        "người trong gia đình, người còn lại, người trong gia đình {me}, người trong nhà {me}, =người nhà {me}, người thân {me}",
    ),
    (
        Tag.NOBODY,
        None,
        "chưa/không/chẳng ai rớ/đụng/động/sờ/mó tới, chưa/không/chẳng ai rớ/đụng/động/sờ/mó đến, chưa ai rớ, chưa ai đụng, nhà chưa ai, đã ai đâu, có ai đâu, ai đâu mà, không ai, chưa ai, không có ai, chưa có ai, chẳng ai, chả ai, đâu có ai, đâu ai, không người nào, "
        "chưa người nào, không một ai, chưa một ai, chưa có ai sất, không có ai sất, chưa ai sất, không ai sất, một mống cũng không, một mống cũng chưa, một người cũng không, một người cũng chưa, một ai cũng không, một ai cũng chưa, một đứa cũng chưa, không một mống, chưa một mống, không mống nào, chưa mống nào, chả mống nào, chẳng mống nào, không một bóng người, chả có ai, chả có mống nào, hổng có mống nào, hổng ai, chưa thằng nào, chưa con nào, chưa ông nào, hổng có ai, chẳng có ai, chả có ai, không có người nào, "
        "chưa có người nào, chưa có một ai, không có một ai, không đứa nào, chưa đứa nào, chưa có đứa nào, không có đứa nào, không/chẳng/chả còn ai, không có một người nào, chưa/không/chẳng/chả có ma nào, chưa/không/chẳng/chả ma nào, chưa/không có mống nào, chưa/không có ai hết, nỏ ai, nỏ có ai, chưa/không đứa mô, chưa/không ai mô, chưa/không có ai mô, chưa/không thêm ai, chưa/không có thêm ai, nobody, no one, zero, none, none of them, nobody else, not a single one",
    ),
    (
        Tag.EVERY,
        None,
        "hết, đều, tất cả, ai cũng, đủ, đầy đủ, toàn bộ, full, sạch sành sanh, sạch bách, sạch trơn, sạch bóng, ráo trọi, ráo trơn, ráo nạo, tuốt tuồn tuột, tuốt luốt, tuốt luột, =tuốt, tuốt hết, tuốt rồi, láng hết, =láng e, trọn bộ, trọn gói, trọn ổ, nguyên ổ, cả ổ, nguyên bầy, cả bầy, nguyên băng, cả nút, cả nùi, toàn gia, toàn thể, toàn tập, =hết sạch sành sanh, cả thảy đều, thảy đều, hết thảy đều, hết cả, hết trơn, hết ráo, hết sạch, hết thảy, "
        "mọi người, cả lũ, không sót ai, cả bọn, all, both, both of them, all of them, every one, =không sót mống nào, =không sót một ai, =không thiếu một ai, =không thiếu mống nào, =không sót người nào, =không thiếu người nào, =không chừa một ai, everyone, everybody, ai nấy, ai nấy đều, người nào cũng, "
        "không thiếu ai, đủ hết, đủ cả, cả thảy, =tất, tất tần tật, đứa nào cũng, hết luôn, mọi người đều, tất cả đều, không chừa ai",
    ),
    # "cài cả rồi" is all of them, "chưa cài cả" nobody at all; elsewhere it says nothing.
    (Tag.EVERY, "at all", "cả"),
    (Tag.UNKNOWN, None, "cả"),
    (
        Tag.NOBODY,
        "no_smartphone",
        "có ai dùng/xài/có điện thoại/smartphone/máy đâu mà cài, có ai dùng/xài/có điện thoại/smartphone/máy đâu, ai có điện thoại/smartphone/máy đâu mà cài, không ai có {phone}, không có ai {use} {phone}, không ai {use} {phone}, không có ai có {phone}, chưa ai có {phone}, chẳng ai có {phone}",
    ),
    (
        Tag.REST,
        None,
        "còn lại, số còn lại, những người còn lại, mấy người còn lại, những người khác, mấy người khác, những thành viên khác, các thành viên khác, các thành viên còn lại, các thành viên, mọi người còn lại, người kia, mấy người kia",
    ),
    (Tag.THEY, "he", "=ổng, =ảnh"),
    (Tag.THEY, "she", "=bả, =cổ"),
    (
        Tag.THEY,
        None,
        "anh ấy, chị ấy, ông ấy, bà ấy, cô ấy, nó, tụi nó, chúng nó, bọn nó, cháu nó, bé nó, họ, cậu ấy, em ấy, mấy đứa nó, =hắn, =hấn, =tụi hắn, =bọn hắn, =tụi nớ, hai đứa nó, cụ ấy, anh ta, they, he, she, bác ấy, chúng",
    ),
    (
        Tag.SHARED,
        None,
        "chung máy, dùng chung, xài chung, chung điện thoại, chung một máy, dùng chung máy, mượn điện thoại, xài ké, dùng ké, mượn máy, dùng máy của mẹ/ba/bố/má, dùng điện thoại của mẹ/ba/bố/má, xài máy của mẹ/ba/bố/má, sử dụng chung, chung # máy, xài máy mẹ/ba/má/bố",
    ),
    (
        Tag.ALONE,
        None,
        "một mình, chỉ có một mình, có một mình, mình ên, có mình ên",
    ),
    (
        Tag.ALONE,
        "lives",
        "ở/sống một mình, ở/sống # mình, ở trọ một mình, ở trọ # mình, độc thân, ở có một mình, sống một thân một mình, "
        "ở trọ có mình em, không sống với ai, ở mình ên, không ở với ai, không ở chung với ai, không ở cùng ai, không sống cùng ai, không sống chung với ai, chẳng ở với ai, có ở với ai đâu, có ở chung với ai đâu, có ở cùng ai đâu, có sống với ai đâu, có sống chung với ai đâu, có sống cùng ai đâu, đâu có ở với ai, đâu có ở chung với ai, đâu có sống với ai, đâu có sống chung với ai, có ở với ai mô, có ở với ai đâu mà hỏi, có ở với ai đâu mà khai, có ở với ai đâu mà báo, "
        "ở có một mình thôi, độc thân vui tính, sống độc thân, ở độc thân, đang độc thân, còn độc thân, vẫn độc thân, ăn cơm một mình, thui thủi một mình, thân cô thế cô, ở một mình một nhà, ở một mình thôi, ở riêng một mình, ra ở riêng một mình, sống riêng một mình, live alone, living alone, i live alone, alone",
    ),
    (Tag.EXCLUDING, None, "ngoài {me} ra"),
    # With a pronoun behind them: "ngoài em còn 4" leaves the speaker out, "tính cả em" takes her in.
    (
        Tag.LESS,
        None,
        "không tính, chưa tính, không kể, chưa kể, ngoài, không bao gồm, không gồm, chưa bao gồm, chưa gồm, không đếm, không tính cả, không tính luôn",
    ),
    (
        Tag.PLUS,
        None,
        "tính cả, kể cả, tính luôn, including, counting, kể luôn, tính luôn cả, gồm cả, bao gồm, bao gồm cả, tính thêm, có tính, đã tính, đã tính luôn, đã tính cả, cộng, cộng cả, cộng thêm, tính, "
        "trong đó có, trong đó có cả, có cả, luôn cả, gồm luôn, kể thêm",
    ),
    (
        Tag.INCLUDING,
        None,
        "including myself, counting myself, cả {me} nữa là, cả {me} là, cả {me} nữa, tính {me} nữa là, tính cả, kể cả mình, tính luôn, bao gồm bản thân, tính hết, tính tất cả",
    ),
    # Who lives there has a household of their own.
    (
        Tag.ABSENT,
        "apart",
        "ở riêng, ở riêng rồi, ra riêng, ra ở riêng, ra riêng rồi, dọn ra riêng, không ở chung, không sống chung, không ở chung nhà, không ở cùng, không ở cùng nhà, không sống cùng, không sống cùng nhà, không cùng nhà, chưa ở cùng, khác hộ, hộ khác, khác hộ khẩu, nhà riêng, có nhà riêng, qua chơi, đến chơi, ghé chơi, lên chơi, xuống chơi, sống riêng, tách hộ, tách khẩu",
    ),
    (
        Tag.ABSENT,
        "dead",
        "mất rồi, mất hết, mất hết rồi, mất sớm, đã mất, qua đời, mất lâu rồi, mất năm ngoái, mất hồi năm ngoái, đã qua đời, không còn nữa, đã khuất, khuất núi, tạ thế",
    ),
    (
        Tag.ABSENT,
        None,
        "không có ở nhà, không ở nhà, không có nhà, ở quê, ở xa, đi làm xa, đi làm ăn xa, đi học xa, "
        "đi làm công nhân, lâu lâu mới về, đi nghĩa vụ, đi bộ đội, đi nước ngoài, "
        "đi xuất khẩu, ở nước ngoài, đi làm ở, ly dị, ly hôn, li dị, li hôn, lấy chồng, đi lấy chồng, lấy chồng rồi, lấy vợ, theo chồng, theo vợ, ở trên, đi làm trên, về quê, đi làm, làm bình dương, làm sài gòn, làm đồng nai, làm long an, làm thành phố, làm xa, đi công trình, đi làm bình dương/sài gòn, đi bình dương, đi sài gòn, đi thành phố, đi tỉnh, đi lính, đi biển",
    ),
    (
        Tag.OTHERS,
        None,
        "chủ trọ, bạn cùng phòng, bạn trọ, bạn trai, bạn gái, người yêu, học trò, lớp trưởng, tổ trưởng, hai trò, phụ huynh của lớp, bạn học, bạn thân, bạn cùng lớp, bạn cùng bàn, khách, gvcn, "
        "bạn, các bạn, mấy bạn, bạn em, bạn con, hàng xóm, học sinh, các em, lớp, lớp em, lớp tôi, lớp mình, tổ em, tổ tôi, "
        "các em học sinh, đồng nghiệp, giáo viên, cô chủ nhiệm, thầy chủ nhiệm, chủ nhiệm, hiệu trưởng, "
        "nhà anh/chị/bác/chú/dì {birth}, cơ quan em/tôi/mình/chồng/vợ/ba/mẹ, công ty em/tôi/mình, cả phòng, cả cơ quan, cả công ty, cả xưởng, cả khối, cả dãy trọ, cả xóm, cả ấp, cả khu, cả ban, tổ anh, tổ anh văn, tổ toán, tổ lý, tổ hóa, tổ sử, tổ địa, nhờ em/con/cháu/tôi/mình báo/nhắn/nói/gửi/khai, kêu/biểu/bảo/dặn em/con/cháu/tôi/mình báo/nhắn/gửi/khai, kêu/biểu/bảo/dặn em/con/cháu/tôi/mình báo/nhắn là, kêu/biểu/bảo/dặn em/con/cháu/tôi/mình báo/nhắn giùm/giúp, mẹ/má/ba/bố/cha/bà/ông/chị/anh con/em/cháu nhờ báo/nhắn/nói/gửi, nhờ nhắn, nhờ báo, nhờ báo giùm, nhờ nhắn lại, nhờ nói lại, trường mầm non, trường mẫu giáo, trường tiểu học, trường thcs/thpt, trường trung học, trường em, trường tôi, trường mình, toàn trường, toàn lớp, cả lớp, cả tổ, phụ huynh lớp, "
        "thầy cô, các thầy cô, cả trường, các cháu lớp, tổ chuyên môn, người ta, =bà con, bà con lối xóm, đồng chí, các đồng chí, # đồng chí, anh chị em trong tổ, anh em trong tổ, chị em trong tổ, anh em cơ quan, anh em văn phòng, anh em đồng nghiệp, chị em đồng nghiệp, cán bộ, cán bộ giáo viên, cán bộ công nhân viên, cbgv, cbgvnv, cbnv, công nhân viên, tổ văn, tổ ngữ văn, tổ sử địa, tổ tự nhiên, tổ xã hội, tổ văn phòng, tổ hành chính, tổ ngoại ngữ, tổ khối, khối lớp, chi bộ, công đoàn, công đoàn viên, ban giám hiệu, bgh, xóm, nhà bên cạnh, nhà hàng xóm, nhà bạn, bạn bè, chi đoàn, teachers, students",
    ),
)
