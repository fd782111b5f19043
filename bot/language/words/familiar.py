"""Everyday words that the reader need not understand, and names.

Whatever stands in no table of the reader and not here is a word nobody has thought about: it may deny, name
a relative, or mean another app, and so nothing is booked from the clause it stands in (`residue.py`). A word
belongs here only if a careful reader may skip it beside "em … cài rồi" and "nhà em 4 … người". What denies,
doubts, excepts, undoes, counts, names people or other apps does not.
"""

from functools import cache

from bot.language.spelling import fold, key

#: Verbs, things, times, weather, school, illness, the market …
_EVERYDAY = """
    may phục chiến đấu tuyển nhập
    ở về tới đến từ lên xuống qua sang vào theo bằng bởi như cả những của mỗi cứ vẫn đang được bị thì là mà
    lại luôn vừa mới nhất rất khá hơi quá lắm cực siêu thật đây đó này kia nọ ấy đấy vậy thế nên cho để với
    sáng trưa chiều tối đêm khuya sớm trễ muộn lúc khi hồi bữa hôm ngày tuần tháng năm mùa giờ phút giây ban
    nay mai hè thu xuân tết lễ trước sau đầu cuối giữa suốt vội nhanh chậm lâu mãi kịp ngay liền xài dùng sử
    dụng mở tắt bật bấm nhấn vuốt quét chụp quay gõ xem coi nhìn thấy hiện báo nhận kiểm chọn khẩu mật
    tài khoản hình ảnh màn cam camera điện thoại máy sim số pin sạc mạng wifi sóng bluetooth bluetooh gps
    ios android samsung oppo iphone vivo xiaomi nokia dung lượng bộ nhớ hệ điều hành phiên bản cấu phần mềm
    chương trình nút link đường dẫn web trang chủ store chplay ch play appstore google apple internet data
    thẻ tin nhắn thông cập nhật nâng cấp thử load mã qr code xác thực bước mục ô dấu tích cảm ứng minh đời
    mẫu loại hãng đồ công nghệ kỹ thuật đứng ngồi nằm thức dậy cơm nước nhà cửa chợ búa tiền bận rảnh rỗi
    mệt khỏe đau ốm bệnh sốt ho viện thuốc sĩ cứu bầu thai dưỡng sóc xe đạp tô tàu thuyền ghe xuồng phà cầu
    hẻm ngõ phố ruộng đồng rẫy vườn ao cá tôm lúa mía dừa trái cây bò heo gà vịt chó mèo quê tỉnh huyện
    thành thị xã ấp thôn khóm khu vực sông biển đảo núi rừng miền bắc nam trung tây trọ lầu phòng sổ cổng
    sân bếp giường bàn ghế tủ trường bài vở tập sách bút điểm phiếu đơn hồ sơ giấy tờ cáo tiết buổi môn toán
    văn lý hóa địa ngữ thể dục nghề chuyên tổ đội nhóm giám hiệu phó trưởng thư kế bảo vệ y tế thiết giáo
    mầm tiểu cơ sở phổ đại cao đẳng trú lập tư thục lá chồi kỳ niên khóa phụ trách tác nhiệm vụ hoạt động
    phong trào đoàn chi đảng hoạch chỉ đạo yêu quy định hướng dõi tổng hợp danh cột việc ty xưởng hàng quán
    xí nghiệp quan nông dân vá ca kíp tăng lương trí già trẻ nhỏ lớn tuổi thấp mập gầy trời mưa nắng gió bão
    lũ lụt ngập nóng lạnh ẩm ướt khô sấm sét mây sương vui mừng buồn giận thương quý mến thích ghét lo ngại
    tiếc khổ sướng tội ngoan giỏi dễ khó đẹp xấu tốt hay dở lạ quen cũ tiện ích lợi cần muốn nói lời hỏi đáp
    đỏ xanh vàng trắng đen hồng tím nâu xám màu sắc vì do tại nhưng song tuy dù mặc hễ cũng đều lẫn cùng
    giống khác riêng tự lần lượt thứ cái chiếc cuốn bức căn hộ chỗ nơi bên phía trong trên xa cạnh sát dọc
    quanh đầy đủ trọn vẹn hoàn toàn bình thường đặc biệt xuyên hằng liên tục chống dịch covid corona cách ly
    tiếp xúc chủng ngừa vắc xin an sức cư cước chứng nhân gồm sống chịu nấy tí xíu chút nghịch hội check vẻ
    dịp kích gian kí túc xá tiên nhiên đương rành ranh côi mồ neo chỉnh dài ngắn béng phone die bớt giảm
    thêm dần tốn phát thống bất cuộc sản xuất phương án tiến kinh nghiệm phí miễn hưởng thuộc truyền lịch
    vật chất giải diện chức năng quản chính quyền quân sự nghĩa hải quốc bè giao vận tải kho bãi tranh đua
    nghiên thí thảo diễn đàn biểu tiêu chí chuẩn kết quả bóng đá banh phim nhạc kịch truyện đài vô tuyến loa
    đèn quạt gas nồi chảo bát chén đũa tách bánh kẹo mứt phở bún cháo xôi chè kem sữa trà cà phê rượu bia
    lẩu nướng chiên xào canh rau thịt trứng muối cát đất gỗ sắt thép xi măng gạch ngói tường mái nền cống
    rãnh mương kênh rạch đê đập bến cảng bay ga cồn cù lao đèo suối vịnh ngã vòng xoay trục kiệt cụm đô thự
    chung sạn tour du chuyến hẻo lánh hút nghèo giàu khăn vất vả tạm vắng kẹt hoãn lát chốc teo tẹo nốt nhẹn
    chóng mau lẹ lề mề gấp rút mạch kéo đẩy thả cắm gắn dự cục dây tai ốp kính cường lực vân khe gầm túi lô
    cặp thước ủi phơi lau chùi gội đánh răng chải áo quần giày dép nón mũ mơ chiêm bao xỉn nhẹt karaoke hò
    bời gym yoga lội lông cờ vua hoa cỏ cành rễ hạt phân bón sấy giá lỗ vốn nợ lãi vay kiệm ngân atm ví momo
    mặt lì xì đám tang chạp thôi nôi kỷ niệm chùa đình đền thờ cúng kiếng vái thợ tài xế công nhân lạy trăng
    rằm mồng thân trọng chúc lành yên mắn phước hạnh phúc đạt xứng đáng nổi tiếng xịn sò ngon bổ rẻ đắt mắc
    chót xinh bực tức dữ nảy dỗi hờn mít mỉm thở than ngáp hắt nhức mỏi viêm họng mũi dạ dày gan phổi tim
    thận huyết áp biến tê liệt gãy xương băng bó mổ xẻ tái chích xét test pcr f0 dương âm vùng tỏa giãn giới
    nghiêm chốt trạm trại trị dĩ tình thú tóm rốt bỗng dưng ý gương giác đàng hoàng lưỡng cẩn chu đáo tận
    tâm nhiệt hăng hái sẵn sàng quyết gắng nỗ ráng thủ khẩn trương gáp hối hả thong thủng thẳng tĩnh vững
    chắn đảm đo khuẩn xịt khử trùng bảng laptop tivi cáp router modem gói nạp cào viettel mobi vina
    vinaphone mobifone gmail email tượng lệnh thanh chế vị truy phép chuông rung im lặng nguồn khởi ảo hao
    trỏng bển ngoải trển hổm nẫu nớ tề nghỉn mô biết phải đâu nặng nề chứa xìu tiệm nhẹp đôi sâu la buộc tay
    chân mắt miệng lưng bụng tóc lòng yếu smartphone đổi đừng dìa hsg dám nỡ nhờn my your it the app to is
    am are was were have been just yet already still for on in at this that please ok ngọt xớt gọn trơn tru
    ráo trọi trót lọt sạch sành sanh nghen nha dạo gìn khất tạp ủy bùng khoanh vết góp tựu khen luật tiệc
    viếng sum giũ bụi nệm bách buýt taxi grab ship bưu tược nương xiêm hước cute xắn tuyệt hấp uể oải hốt
    reo khoảnh siêng càng mỉ nắp loay hoay lúi húi hục lui lụi hụi ngón thuần usb chánh triệt tuyên bốc xộn
    tùm lum xưa chiếm messenger youtube viber drive nhánh ngất xẩm hy vượt xử tốc chòm lũy phum vụ id otp
    sms tròn vuông mải chớ xịn ổn bật bít thời mạch plus pro max lite tab note galaxy mini se hén hỉ nhen
    heng rứa ri ni chừ bây giừ hầy nì nà nè hử ha đa vầy dzậy zậy hoy ghê thần ui ơi chúa phật giời ôi chao
    úi lun bày tịch từng viên phận hẳn lấy gặp ghé game trúng phóc trở mò mẫm mịt miết khoát dứt cương
    luyện rèn chữ tên phản ánh nghị đề đặt đậu đem đếm tick tiktok sư huề kiếp cầm ngó liếc khuyên khoe mách
    gợi dẫn dời đo đuổi gác gánh ghép góc hứng kèm lặp lệ lẽ lộ mạnh mềm mong ngăn ngầm nhắm nhấc nối nuốt
    phân phủ phụ phức rẽ ráp soạn suôn sẻ tắc thắc thẩm thấm thấu thoáng thoải thuyết thưởng tỏ toát trách
    trầm trệ triển trôi tuân tụt ứng vấp vẫy vớt xế đỡ đành đáng đào đắp đậm đối đợt đúc gắt giãy giận hãi
    hăng hấp hiếm hiếu hiểu hít hòa hờ huấn ì kéo khép khéo khích khiển khịt khó khớ khôn khởi khung lạc lãng
    lắng lấp lén lên lịm loãng lót lội luận lún mảnh mắn mẹo mịn mòn móng mờ mừng nản nắm nặng nén ngán ngại
    ngạc nghẹn ngõ ngộ ngượng nhác nhảy nhạy nhắc nhậy nhõm bgh cbgvnv cntt gdcd sgdđt vp
"""

