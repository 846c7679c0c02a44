"""Names of the south and the east of Europe, and of Latin America."""

from sponsor_app.services.demo.names.culture import culture

SPANISH = culture(
    "spanish",
    """María_Fernanda Lucía Pilar Rocío Ximena Inés Guadalupe Itziar Candela Amparo Consuelo Paloma Macarena Leire
    Soledad Yolanda Úrsula Belén Noelia Remedios Catalina Valentina Amaranta
    Álvaro Bernardo Cristóbal Esteban Fermín Gonzalo Hernán Íñigo Joaquín Leandro Mateo Néstor Óscar Patricio
    Rodrigo Santiago Tadeo Vicente Xabier Agustín Baltasar Anselmo José_Ignacio Juan_Carlos""",
    heads="""Arri Eche Zubi Goiko Men Bel Car Fuen Mon Pala Que Sala Torre Ville Za Alda Bar Cas Dela Esco Gar Hue
    Iba Lande Mar Olave Per Robre Sanz Uri Val Aran Beni Carra Elizo""",
    tails="""zabalaga verría garay etxea doza monte talbán tierra dero cáceres pueda rrosa gas jano baceta rondo
    rrieta gui nechea zola marroz vides mayor do rrazu tegui naga rriaga lucea""",
    families="Garrastazu Belmonte Quintanilla-Rojo Peñalosa Altolaguirre Buenrostro Del_Carrizal Ibarluzea",
    joined=0.55,
    joint=" ",
)

PORTUGUESE = culture(
    "portuguese",
    """Conceição Graça Iara Jussara Luísa Margarida Nazaré Otília Piedade Teresa Vitória Beatrice Clarisse Fátima
    Inês Joana Mafalda Benedita Aparecida
    Afonso Baltazar Caetano Duarte Egídio Filipe Gaspar Henrique Iuri João Lourenço Martim Nuno Olavo Quirino
    Raimundo Sebastião Tomé Vasco Zacarias Antônio Estevão""",
    heads="Car Mon Pin Fer Vas Al Ba Cor Fi Gui Ma Ol Pe Que Ri Sa Ta Vi Bran Fon Les Mei Nor Par Se Tei",
    tails="valhal teiro heiro reirinha concelos buquerque rreto deiro gueira marães galhães veira reira iroz beiro mpaio",
    families="Vasconcelhos Carvalhosa Brandãozinho Figueiroa Mouraria Penalva Cavadinha Lindoso Trancoso",
    particles=("da", "dos", "de"),
    joined=0.4,
    joint=" ",
)

ITALIAN = culture(
    "italian",
    """Alessia Benedetta Chiara Donatella Elettra Fiammetta Ginevra Ilaria Letizia Mirella Nicoletta Ornella Patrizia
    Rosalba Simonetta Tiziana Viola Zelda Bianca
    Alessio Bruno Corrado Dario Ettore Fabrizio Gianluca Iacopo Leonardo Massimo Niccolò Oreste Pierpaolo Raffaele
    Saverio Tancredi Umberto Valerio Pier_Luigi Gian_Marco Anna_Maria""",
    heads="Bel Bor Cas Ceri Del Fal Ghi Lam Mal Mon Pal Pel Quar Ros San Tag Val Ver Zam Bar Cal Dan Fer Gal Man Pog Tra",
    tails="""lotti gnani tellari boni fonti retti sconi berti tegazza ciotto legrini tantini setti vignana liaferro
    dinoci ronese pieri dolfi cato lesi ghetti zzoni ghini""",
    families="Dell’Acquaviva Montefalco Bragadini Lanfredotti Scarampola Tagliavento Orsolanti Pescarenico",
    particles=("De", "Di", "Della"),
)

GREEK = culture(
    "greek",
    """Aspasia Calliope Despina Eleni Ioanna Kyriaki Lydia Myrto Paraskevi Stavroula Theodora Vasiliki Zoe Artemis
    Achilleas Dimitrios Emmanouil Fotios Grigorios Konstantinos Leonidas Nikiforos Odysseas Panagiotis Stelios Thanos""",
    heads="Papa Hadji Kara Mavro Theo Anasta Christo Dimitro Geor Kalo Lambro Niko Pana Stavro Vasilo Konto Palaio",
    tails="dopoulos giannis kostas theodorou nikolaou petrou vasiliou markakis lakis nidis siadis rakis matis georgiou poulou",
    families="Kastellorizos Vathypetros Thalassinos Armenopetra Xenoglou Petrochilos",
)

