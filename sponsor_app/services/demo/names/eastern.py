# ruff: noqa: RUF001 - a dotless i is a Turkish letter, not a slip
"""Names of Asia, Africa and the Arab world, mostly in Latin letters, a few as they are written at home."""

from sponsor_app.services.demo.names.culture import culture

CHINESE = culture(
    "chinese",
    """Wen-Hui Mei-Xiang Li-Juan Xiao-Ting Yu-Fen Hui-Min Jia-Yi Shu-Zhen Ying-Chun Rui-Lan Zi-Han Pei-Shan Qiu-Yue
    Guo-Liang Jian-Feng Zhi-Hao Ming-De Yong-Kang Da-Wei Shao-Bo Tian-Yu Hong-Bin Kai-Wen Xue-Feng Zhen-Dong Bo-Han
    Cheng-En Yi-Chen Zong-Xian Jun-Jie""",
    families="""Tsao Chiang Ouyang Zhuge Huangfu Shangguan Xiahou Murong Gongsun Situ Liao Qiu Zhong Fu Wei Xiong
    Yan Pang Kuang Shi Tong Jiang Cui Dai Fang Gu Hao Jin Lei Meng Nie Qin Rong Shen Tan Wan Xue Yin Zou Bai""",
    joined=0.0,
    native=(
        ("歐陽雪梅", "Xuemei Ouyang"),
        ("熊志豪", "Zhihao Xiong"),
        ("邱雨芬", "Yufen Qiu"),
        ("司徒國良", "Guoliang Situ"),
    ),
)

JAPANESE = culture(
    "japanese",
    """Ayako Chihiro Emi Fumiko Haruka Izumi Kaoru Mayumi Natsuki Reiko Sachiko Tomoe Umeko Yuriko Akane Hotaru Kaede
    Akihiro Daisuke Eiji Fumio Goro Hideaki Ichiro Jiro Kazuhiko Masanori Naoki Osamu Ryohei Shigeru Takuma Yasushi
    Kenshiro Tetsuya""",
    heads="""Hoshi Yama Taka Naka Mina Kita Nishi Higashi Matsu Sugi Ume Sakura Ishi Iwa Kawa Umi Mori Hayashi Kuro
    Shiro Aka Ao Kane Mizu Hara Numa Oka Shima Tani Tsuki Fuji Kuma Tsuru Ki Aku Ino Kusa""",
    tails="moto gaya mura da shita zaki hara kawa no yama guchi bayashi saka ta hashi mine sawa uchi naga oka tsuka be miya",
    joined=0.0,
    native=(
        ("星ヶ谷 真由美", "Mayumi Hoshigaya"),
        ("月島 健四郎", "Kenshiro Tsukishima"),
        ("水沼 玲子", "Reiko Mizunuma"),
    ),
)

KOREAN = culture(
    "korean",
    """Hye-jin Ji-woo Min-seo Soo-ah Yeon-hee Eun-bi Da-eun Ha-rin Na-yeon Seo-yun Chae-won Mi-kyung Bo-ra
    Dong-hyun Jae-ho Kang-min Sung-jin Tae-yang Woo-sik Young-chul Hyun-ki Joon-seo Min-jae Seung-ri Do-yoon In-guk""",
    families="""Namgung Hwangbo Seonwoo Dokgo Jegal Sagong Bae Cha Do Eom Gil Ha Jin Ko Ma Noh Ok Pyo Ryu Seol
    Tak Um Wang Yeom Bang Chung Goo Hyun Joo""",
    joined=0.0,
    native=(("남궁 하린", "Harin Namgung"), ("황보 재호", "Jaeho Hwangbo")),
)

