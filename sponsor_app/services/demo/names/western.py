"""Names of the west: English, Irish, American mixes, German, Dutch, French."""

from sponsor_app.services.demo.names.culture import culture

ENGLISH = culture(
    "english",
    """Harriet Rosalind Imogen Beatrix Philippa Gwendolyn Tabitha Winifred Eleanor Maud Cordelia Prudence Hazel
    Clementine Bronwen Araminta Josephine Lettice Marigold Octavia Rowena Sybil Thea Verity Dorothea
    Edmund Alistair Barnaby Cedric Duncan Ewan Fergus Giles Hamish Ivor Jasper Lionel Magnus Nigel Oswin
    Percival Quentin Rupert Silas Tobias Wilfred Crispin Humphrey Leopold Ambrose Bertram Everett""",
    heads="""Ash Black Whit Thorn Hart Wins Brad Cal Dun Elm Far Glen Hazel Kings Lang Marl Nether Oak Pen Quar Red
    Stan Tarn Up Wood Wy Bram Cran Der Fern Grim Holl Ink Keld Lyn Mill New Ot Pem Rav Sel Thur Wake Yar Brock""",
    tails="""ford ton ley worth wood field croft bourne combe dale gate ham hurst mere more ridge shaw stead
    thwaite wick well by stone stow lake brook den grave""",
    families="Featherstonehaugh Cholmondeston Pettigrew-Vane Mossop Tregarthen Penhallow Lanyon Clegghorn Ravenscar",
    joined=0.08,
)

CELTIC = culture(
    "celtic",
    """Siobhán Aoife Caoimhe Niamh Gráinne Róisín Sorcha Orlaith Eithne Bríd Mairéad Catriona Eilidh Mhairi Ceridwen
    Cormac Diarmuid Fionn Oisín Padraig Ruairí Tadhg Colm Donnacha Eoghan Iain Lachlan Struan Gethin Rhodri Emrys""",
    heads="Mac O’ Fitz Mc",
    tails="""Garrity Lanaghan Dowd Skeffin Tiernan Ashlin Brannock Corrigal Durcan Eachern Fadden Gillray Hanlin
    Kinnear Lavelly Morrow Nallen Quillan Rafferny Scolan Torrin Varley Weir Culloch Brennagh Dermid Gowran""",
    families="""Mac_Giolla_Phádraig Ó_Súilearáin Ní_Bhraonáin Cadwaladr-Rees Pengelly Trevanion Llewelyn-Vaughan
    Gwynfardd Ó_Duibhgeall""",
)

GERMAN = culture(
    "german",
    """Annegret Hannelore Ulrike Gudrun Heike Sieglinde Mechthild Roswitha Brigitta Friederike Walburga Ottilie
    Henrike Wiebke Svenja Antje Kunigunde Ilse Theresia Elfriede Marlies Gerlinde Veronika
    Gerhard Wolfram Dietmar Eberhard Falk Gottfried Heinrich Ingolf Jörg Klaus Ludger Meinhard Norbert Otmar
    Reinhold Siegfried Thilo Ulrich Volker Winfried Benedikt Jürgen Götz Hannes Karl-Heinz Hans-Joachim""",
    heads="""Acker Alten Berg Birken Brand Buch Dorn Eber Eich Falken Feld Gold Grün Hahn Hassel Heid Hirsch Hoch
    Kalten Kern König Lerchen Linden Löwen Mühl Neu Ober Pfaffen Raben Reich Rosen Sand Schön Schwarz Silber
    Stein Tannen Unter Vogel Wald Weiden Wolfs Zimmer Ziegel Brunn""",
    tails="""mann bach meier hofer berger bauer huber thaler egger inger stätter gruber reiter wieser leitner schmidt
    müller weber hauser lehner brink kamp feld heimer acher auer brunner""",
    families="Vossmeer Brandstaetter Aschenbrück Trautwein-Lohse Zwirnmann Küppersteg Eschenlohr Überschär",
    particles=("von", "zu", "von der"),
    joined=0.1,
)

DUTCH = culture(
    "dutch",
    """Renske Marloes Femke Anneke Liesbeth Jolanda Sietske Hanneke Geertje Maaike Tjitske Wilhelmina Saskia Doutzen
    Joris Pieter Sjoerd Wouter Bas Dirk Floris Geert Hidde Jurriaan Koen Laurens Maarten Niek Rutger Siebe Teun
    Jan-Willem Anne-Fleur Bram Cees Tijmen""",
    heads="""Ouden Nieuwen Hoog Laag Water Dijk Molen Zand Veen Bosch Kerk Meer Berg Haver Kool Schaap Vogel Winter
    Zomer Blauw Groen Rood Wit Zwart Lange Korte Steen Hout Riet Duin Slot Brug Heide Maas Vliet""",
    tails="aarde stra sma huis man beek veld burg dam dijk hoek kamp laar maat poort ring schoot stede waard zijl",
    families="Oudenaarde Kwakkelstein Zwartjesbrug Hoogterp Poelmansdijk Terwindt Ravensloot",
    particles=("van", "van der", "de", "van den", "ter"),
    joined=0.06,
)

FRENCH = culture(
    "french",
    """Aurélie Béatrice Clémence Dorothée Élodie Françoise Geneviève Hélène Isaure Joséphine Capucine Léonie Maëlle
    Noémie Océane Perrine Quitterie Solène Thaïs Violaine Ségolène Apolline Bérénice
    Anselme Barthélemy Cédric Didier Étienne Fabrice Gaspard Honoré Ignace Jérôme Loïc Maxence Nicolas Octave
    Philibert Rémi Sylvain Théophile Ulysse Yannick Aurélien Jean-Baptiste Marie-Laure Pierre-Yves Anne-Cécile""",
    heads="""Mont Beau Château Clair Bois Roche Ville Fon Val Bel Grand Petit Haut Mar Cham Fau Gri Lan Pré Ri
    Tour Ver Bar Cour Du Fer Gar Lam Mal Neu Per Sou Tri Vau Des Les""",
    tails="""grillard champ fort mont court neuf brun vois rain teau quelin sier tard villiers chaux reuil lard geot
    bault rigny nier zac lier dieu noux rand tier val gnac""",
    families="Vauquelin-Ferrand Delaroche-Mbaye Tournebroche Quéméneur Le_Goasguen Lachenaie Ducharmois",
    particles=("de", "de la", "du"),
    joined=0.1,
)

WESTERN = (ENGLISH, CELTIC, GERMAN, DUTCH, FRENCH)
