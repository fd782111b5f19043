"""Teencode and shorthand, spelt out. The left side is matched exactly as typed (case aside)."""

#: typed forms → spelt out; an empty right side drops the word (laughter, sighs).
SHORTHAND: dict[str, str] = {
    "k ko kh hk hok hông hổng hong hem hôg hẻm khum khôg kô khg hổg hơm hỏng hôn hog kg ": "không",
    "ch chx chư chưaa chửa hcưa chươ": "chưa",
    "r rr ròi rùi rui ròi òi gòi roy rồi gồi roài ròy rùii roii rôì zồi": "rồi",
    "dc đc đx đk đuoc đựơc dượcc dcc đượk": "được",
    "e": "em",
    "mik mk mh mìn mìnk mềnh": "mình",
    "tui toy tuii": "tui",
    "a": "anh",
    "c": "chị",
    "ac": "anh chị",
    "mn mng mnguoi mọi_người ": "mọi người",
    "gd gđ gđinh giađình gdinh fam family gia_đình": "gia đình",
    "dt đt đth dth đthoại dthoai smp đtdđ đtdd mobile": "điện thoại",
    "đttm dttm smart đtthông": "điện thoại thông minh",
    "tv tviên": "thành viên",
    "ng ngừi ngừ nguoi người nguòi ngườii ngươi": "người",
    "vk vợk": "vợ",
    "ck chòng": "chồng",
    "ox": "ông xã",
    "bx": "bà xã",
    "vc vck": "vợ chồng",
    "bm bme": "bố mẹ",
    "pm pame": "ba mẹ",
    "ob": "ông bà",
    "pa": "ba",
    "cx cg cũg cũn củng": "cũng",
    "nx nựa nưã ": "nữa",
    "vs vz dzới dới zới vơí w &": "với",
    "bh bây_giờ bg bgio": "bây giờ",
    "lun lunn lúôn": "luôn",
    "thui thoi thôii hoy hui thuii": "thôi",
    "wá wa quớ quá qá": "quá",
    "hnay hn hôm_nay": "hôm nay",
    "hqua": "hôm qua",
    "mơi": "mai",
    "bt": "biết",
    "bít bik biếc": "biết",
    "j ji": "gì",
    "z zậy dzậy dậy vại": "vậy",
    "ntn": "như thế nào",
    "ad adm admin": "",
    "lm": "làm",
    "ms mí mứi": "mới",
    "xg xongg": "xong",
    "cty": "công ty",
    "hs": "học sinh",
    "ph": "phụ huynh",
    "gv": "giáo viên",
    "đg dg": "đang",
    "trc": "trước",
    "ns nóa": "nói",
    "nt": "nhắn tin",
    "sr sry sorry sori xl xloi": "xin lỗi",
    "uh uk ừm uhm ùm ừh um ờ ừa ùa uhh uki yep yup yeah yes ya yess": "ừ",
    "okela oki oke okie okê okla okelah okay kê okk oce okey ô_kê okii": "ok",
    "dạk dạh dạạ vâg vângg dzạ dja zạ": "dạ",
    "kk kkk kkkk hihi haha hehe hìhì huhu hic hichic ahihi hjhj haizz hazz hi_hi =)) :)) ^^": "",
    "dl down download tảii": "tải",
    "instal setup cài_đặtt càii cai_dat": "cài đặt",
    "bn": "bạn",
    "wifi wf": "wifi",
    "tnào": "thế nào",
    "½": "một nửa",
    "0k": "ok",
    "thik": "thích",
    "cha's": "cha",
    "sẵn": "sẵn",
}

#: Letters glued after digits: a unit that makes the number a count ("4ng", "5tv"), or a clock hour.
GLUED: dict[str, str] = {
    "ng": "người",
    "n": "người",
    "nguoi": "người",
    "người": "người",
    "tv": "thành viên",
    "mạng": "mạng",
    "mang": "mạng",
    "đứa": "đứa",
    "dua": "đứa",
    "h": "giờ",
    "g": "giờ",
    "giờ": "giờ",
    "gio": "giờ",
    "p": "phút",
    "t": "tuổi",
    "tuổi": "tuổi",
    "tuoi": "tuổi",
    "bé": "bé",
    "be": "bé",
    "con": "con",
    "r": "rồi",
    "rồi": "rồi",
    "ạ": "ạ",
    "đ": "",
}

#: Real words that look like ours once their marks are gone; they are never taken for a misspelling.
TRAPS = """
    cái cải hải hại hái hài nằm nấm nam nám bạ bả bã tứ từ tự bầy bay sâu sấu sầu mót rơi rời rỗi đá đa dã
    khổng chứa chừa mẻ mè bó bộ bô chỉ chí chi còn cỏ cò cố cổ mà mã mạ đùng dùng đứng dựng nhả nhạ
    bôn bọn bỗng chín chìn hét hẹt đúng đừng dừng dung đi dị dĩ chủ chú chư cầu câu cáu vỡ vò vớ võ vỏ
    già giá giả giá gia lạ là la lá ai ái tôi tối tới tồi ông ống em ém êm nhà nhá bé bẻ bể bề bế
    trong trống trồng tổ tố tơ tư lớp lộp mai mái mài mải sai sái sải thôi thối thổi rằm rầm
    máy mấy mây may mày mẩy mười mươi mời mới mỗi mọi môi mối muối mụi muỗi hỏi hơi hội hồi hối
    lạnh lành lắm lăm làm lâm lầm chắc chặc tạm tám tắm tâm tằm bác bạc bắc hai hãi chậu cháu châu châu
    dương dâu dấu dầu đâu đầu đấu đậu đủ du dù dư đùa đứa đưa dưa nửa nữa nứa kể kế kệ kê để đề đế dễ dê tế tê
    cả cà cá ca cạ bốn bồn bộn bà ba bá bã xong xông sẽ sẻ se xe sáu sau rồi rỗi rối rội nói nội nỗi nổi nồi
    ngoài ngoại người ngươi ngưới đang đáng đàng đăng đặng đắng đôi đổi đói đời đợi đội dối dồi lỗi lối lội lôi
    vẫn văn vấn vân vẩn vần cho chó chờ chợ chơ cần căn cân cận cấn năng nặng nắng nâng riêng tiếng tiền tiến
    toán bỏ bờ bơ bố bổ bồ bộ mất mật mắt mặt xóa xoa xỏa gỡ gõ gờ gở hư hứ hừ lag tắt tật tất sợ sờ sở số sổ sô
"""