INDIAN = culture(
    "indian",
    """Anjali Bhavani Chitra Deepika Esha Gayatri Hemalatha Indira Jyothi Kamala Lakshmi Meenakshi Nandini Padma
    Revathi Sarojini Tanvi Usha Vasudha Yamini
    Arvind Balakrishna Chandran Devendra Eshwar Ganesh Harish Jagdish Kartik Lokesh Mohan Narayan Omkar Prakash
    Raghu Sanjeev Tejas Uday Vikram Yashwant""",
    heads="""Chandra Rama Krishna Vish Subra Venka Bhatta Dwiv Gang Hari Jaya Kula Lak Maha Naga Padma Raja Sathya
    Thiru Upa Vara Bana Chatto Deva Mukho Sree""",
    tails="""sekharan nathan murthy maniam teswaran charya edi opadhyay shankar kumaran ratnam singham swamy moorthy
    gopal deep pandian dhyaya wardhan rajan puram lingam""",
    families="Chandrasekharan-Pillai Deshpandekar Kulkarnikar Bhattathiripad Jhunjhunwalla Patwardhane",
)

VIETNAMESE = culture(
    "vietnamese",
    """Thị_Ánh Bích_Ngọc Diệu_Linh Hồng_Nhung Kim_Chi Lan_Hương Mỹ_Dung Ngọc_Trâm Phương_Thảo Quỳnh_Như Thu_Hà
    Văn_Dũng Anh_Tuấn Đức_Thắng Hữu_Nghĩa Minh_Khôi Quang_Vinh Thanh_Bình Trọng_Nhân Xuân_Phúc""",
    families="Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đoàn Lâm Mạc Quách Tô Vương",
    joined=0.0,
    family_first=True,
)

MALAY = culture(
    "malay",
    """Aisyah Dewi Endang Fitriani Hasnah Intan Kartika Latifah Maimunah Nurul Ratna Siti Suharti Wulan Yuliana
    Agus Bambang Cahyo Darmawan Eko Faisal Gunawan Hendra Irwan Joko Kusuma Lukman Rahmat Slamet Teguh Wahyu""",
    heads="Wira Sura Adi Suro Kerta Wijaya Sasra Prawiro Harjo Joyo Marto Mangun Noto Padmo Resi Singa Tirto Wongso",
    tails="dinata diningrat kusuma wijoyo sumarto negara atmaja prasetyo sentana yudha ningrum saputra",
    joined=0.0,
)

THAI = culture(
    "thai",
    """Anong Busaba Chanida Duangjai Kanokwan Lawan Malee Nattaya Orathai Pimchanok Ratana Siriporn Wanida
    Anurak Chaiwat Decha Kittisak Narong Prasert Somchai Thaksorn Wichai Yodsak Pongsakorn""",
    heads="Chai Suwan Rattana Wong Siri Thep Phong Sri Kitti Char Boon Nakh Prasert Thana Vara",
    tails="wattana sakul panich suriya charoen kamol nont prasit rungrueng thavorn yothin sombat praphan",
    joined=0.0,
)

TURKISH = culture(
    "turkish",
    """Ayşegül Berrin Çiğdem Defne Elif Feride Gülten Hülya İpek Jale Leyla Müge Nazlı Özlem Perihan Safiye Şebnem
    Tülay Yasemin Zeliha
    Alparslan Burak Cengiz Doğan Emre Ferhat Gökhan Haluk İlker Kerem Levent Mehmet Nedim Orhan Pamir Rüştü Serkan
    Şükrü Tarık Umut Volkan Yiğit""",
    heads="Kara Ak Demir Taş Yıldı Gün Çelik Altın Bozku Dağ Er Gök Kılı Özde Sarı Tez Ulu Yavu Bulut Deniz Gümüş",
    tails="oğlu kaya baş lıoğlu dağ demir tepe soy türk bulut can han kan taş sever alp gil ırmak",
    families="Karabulutlu Çamlıbelgil Uzunköprülü Yıldızeli Güneştepeli Bozdoğanlı",
)