#: Verbs of other doings. A reader may skip them, too, but who does one of these has not installed anything
#: by it: "ông ngoại nghỉ hưu rồi", "để em gọi hỏi mẹ đã". People in such a clause are not counted on its word.
_DEEDS = """
    nghe đi làm học thi dạy họp chấm nấu ăn uống ngủ tắm giặt rửa dọn mua bán buôn đưa đón rước chở nuôi trông
    giữ chăm sinh đẻ khám cưới giỗ nghỉ hưu gọi kể khai nộp gửi gởi chuyển đăng ký điền ghi viết đọc chạy
    lái trồng tưới phun gặt cấy cày xây trực lãnh lĩnh thuê trả đợi chờ mời rủ dặn hứa chơi nhậu say
    hát múa tiêm dắt mang bưng khuân vác bơi khóc cười huấn giảng bắt ép mắng rầy đòi
    tra tìm kiếm
"""

#: Given names and family names as people type them without a capital.
_NAMES = """
    mận tèo rươl sa khiêm liêm quyên thái hiệp nhựt ngoan lài sen cúc đượm út bảy nguyệt
    nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý danh thạch sơn kim châu trương
    đinh đoàn lâm mai tô hà cao thái lưu tạ tăng trịnh triệu từ văn thị anh ánh ân bảo bình chi cường diễm
    diệu dung dũng duy duyên đào đan đạt điệp đông đức gấm giang hải hằng hạnh hân hậu hiền hiếu hoa hòa
    hồng huệ hùng hưng hương huy huyền khải khang khánh khoa khôi kiên kiệt kiều lam lan liên linh loan long
    lộc lợi luân lương ly minh my mỹ nam nga ngân nghĩa ngọc nguyên nguyệt nhàn nhã nhân nhật nhi nhung như
    oanh phát phong phú phúc phước phương phượng quang quân quế quốc quý quyên quỳnh sang sinh sương tài tâm
    tấn thanh thành thảo thắm thắng thi thiên thiện thịnh thoa thơ thơm thu thuận thúy thủy thùy thư thương
    tiên tiến tín tình toàn trà trâm trang trân trí trinh trọng trúc trung trường tú tuân tuấn tuệ tùng
    tuyền tuyết uyên vân vi việt vinh vượng vy xuân xuyến yên yến bi bin bo bông bơ cún cu gạo khoai mít na
    nhím gái trai út cả giữa áp ruột nấm sóc su susu thỏ tí tôm tèo tép tom ken bon ben bống bắp cốm đậu kem
"""