POLISH = culture(
    "polish",
    """Agnieszka Bożena Czesława Dorota Elżbieta Grażyna Halina Izolda Jadwiga Katarzyna Ludmiła Małgorzata Natalia
    Olga Róża Stanisława Urszula Wanda Zofia Żaneta |
    Andrzej Bogdan Cezary Dariusz Edmund Franciszek Grzegorz Henryk Ireneusz Jerzy Krzysztof Łukasz Mieczysław
    Norbert Paweł Radosław Sławomir Tadeusz Wacław Zbigniew""",
    heads="""Brzozo Dąb Grabo Jaworz Kamień Leszczyń Malinow Niedźwie Olszew Piotro Rudzi Sosno Topor Wiśnio Zawadz
    Borko Cichoń Głowa Jasiń Krasno Lipo Młyna Ostrow Płocho Rokit Szczepa Trzcin Wierzb""",
    tails="wska czyk ńska wicz niak cka lewska zińska | wski czyk ński cki wicz szek niak lewski ziński",
    families="Brzęczyszczewska Szczęśniakowicz Źdźbłowska Wąsoszyńska | Brzęczyszczewski Szczęśniakowicz Gżegżółkowski Trzebiatów",
    joined=0.07,
)

CZECH = culture(
    "czech",
    """Alžběta Božena Dagmar Eliška Hedvika Jitka Květa Libuše Markéta Naděžda Olšana Růžena Světlana Štěpánka
    Zdeňka Blažena Viera Ľubica |
    Bohumil Ctibor Drahomír Evžen František Hynek Jaromír Květoslav Lubomír Miloš Otakar Přemysl Radovan Svatopluk
    Tomáš Václav Zdeněk Ľuboš Ivan""",
    heads="Dvoř Hor Jel Kač Kop Kouř Krat Lesn Mal Něm Nov Ptáč Řezn Sed Svob Šim Truhl Urb Ves Vlč Zelen Žák Bed Mar",
    tails="áková ecká ečková ilová ová ínková ná ovic | áček ák ínek ík oš ný ec ský ovic ílek ůvka",
    families="Skřivánková Čáslavka Třešňáková Kratochvílná | Procházkovec Kratochvílný Zavřelík Břečťan Třešňák",
)

HUNGARIAN = culture(
    "hungarian",
    """Borbála Csilla Enikő Fruzsina Györgyi Hajnalka Ildikó Jolán Katalin Márta Noémi Piroska Réka Szilvia Tünde
    Zsófia Ágnes Attila Balázs Csaba Dezső Ernő Ferenc Gergely Huba István József Kálmán Lőrinc Miklós Ödön Sándor
    Zoltán Árpád""",
    heads="Kis Nagy Halász Molnár Szent Vár Fehér Fekete Kovács Balog Bát Csere Dobó Erdő Föld Győr Ilosva Keszt Rév Szék",
    tails="ffy helyi völgyi házi mezei laki nádi széki aljai szegi berki falvi hegyi kuti ligeti tornyai",
    families="Molnárffy Zsombolyai Keresztúry Őrhalmi Szederkényi Tiszavölgyi",
)

ROMANIAN = culture(
    "romanian",
    """Anca Brândușa Catinca Doina Floarea Ileana Lăcrămioara Măriuca Oana Rodica Smaranda Tudora Viorica Zenovia
    Bogdan Cătălin Dragoș Florin Gheorghe Horia Ionuț Laurențiu Mircea Nicu Octavian Petre Răzvan Ștefan Tiberiu""",
    heads="Popa Ione Dumi Constan Mun Cojo Moldo Brân Ciob Drag Flor Grigor Lupa Marin Neag Opri Rusu Stan Vlad Zamfi",
    tails="escu eanu oiu aru ache iuc ăneanu oveanu uleasa iță",
    families="Cantemirești Văcăreștean Brâncovici Șerbănița Țepeluș Mărgineanca",
)

SLAVIC_SOUTH = culture(
    "slavic_south",
    """Bojana Dragica Gordana Jasna Ljiljana Milica Nevenka Radmila Slavica Tihana Vesna Zorica Živka Marija
    Branislav Dragan Goran Hrvoje Jovan Krešimir Ljubo Mirko Nenad Ognjen Predrag Radoslav Slobodan Tomislav Zvonimir""",
    heads="Jova Petro Babi Krstu Ljubi Marko Novo Obra Pav Rado Sto Tomi Vuko Živa Bogda Čolo Đor Grgu Ilio Lazo",
    tails="nović vić ković šić ljević tinović ničić dović šević rović jić čević lović zić",
    families="Karanfilović Vukodražić Šumanović-Lončar Crnobrnja Međugorac Zlatiborac",
)

SOUTHERN = (
    SPANISH,
    PORTUGUESE,
    ITALIAN,
    GREEK,
    POLISH,
    CZECH,
    HUNGARIAN,
    ROMANIAN,
    SLAVIC_SOUTH,
)