ARABIC = culture(
    "arabic",
    """Amal Basma Dalal Fairouz Ghada Hanan Iman Jumana Khadija Lamia Maysoon Nadia Rabab Salma Thuraya Wafaa Yusra
    Zainab Abdallah Bilal Daoud Fares Ghassan Haitham Idris Jamal Khalil Luay Marwan Nabil Qasim Rashid Samir Tarek
    Usama Waleed Yahya Ziad Abd_al-Karim Nour_ad-Din""",
    heads="Al- El- Ben_ Bin_ Abu_",
    tails="""Harithi Zubaydi Masoudi Khoury-Nasr Tamimi Rawahi Qasimi Hashemi-Rad Balushi Sharqawi Mansouri-Haddar
    Tikriti Ghamdani Kuwaisi Najjarine Saffarini Warraqi Attarine Bannani Fassi-Rami Jawhari Lamrani Mazrui Naqqash
    Rifai Sabbagh Talhouni Wazzani Yaqoubi Zahrawi Dabbagh Hadrami""",
    families="Benchekara El-Wardany Haddadine-Sy Boukhalfane Tahiri-Alaouine Qandilji Souissiane",
    joined=0.04,
    native=(
        ("مريم السباغ", "Maryam Al-Sabbagh"),
        ("خليل الجوهري", "Khalil Al-Jawhari"),
        ("هيثم النقاش", "Haitham Al-Naqqash"),
    ),
)

PERSIAN = culture(
    "persian",
    """Anahita Bahar Darya Elham Forough Golnaz Homa Kiana Laleh Mahin Niloufar Parisa Roya Shirin Taraneh Yeganeh
    Arash Behrouz Dariush Farhad Hormoz Iraj Jamshid Kamran Mehrdad Nader Omid Parviz Ramin Siavash Touraj""",
    heads="Shahr Farrokh Khor Mehr Dara Roshan Golest Bahram Jahan Kiar Pars Rost Sohr Teh Zar Abri",
    tails="abadi zadeh pour nejad ian dousti manesh far khani ostami yari kia vand",
    joined=0.05,
)

WEST_AFRICAN = culture(
    "west_african",
    """Adaeze Bolanle Chidinma Ebele Folasade Ifeoma Kehinde Ngozi Olufunke Simisola Titilayo Uchenna Yewande Akosua
    Abena Fatoumata Aminata Mariama Efua Adjoa
    Adewale Babatunde Chukwuemeka Ebuka Femi Ikenna Kwabena Kofi Nnamdi Obinna Olumide Segun Tunde Uzoma Mamadou
    Ousmane Yaw Kwaku Ibrahima""",
    heads="""Oye Ade Nwo Oko Ume Ike Olu Ogun Aki Baba Chuku Eze Fala Ibe Kole Mada Nna Obi Osa Uche Awo Dia Kei
    Sang Tra Bou Ase""",
    tails="""laran yemi kolobia adiegwu nwanne rinde dele kanmi wosu fashola tokunbo buike ndukwe banjo ladipo rrasso
    mensah tayo jobi sanya biyi konkwo toure fodio""",
    families="Diarrassouba Umeadi-Cole Nwokolobia Oyelaran Agyapong-Bediako Kouyatéba Asantewaah",
    joined=0.08,
)

EAST_AFRICAN = culture(
    "east_african",
    """Achieng Chebet Wanjiru Nyambura Makena Zawadi Amina Rehema Neema Selam Tigist Hiwot Mahlet Eden Nalwanga
    Kamau Kiprono Mutua Odhiambo Juma Baraka Tendai Simba Dawit Tesfaye Bekele Yonas Mukasa Okello Thabo Sipho""",
    heads="Kip Chep Odh Ony Wam Mut Nja Kar Gith Mur Oti Wak Tad Gebre Hail Worku Nda Mwa Siba Khu Mtha",
    tails="korir koech iambo ango bugu uku eri anja inji eno emariam eselassie nesh bele nda ngi malo ngwane embu",
    families="Wambuguiri Gebremariamu Tadesse-Worku Nakalembe-Sande Mthembukazi",
)

EASTERN = (
    CHINESE,
    JAPANESE,
    KOREAN,
    INDIAN,
    VIETNAMESE,
    MALAY,
    THAI,
    TURKISH,
    ARABIC,
    PERSIAN,
    WEST_AFRICAN,
    EAST_AFRICAN,
)
