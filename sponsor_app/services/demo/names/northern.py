"""Names of the north: Swedish, Norwegian, Danish, Finnish, Icelandic, Estonian."""

from sponsor_app.services.demo.names.culture import culture

SWEDISH = culture(
    "swedish",
    """Åsa Signe Elsa Ylva Gunilla Ebba Tuva Linnéa Karin Ingrid Sigrid Annika Malin Birgitta Frida Lovisa Märta
    Lars Gustav Oskar Björn Stellan Torbjörn Sixten Axel Håkan Joakim Rasmus Göran Mårten Pontus Anders Elof
    Kjell-Åke Per-Olof Lars-Erik Britt-Marie Anna-Karin Ulf Viggo Tage Arvid Kerstin""",
    heads="""Lind Berg Sand Holm Ek Dal Sjö Gran Ham Brand Norr Söder Väst Öst Stål Hjort Ros Björk Alm Hag Ask
    Fors Hed Lund Mo Ny Rönn Sten Ström Strand Tall Vik Åker Häll Kvarn Ling Segel Ljung Torn Ven Skog""",
    tails="qvist ström gren berg lund dahl vall mark stedt bäck holm borg blad hult stam kvist felt löf rud man",
    families="Domeij Hallbergsson Kvarnsved Ödmark Tjernlund Brännare Fjällström Sahlqvist Wrangsjö Ekedal",
    joined=0.08,
)

NORWEGIAN = culture(
    "norwegian",
    """Jorunn Sunniva Ragnhild Solveig Astrid Tonje Guro Synnøve Åse Marit Gro Live Eldbjørg Torill Silje Hedda
    Sigurd Håvard Trygve Odd Leif Eirik Øyvind Sverre Knut Magne Torstein Gaute Brage Sindre Kåre Arild Vidar
    Ole-Jakob Anne-Grethe Tor-Arne Birk Eskil Ivar Nils""",
    heads="""Tveit Haug Bakk Myr Sol Ness Vik Fjell Dal Lang Øst Sør Nord Brekk Hov Lund Stein Strøm Rød Gjerd Eid
    Hell Kval Lie Moe Rust Sæt Skog Tømmer Vold Ål Bjørn Fosse Grim Hammer Kvern Løv Myhr Opp Rein""",
    tails="nes land vik stad rud heim set berg dal haugen bakken moen eng åsen lien sund vold sen stø hus",
    families="Skarvøy Tindlund Havnevold Bårdseth Øygarden Flåtemo Kvitnes Drangsholt Ulvesund Stavrheim",
)

DANISH = culture(
    "danish",
    """Mette Pernille Gitte Signe Karen Bodil Freja Ditte Kirsten Inger Maren Solvej Dorthe Lærke Tine Rikke Astrid
    Søren Jeppe Mads Kasper Anders Niels Asger Bertel Holger Lauge Troels Frederik Esben Preben Viggo Bent Aksel
    Hans-Henrik Anne-Sofie Thorkild Jannik Emil Rune""",
    heads="""Kjær Søn Vester Øster Møl Bjerre Skov Kirke Lund Ager Brun Dam Elk Fugl Gram Hede Juul Krog Lyng Mose
    Nørre Pil Rav Stor Thor Ulf Vind Winter Aar Bro Flen Hegn Ravn Sten Toft Vang""",
    tails="gaard sen bjerg holm strup sted lund dal toft borg rup lev by kjær skov bæk høj mark feldt ager",
    families="Hegelund-Ravn Brøndum Skaarup Tranekær Vestermølle Ørnfeldt Fuglsang-Dam Klitgaarden Bækmark",
    joined=0.07,
)

FINNISH = culture(
    "finnish",
    """Aino Helmi Eeva Kaisa Päivi Riikka Sanna Tuula Ulla Virpi Hilkka Marjatta Outi Satu Tiina Inkeri Lumi
    Antti Eero Heikki Ilkka Jukka Kalle Lauri Mikko Olli Pekka Reijo Seppo Timo Urho Väinö Aarne Esko Juhani
    Anna-Liisa Veli-Matti Tapio Onni""",
    heads="""Koski Mäki Niemi Lahti Virta Salmi Järvi Kallio Ranta Suo Metsä Korpi Harju Vuori Saari Aalto Hirvi Kivi
    Lehto Lumi Myllä Nurmi Orava Pelto Rauta Savi Tammi Tuuli Vesi Ylä Ala Uusi Kangas Honka Jänne""",
    tails="nen la mäki niemi salo maa vaara lampi luoto kari ranta pää suo aho harju koski lahti järvi oja ra",
    families="Koskimäki Hietanoro Pohjantähti Ylätalo Vesterkallio Lumiaho Rautasuo Hongistola Kuutamola",
    joined=0.06,
)

ICELANDIC = culture(
    "icelandic",
    """Guðrún Sigríður Hrafnhildur Þórunn Ásta Bryndís Eydís Kolbrún Ragnheiður Steinunn Vala Yrsa Jórunn |
    Gunnar Þór Ásgeir Baldur Einar Hallgrímur Ísleifur Kjartan Ólafur Páll Sæmundur Úlfur Ævar Bergur Sturla""",
    heads="""Gunnars Ásgeirs Baldurs Einars Hallgríms Ísleifs Kjartans Ólafs Páls Sæmunds Bergs Hrafns Skúla Orms
    Teits Vermunds Þórðar Egils Flosa Illuga""",
    tails="dóttir | son",
    joined=0.0,
)

BALTIC = culture(
    "baltic",
    """Kadri Liis Maarja Pille Triin Ülle Aive Ilze Līga Dace Anda Rūta Jūratė Eglė Austėja Daina Inga |
    Tõnu Jaak Rein Mihkel Priit Ülo Margus Andris Jānis Mārtiņš Uldis Vytautas Gediminas Rokas Tadas Arvo""",
    heads="Kask Mets Tamm Oja Kivi Saar Lepik Põld Rebas Ozol Liep Bērz Kaln Zariņ Jank Petraus Kazlausk Vaitk Stank",
    tails="mäe maa soo vald ste la oja saar iņa ere ēna ienė aitė ova | mäe maa soo vald ste la oja saar iņš is ēns evičius uskas ovs",
    families="Raudsepamäe Pihlakoja Ąžuolaitė Mündrisaar Vētra | Raudsepamäe Kalnzemis Ezermalis Girdvainis Mündrisaar Vētrasils",
)

NORTHERN = (SWEDISH, NORWEGIAN, DANISH, FINNISH, ICELANDIC, BALTIC)
