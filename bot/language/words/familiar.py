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
    verify verified verifying otp scan scanned log login logged update updated enable enabled account phone
    gmail email mail pass password setting settings notification check checked confirm submit form
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
    ngạc nghẹn ngõ ngộ ngượng nhác nhảy nhạy nhắc nhậy nhõm bgh cbgvnv cntt gdcd sgdđt vp ẹc ợt òm
    huawei realme lenovo asus lg sony htc bphone vsmart itel masstel mobell philips oneplus tecno infinix honor
    wiko zenfone prime apk file zip firmware root icloud
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

#: The commoner rest of the language: syllables of written Vietnamese that say nothing of who, how many or whether.
_VOCABULARY = """
    việt pháp rằng mỹ tạo mọi nguyên tử hà cảnh câu đức phẩm vấn thái nguyễn thiên tương liệu rõ hữu khí
    kiến quận triệu dựng rộng sơn châu dạng trợ kiện hạ trận vũ đoạn gây thủy trò hạn hậu trần phạm quảng
    đóng khiến môi khả thắng tấn vọng tránh tân ấn hàn dòng tướng máu cánh thúc hiểm hại khảo lê thuận xảy
    cải tôn biên kiểu lâm thơ bí mức chấp tố giết món trúc hỗ phú thánh dành hương nhằm tòa bắn ngành
    thượng đốc sợ tộc xếp lửa gốc hiệp hôn ngài âu cử súng trạng tín chiếu cắt thậm lựa mối phối vương
    hạng khối ngựa đổ mại trì vời cận dựa khắc làng ngọc phù suất thiện tầng bào ràng cứng phóng
    thiệu trưng đích dụ hùng hưng phường soát tồn hàm trụ đột lược ngôn rời sứ điển ương họa nhiêu thụ
    vĩnh xứ kê tông đạn loài loạn nhiễm võ chữa giản lính mùi rơi tả tấm dầu hộp kì thỏa hồn loạt rối bạch
    cơn lối nỗi thăm trải khắp khủng nguyện quà bạc khánh mộ ngược thổ triều chảy hảo thác chặt não tù đà
    bậc giáp mực thọ đỉnh ẩn hài hào săn tặng giành hổ mệnh phái thù thạch trấn tùy đế mạc đệ bờ dàng dị
    dọa mê quỹ trữ ưu ngô vĩ lộc thăng địch bề chạm chặn hỏa tệ giấc lí tán tổn giọng nhẹ viễn ác ống mông
    niềm tàn đỗ xâm ủng cân sài tần vẽ bối hiến phán tháp trống biện khán đai đốt chuột cốt gòn lăng lưới
    mẽ thảm đinh thuế tọa tụ vỏ đe điệu bạo cản dũng hô khấu mãn rãi dặm ngực rác tống đuôi bám hiển thịnh
    đĩa kém úc điệp ấm ốc chuỗi căng dính lôi trích tảng đựng hầm lào mộc tùng vé chấn cú cất dược mát mưu
    ám cán tước ái đeo đàm bẩn thách tàng tựa ân dàn huế khổng kiên miếng ngọn tuyết bột cốc khuyến kệ
    ngơi tuấn cãi hán hỗn khuôn nhẫn sánh thiền thùng dường pháo thám tú ôm hòn luân mạn mồi rắn sỹ thải
    dã khái phẫu đan ức chiêu chăn côn cẩm khẳng kín liều nô quyển úy chìm cám khát kĩ màng mộng thụy táo
    xạ bông hoảng khôi lưỡi lồ nhuận sàn túy đầm bùi khoáng khứ kiều lẻ lọc chép duyên gián quỷ sợi vây
    chư hẹp lân lồng mì nguyệt nét nấm quái tiềm trịnh đoạt đói hiền ngắm rồng thạnh đằng bồi dáng giáng
    lãm nhãn nhượng tươi xô lắp tạ xích đồi hôi kỉ lò mọc nẵng triết bọc dâng huỳnh hâm ruột sưu bội cược
    lợn nạ rũ thiệp thoái thổi trộn hận mét mỏ ngư nụ chôn huệ nhạt nhịp phế đáy đâm đống đớn huống phẳng
    quỳnh tràn tạng váy diệu phấn óc đắc buông béo bê bấy cúc dò gạo khói ngưỡng quyến quát ưa bàng bền cự
    gối khoác lùi thỉnh trân hoại tật xăng diệp dãy lùng mượn mảng quỳ sụp bái củng ngự thuẫn ồn chìa
    cạn khuyết lật ngợi nhĩ nhựa nở thoảng thỏ tráng vành cuồng làn nhàng nhện nêu phùng phượng rắc sói
    thắt tuệ tò đòn đắn chẽ cắn hân lạt mậu phụng quế rào thô trừng bóp cuộn cắp dải khỉ kỵ mâu nồng thèm
    bắp chuyền dốc liêu lõi mỏng ngào sốc thâm tràng vượng vải xông bồn chiết liễu lạm lạp nghiện nôn sáp
    tản xà đới bích nhục trạch bù chẩn cưỡng hắc mỡ ngoái rộn tào xưng đứt mốc nhơn sườn thơm trâu tảo yến
    đoan đạc đụng chà cúi cởi cừu khê khơi kiêm súc thạc dội hoành hố khải lăn ván báu châm củ gò gốm
    khoái muội nghiêng nhiếp tơ điêu khiêu lạng ngục râu tiễn trùm tể đãi bã kép mặn tịnh xăm đệm buồng
    hạm liêm lũng muôn mẫn phiêu thiếp uyên vạch xoắn đôn chém khiêm khoán lặn ngụ nhã rủi thói thầm vặt
    dỗ khiết khía lây lùn lắc lột lữ miêu ngẫu rỉ sâm sẹo thùy tụng đính chuồn hoạn lường ngột nhặt nhọn
    tát tị bổng chọc dập ngắt rạp rập trắc vũng đè bệ hạch kiêu lọ mường ngãi nhũng quãng sôi sút sờ đắm
    chùm giặc hiếp nhược nhở quyên quí thiêng tà tồi bèn bìa búp bơ dê dệt dịu khâu lứa miên thúy chướng
    dán khiếp khuất kẹp lấn nhường trội vỗ bộc cớ nhiễu tăm xả đấng ớt bùn chớp cưỡi cỗ giọt kiềm nàn phô
    quầy tặc vách đam bạt chì gũi hãm luồng phiến phím rải sắm vươn vợt út đuối chéo chốn cõi cưng cẩu dỡ
    két kông láng rách chèo gậy ngây ngụy bì bơm cối khiếu lụa miện mãnh mĩ ngậm xách êm độn cạo dồn
    khương lơ ruồi sảnh thiêu bóc bầy bẫy chằm miếu nhí nhổ quấy sọ thê tấu vôi đao bẻ cò lượn nếp phác
    rực thính thối viền xé yết đố chặng hét mác rùa túng ào bính bướm còi kề nghiền rổ sừng thầu trán đái
    đậy chuồng hạo lướt nghiệt niêm nếm rạn sê sùng tuyền bẩm chuộng cặn gục huân khuê lựu ngâm náo nôm
    nến quách rã đun chuối dưa ngạo nhôm nhốt tạc vòi xuôi yểm giơ gân ngạch nhuộm sấu sỉ thắn trêu uốn
    vòm xướng đùi đực diệm giếng kẽ nhát nháy uyển xót đốm bôi dơi nhũ nhồi thề táng đạm ướp ấu nộ séc
    sưởi thuở vã xơ dẻo gừng lẫy rệt sọc tủy vãn xít đãng đục bổn cuống hệt mào ngưu ngặt nhúng né rô rỡ
    sô súp vướng vần xoáy xảo lư lầy ngần nóc nại phàn phì rót sáo thà thới chưởng chật cưa kèo lách mép
    mắm nghênh phôi vặn xê đấm bịt choáng chày chênh căm diên giã hãn lều mìn mồm nhái phàm rán trói điềm
    chọi cọ kẽm luyến lộng ngứa rịa trướng bén chước chợt cừ khốc kìm liêng trượng tệp điếu bọt chuộc găng
    lờ ngà chê kèn nhâm sào sủng tỉa đả bạ bồng cọc hiên há liếm mài mạt ngòi ngọ nhàn nhưỡng rò thắp thẳm
    trác bừa càn diêm dật dứa gào háo ngạt thản tấp đẽ ếch bới chổi giêng giềng hoán nhào nhét quấn quật
    rêu sụt thuyên té tẩm vùi buồm khâm lồi nguội nhàm nhịn quạ rậm siết sầu trút trặc tỳ đày đắng đọng
    chồn củi giầy gươm hãnh lốp nhăn phả rên thạo trá tẻ ầm chói hạc lốc muỗi ngẩn nhô sòng vảy đán bành
    cúm diễu hươu oán sỏi trâm vò đu đẫm ất băn diễm hoằng khuếch lở lừng miến mùng nhậm nhủ nòng rạng sầm
    thềm tẩu vớ úp đốn duệ gáy lằn sủa thét vóc hoắc hột hức khoăn léo nguyền nã phách phò quất rét sưng
    tuất tỵ chài diều dậu khiếm kiêng mút thâu trọt uất vụng choàng giàn giục hé khiên kè lóc mọt mỳ ngạn
    năn nỉ sồi thìn tiệt vét vựng báng gót gật hòm hợi kình luộc ngửi phẫn quẩn rìa trèo tụy điểu biếng
    bùa bửu chậu hủ kị ngoạn ngủi nhọc tưng tầu xoài điếm câm khỏa lít lõm lẽo phồn quỵ thiến vạt xước đút
    đặn giê giỏ mẩu nhẵn nể sẫm sửu trăn xáo bênh bưởi chèn chổ dào dột gán mão ngơ phồng ròng soái thẹn
    thệ tỏi vắt cáu cốp dơ lã mớ ngải trãi võng vỹ doãn lìa lửng ngửa rà rơm thuột tiếu trỗi trứ tã vọt bô
    cằn dĩa giòn gặm gộp gớm lỵ ngoặt ngỗng phỉ tiệp tòng tạt xỉu đùng bộn cạp dằn huyệt khuấy mân ngoãn
    nhuyễn nặc sảng thiều tơi át hốc kén mâm nọc thiêm xát ải chầu hót húc hỡi hựu hỷ khảm kạn kền phất
    rèm thêu trơ bịch bừng diêu dãi dạt dấy dẻ kiệu lẩn lặc nhích nhả nhằn nhộn náu nơ rùng rẩy sục thằn
    trầy trỏ tít vằn đổng bướu bỉnh chàm chóp khăng múi mễ ngáy ngả niệu núm nạt thừng tốp vẩn đản cút gả
    huyên lụy ngẫm nhấp thớt vãi đò ập cọp gập lùa lợp nghẹt nhấm nới nực thoạt trát tròng tằm uẩn vẹt xổ
    chóc dốt giò hí kẻo phộng phớt quậy rình thình ối bần máng ngẩng quặng rợn trĩ uông bói băm cằm dẫu
    khế loét nhớt phiện rộ sán thóc trọc vệt đúp dực giở miệt mãng nịnh phông quáng rìu trừu tì xiên xẩy
    ách chần chập cùi giông hê hằn hời khét lút lẳng mủ nấp phình rồ sắn sộ tuế uế vế dẫm giấm hùm hăm
    ngách ngỏ ngụm nín râm răn rốn thốt toái vơ xiếc xù xỏ chiểu dầm gàng hóc luồn mượt mị ngầu nhạo nêm
    toại tuồng tày tánh tâu vẩy ắt cộ diệc hú mướn ngóng núp thỏi thốn toản trảng xốp yếm còng dí líu mận
    mụn nhút túm vít dè dấn lóng lúng lượm mè nhỡ noãn nít nấc rọi rợ thò tràm vữa xẻo ỏi mọng nậm phích
    sám trầu tột tủa tửu cỏi húng khóe khố lẻo lỏi nhoáng nhám nách phèn quẻ rê thây bân chắp gài hách
    muỗng mửa sá vồng ói ăng ạt chằng cồng gãi lả mó mền riềng trổ đuốc bàu bự cội giương héo kiền lác nê
    phạn quýt sải sặc thiếc xúi đóa nhuệ nhừ níu sỡ sụn tráo trũng vỉa bốt cún dùi giăng gấm lình lạch
    ngóc nhơ phiếm phết quàng quỉ rít sên sả thán thìa tấc tởm xéo đay đẩu đọa chíp cuốc ngớ pô sẳn triền
    váng vạc đọ ẩu bôn bướng bở bục chơn giằng hũ khuỷu mõm nhúc nhún nhọ nòi nạc rận sảy tiều trớ tuộc
    tợn vơi ổi bẹp chận chẵn gỉ nhầy sệt thắm uổng xói chiêng cõng ghẻ hới hừ khẽ khờ lươn ngấm ngợm nành
    rát rặng thố trợn trụi vượn đĩnh ảm chét dĩnh dỏm lẩm nháp nài quyện truồng xâu cợt giễu mỉa nhạn rè
    rùi răm rượt thặng chĩa cảo cẳng diếp dền gôn hạp hổi khiêng mí nhím quẹt vồ vừng duẩn dạn dẹt dế hộc
    lòi ló niết nần phốt thẫm tuông vãng đong đát gồ hấn mầu nghiến nghê ngoặc nạo rái rạc rụi sớ vạ chẻ
    cầy gượng hất khấn kiết kềm nhè rầm xiết xóc đần chấu cật dẳng ghềnh giồng gẫy lẫm lẻn ngùng ngời nhọt
    nhữ sấp sứa tuýp tót tẫn vẹo xuyến đên đóm bống cỗi hóng lậy mòng mún mỗ nuối nắn nịt phiệt phào sảo
    thiển thỉu vê xén biếm bèo duỗi gờ hói lõng lảng quây rông rơ suông sưa tành chầm dìm dó gù lênh mọn
    nghé nhói nhẽ quặc rệp rứt sẩy truật tép vàm vênh yểu ươm chảnh guốc kiểng kỉnh lọi lự nứa vát xoăn
    bét bẹ chửa dông giàng hàu hù lặt nghiễm nguôi nhòm nhẽo ná suyễn thọc tuôn tằng vụt bụt chòi cuội cựa
    giẫm hổn lết lọng nhộng trảm trụy tè víu xốt áy đoản bứt chiền dà ghề giẻ khít liềm múc ngông nấng
    oánh rầu thớ xòe dầy gióng hớt khoét mùn mẩn nhử nện quyệt truất xuẩn xó chít cọng cộc ghẹo gút gọng
    hòe mói ngấy nhụy nái rụt thụt trệt vầng biền cữu găm lức mả nghếch nhặn náy nùng phủi thuấn táp típ
    xới ắc ắng gỏi gợn loáng lài mênh nghiêu nộm phúng vàn đước đờ chuốt cồ ké lèo lóe lổ mánh nãi trồi tễ
    vén vưu bảnh chộp hiềm hám ngợp quẩy sậm tộ vía đoài bịu chuốc cáng dòm gắm hâu hường hấu lải nhếch
    nhợt rữa sái xở bờm duật dìu dụm gô hừng khuyển kềnh lùm lạn ngoáy nhuế nhót quới rú rương sạt trư tóe
    xỉa đễ đỗi ớn chình chùn cưu hớp quẹo búng bặm bớ lòe lị mướt ngước ngạnh nhúm nhằng quầng quẫn sà sần
    sỏ vắn xức đỉa chông cảu cở giếm gẫu húy lõa mỏm nhuần quạnh sửng tâng én óng úng đom đạ chát chường
    giuộc giảo hơ hớn khêu luẩn lôn mích mần nhão nhựt nặn phệ sính trám tòi vó òa chiềng chửng cũi cứa
    gọt lè lù lốt mơn mịch nộn oái vút chác cốm khứa lóa lể mòi mĩm nhuốm què thẩn trê vè buốt búi diếm
    hển liễn mú ngố nhàu phẩu sủi đanh biếu chội cói dát hớ khạc lú mé nhòa nức quắc riết sọt sởi trườn
    trớn tời xắt xẻng bềnh cụp hẹ hến hống hủi khơ khản ngọa nuông ráy ròi rặn săm thiểm thuôn thào thòi
    trạc xiển đờn bằm dặt gờm lợ lủi mỵ nghành nghè nớt rích síp vông ắp biếc dề gở khập loát nghêu ngáo
    nập phễu rúc rĩ rết thơi tăn vỏn xiềng bết chợp chực dậm huyễn hý lợm mõ nhông quệ thóp trảo vỉ vờn
    xép xôn xơi xắc khứu ngoảnh nhẩy nhắt rói rốc tủi xèo đẽo bập chững dãn nhó phăng phập rọ sến thòng
    trét vói bỉm cóng gắp hèm khuông kệch loẹt mướp nhãng nẹp rì rống rộp truân trĩu túp vèo xán chườm dôi
    hích khư liệm lỳ muống ngắc ngốn nán ruồng rọc sững tróc đui đớp bấn dũ lét piô toét xệ đềm bợm cùa dẽ
    huê muông nết pác pơ tiển trối chùng cùn gột khưu mội ngát quại sũng thít tráp vại vể xõa bím bĩnh chỏ
    gạ láp ngò phìn quằn quở rờ sậy thược triện trề trờ tươm vù đuống đùn bêu bẽ bỡn chọe cuông cỡi dặc
    gông hiều khiễng luống niềng nẻo soán thăn trằn xị bụp ghiền giăm gảy gầu lúp lơn mũm rạ thát trìu
    trôm tạnh vấy xúp bõ bấc chạc chờn giũa guồng gẫm khăm lằng nghén quì quýnh ruổi sùi trợt tuồn tút đủi
    chịt dấp kô lởm nhú sác sú véo bìm bện bửa bựa chúi chẩm gành hác héc khàn kháu lãn ngàm nhũn nhạ rám
    sàm sìn sướt sứt thửa triễn tàm viển xối đênh đười cùm gổ miễu mạp mảy nhòe nạng nằng phũ rưới tấy đẫn
    bặt chạng chặc chếch chỉa chọt cáy cạy dến giãi khắn lán lơi ngàng ngấu ngộp nậu rươi sình thảnh triêu
    trịch vạng ùa ùn úa ốt buột chuôi chùy cót cắc ghì giầu gàn gáo hùa hĩnh mành nhài nhớp rây rởm sít
    thúi véc xú xửa ươi dúi dấm hỉnh lới nhành quơ rôn rúm rền rục tẩn vuột xuýt ây bấp bốp bủn còm cườm
    cạm hẵng khuây khè kiển lấm nghía nhéo nhíp nuột núng phờ pù rí rúp súy thúng trập vót báp chũi chẹn
    chổng ruốc thốc trẻo đă đẫy bòn choạng chơ ghém huýt láy lói ngăm nhối sếu thàng trấu vịn xổm đia bòng
    cạch dượt gấc hiêu hắng hợt luyên lâng lạo lỉnh mủi ngùi nháo nẻ quắt thỉ vựa xín xốc bìu chạch chấy
    càu cụng dộng hóm nhép nhột phàng phụt réo thếp trẽn xuể xẹt xộc đở gừ rường toạc trạo vôn chim sung
    ngang suy oan run rung rong xoa xen chia bom sen nom ran khay xui khao trau thiu khui sa phong thanh
    son ron rom lem nai mao nung phanh chum cheo penh boong queo xuy choang nhang xoan nhoi khoai khoang
    khom vinh xinh chang
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
    return _keys(_EVERYDAY + _DEEDS + _VOCABULARY)


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