#: Places, which are named behind "ở", "làm", "lên" … with or without a capital.
_PLACES = """
    bình dương cần thơ sài gòn đồng nai tháp hậu giang kiên an long xuyên vĩnh trà sóc trăng bạc liêu cà mau
    bến tre tiền tây ninh vũng tàu hà nội huế đà nẵng nghệ tĩnh thanh hóa quảng nam ngãi trị định phú yên
    khánh hòa lâm đắk lắk gia lai kon tum hải phòng hưng thái bắc lạng sơn cao bằng lào cai điện biên châu
    hồ chí minh hcm sg hn tphcm bd ct quốc rạch giá vị thủy ngã bảy phụng hiệp mỹ cái răng thốt nốt ô môn
    hàn nhật bản đài loan úc campuchia tân uyên thuận dĩ thủ đức gò vấp củ chi hóc
"""


def _keys(words: str) -> frozenset[str]:
    return frozenset(map(key, words.split()))


def _with_folded(keys: frozenset[str]) -> frozenset[str]:
    return keys | frozenset(map(fold, keys))


# Made when the first message is read, not when the program starts.


@cache
def everyday_words() -> frozenset[str]:
    """As they are spelt: none of them is another word misspelt."""
    return _keys(_EVERYDAY + _DEEDS)


@cache
def everyday() -> frozenset[str]:
    """With and without their marks."""
    return _with_folded(everyday_words())


@cache
def deeds() -> frozenset[str]:
    """Verbs of other doings, with and without their marks."""
    return _with_folded(_keys(_DEEDS))


#: Beside these a list is still a list: "em ở chung với ba má", "nhà có ông bà, bố mẹ sống cùng".
_IN_LISTS = "ở sống nuôi chung cùng của gồm những là cả đây này thêm nhỏ lớn ruột già tổng cộng tất như dưới trong bên con mồ côi sinh đôi"


@cache
def in_lists() -> frozenset[str]:
    """Everyday words and names that people are listed with, with and without their marks."""
    return _with_folded(_keys(_IN_LISTS)) | names()


@cache
def names() -> frozenset[str]:
    """Of people and places, with and without their marks."""
    return _with_folded(_keys(_NAMES + _PLACES))


@cache
def before_places() -> frozenset[str]:
    """Behind these a word may be the name of a place."""
    return _with_folded(_keys("ở tại về lên xuống làm tỉnh huyện xã quê trên dưới từ qua sang vùng bên học"))
