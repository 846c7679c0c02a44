"""Countries with their cities, dialling codes, postcodes, money, languages and clocks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """One line of the table below. `cities` are (name, area code) pairs; `offset` is minutes before UTC in winter."""

    name: str
    region: str
    dial: str
    trunk: str
    currency: str
    language: str
    culture: str
    flavour: str
    zone: str
    offset: int
    summer: str
    postcode: str
    street: tuple[str, ...]
    forms: tuple[str, ...]
    cities: tuple[tuple[str, str], ...]
    weight: float


TABLE = """
Sweden|Nordics|46|0|SEK|sv|swedish|nordic|Europe/Stockholm 60 eu|### ##|%gatan #;%vägen ##;%torget #|AB;AB;Handelsaktiebolaget %c|Gävle 26;Linköping 13;Umeå 90;Norrköping 11;Sundsvall 60;Västerås 21;Kalmar 480|5
Norway|Nordics|47||NOK|no|norwegian|nordic|Europe/Oslo 60 eu|####|%gata #;%veien ##;%kaia #|AS;ASA;Gruppen AS|Stavanger 51;Ålesund 70;Tromsø 77;Drammen 32;Kristiansand 38;Bodø 75|4
Denmark|Nordics|45||DKK|da|danish|nordic|Europe/Copenhagen 60 eu|####|%gade ##;%vej #;%stræde #|A/S;ApS;A/S|Aalborg 98;Esbjerg 75;Odense 65;Randers 86;Kolding 76;Svendborg 62|3
Finland|Nordics|358|0|EUR|fi|finnish|nordic|Europe/Helsinki 120 eu|#####|%katu #;%tie ##;%ranta #|Oy;Oyj;Yhtiöt Oy|Tampere 3;Turku 2;Oulu 8;Jyväskylä 14;Lahti 3;Vaasa 6|3
Iceland|Nordics|354||ISK|is|icelandic|nordic|Atlantic/Reykjavik 0 none|###|%gata #;%braut ##|hf.;ehf.|Akureyri 46;Hafnarfjörður 55;Ísafjörður 45|1
Estonia|Baltics|372||EUR|et|baltic|nordic|Europe/Tallinn 120 eu|#####|%_tänav #;%_tee ##|AS;OÜ|Tartu 7;Pärnu 4;Narva 3|1
Latvia|Baltics|371||EUR|lv|baltic|nordic|Europe/Riga 120 eu|LV-####|%_iela ##|SIA;AS|Liepāja 634;Ventspils 636;Jelgava 630|1
Germany|DACH|49|0|EUR|de|german|germanic|Europe/Berlin 60 eu|#####|%straße ##;%weg #;Am %hof #;%ring ##|GmbH;AG;GmbH & Co. KG;SE|Regensburg 941;Bremen 421;Kassel 561;Chemnitz 371;Osnabrück 541;Ulm 731;Lübeck 451;Würzburg 931;Siegen 271|8
Austria|DACH|43|0|EUR|de|german|germanic|Europe/Vienna 60 eu|####|%straße #;%gasse ##;%zeile #|GmbH;AG|Graz 316;Linz 732;Salzburg 662;Klagenfurt 463;Innsbruck 512|3
Switzerland|DACH|41|0|CHF|de|german|germanic|Europe/Zurich 60 eu|####|%strasse ##;%weg #;%matt #|AG;GmbH;Holding AG|Winterthur 52;Luzern 41;St. Gallen 71;Biel 32;Aarau 62|3
Netherlands|Benelux|31|0|EUR|nl|dutch|dutch|Europe/Amsterdam 60 eu|#### @@|%straat ##;%weg #;%kade #;%plein #|B.V.;N.V.;Groep B.V.|Groningen 50;Eindhoven 40;Zwolle 38;Breda 76;Nijmegen 24;Deventer 570|4
Belgium|Benelux|32|0|EUR|nl|dutch|dutch|Europe/Brussels 60 eu|####|%laan ##;%straat #;rue_de_la_% ##|NV;BV;SA|Gent 9;Kortrijk 56;Namur 81;Hasselt 11;Mechelen 15|3
United Kingdom|UK and Ireland|44|0|GBP|en|english|english|Europe/London 0 eu|@@# #@@|% Road;% Street;% Way;% Quay|Ltd;plc;Group plc;LLP|Derby 1332;Hull 1482;Swansea 1792;Dundee 1382;Norwich 1603;Exeter 1392;Preston 1772;Lincoln 1522|8
Ireland|UK and Ireland|353|0|EUR|en|celtic|english|Europe/Dublin 0 eu|@## @###|% Street;% Quay;% Row|DAC;Ltd;plc|Galway 91;Limerick 61;Waterford 51;Sligo 71;Drogheda 41|2
France|France|33|0|EUR|fr|french|romance|Europe/Paris 60 eu|#####|rue_de_la_% ##;avenue_du_% #;quai_% #;place_% #|SA;SAS;SARL;SCOP|Nantes 2;Clermont-Ferrand 4;Dijon 3;Rennes 2;Grenoble 4;Limoges 5;Metz 3;Perpignan 4|6
Spain|Iberia|34||EUR|es|spanish|romance|Europe/Madrid 60 eu|#####|calle_% ##;avenida_de_% #;paseo_% #|S.A.;S.L.;S.A.U.|Zaragoza 976;Vigo 986;Murcia 968;Gijón 985;Pamplona 948;Badajoz 924|4
Portugal|Iberia|351||EUR|pt|portuguese|romance|Europe/Lisbon 0 eu|####-###|Rua_% ##;Avenida_% #;Largo_% #|S.A.;Lda.|Braga 253;Coimbra 239;Aveiro 234;Évora 266;Faro 289|2
Italy|Italy|39||EUR|it|italian|romance|Europe/Rome 60 eu|#####|via_% ##;corso_% #;piazza_% #|S.p.A.;S.r.l.;& Figli S.r.l.|Brescia 030;Parma 0521;Bari 080;Udine 0432;Ancona 071;Perugia 075;Bergamo 035|5
Greece|South-East Europe|30||EUR|el|greek|romance|Europe/Athens 120 eu|### ##|%_Street ##;Leoforos_% #|S.A.;A.E.|Patras 2610;Volos 2421;Larissa 241;Chania 2821|1
Poland|Central Europe|48||PLN|pl|polish|slavic|Europe/Warsaw 60 eu|##-###|ul._% ##;al._% #;pl._% #|S.A.;Sp. z o.o.|Poznań 61;Łódź 42;Gdynia 58;Rzeszów 17;Szczecin 91;Białystok 85|4
Czechia|Central Europe|420||CZK|cs|czech|slavic|Europe/Prague 60 eu|### ##|%ova ##;%ská #;náměstí_% #|a.s.;s.r.o.|Plzeň 37;Olomouc 58;Liberec 48;Zlín 57;Jihlava 56|2
Hungary|Central Europe|36|06|HUF|hu|hungarian|slavic|Europe/Budapest 60 eu|####|%_utca ##;%_tér #;%_körút #|Zrt.;Kft.;Nyrt.|Győr 96;Szeged 62;Pécs 72;Miskolc 46|2
Romania|South-East Europe|40|0|RON|ro|romanian|slavic|Europe/Bucharest 120 eu|######|Strada_% ##;Bulevardul_% #|S.A.;S.R.L.|Cluj-Napoca 264;Timișoara 256;Iași 232;Brașov 268|2
Croatia|South-East Europe|385|0|EUR|hr|slavic_south|slavic|Europe/Zagreb 60 eu|#####|%_ulica ##;Trg_% #|d.d.;d.o.o.|Rijeka 51;Osijek 31;Zadar 23;Varaždin 42|1
Turkey|Middle East|90|0|TRY|tr|turkish|arabic|Europe/Istanbul 180 none|#####|%_Caddesi ##;%_Sokak #|A.Ş.;Ltd. Şti.|Bursa 224;İzmir 232;Gaziantep 342;Kayseri 352;Mersin 324|2
United Arab Emirates|Middle East|971|0|AED|ar|arabic|arabic|Asia/Dubai 240 none|PO Box #####|%_Street;Al_%_Road|LLC;FZCO;PJSC|Sharjah 6;Ras Al Khaimah 7;Abu Dhabi 2;Fujairah 9|3
Saudi Arabia|Middle East|966|0|SAR|ar|arabic|arabic|Asia/Riyadh 180 none|#####|%_Street;King_%_Road|Co.;Holding Co.;LLC|Dammam 13;Jubail 13;Yanbu 14;Taif 12|2
Tunisia|Africa|216||TND|fr|arabic|romance|Africa/Tunis 60 none|####|avenue_% ##;rue_de_% #|SA;SARL|Sfax 74;Sousse 73;Bizerte 72;Gabès 75|1
Algeria|Africa|213|0|DZD|fr|arabic|romance|Africa/Algiers 60 none|#####|boulevard_% ##;rue_% #|SPA;SARL|Oran 41;Annaba 38;Constantine 31|1
Nigeria|Africa|234|0|NGN|en|west_african|african|Africa/Lagos 60 none|######|%_Road;%_Close;%_Crescent|Ltd;Plc;Nig. Ltd|Ibadan 2;Port Harcourt 84;Abeokuta 39;Enugu 42|2
Ghana|Africa|233|0|GHS|en|west_african|african|Africa/Accra 0 none|GA-###-####|%_Avenue;%_Link|Ltd;Plc|Kumasi 32;Takoradi 31;Tema 30|1
Kenya|Africa|254|0|KES|en|east_african|african|Africa/Nairobi 180 none|#####|%_Road;%_Lane|Ltd;Plc|Mombasa 41;Kisumu 57;Nakuru 51;Eldoret 53|1
South Africa|Africa|27|0|ZAR|en|east_african|african|Africa/Johannesburg 120 none|####|%_Street;%_Drive|(Pty) Ltd;Ltd|Durban 31;Gqeberha 41;Bloemfontein 51|2
India|South Asia|91|0|INR|en|indian|indian|Asia/Kolkata 330 none|######|%_Road;%_Marg ##;%_Nagar|Ltd;Pvt Ltd;& Sons Pvt Ltd|Pune 20;Coimbatore 422;Vadodara 265;Nagpur 712;Visakhapatnam 891;Kochi 484|5
Japan|East Asia|81|0|JPY|ja|japanese|asian|Asia/Tokyo 540 none|###-####|#-##-# %-cho;#-# %-machi|K.K.;Seisakusho;G.K.|Nagoya 52;Sendai 22;Hiroshima 82;Kanazawa 76;Niigata 25;Kobe 78|4
South Korea|East Asia|82|0|KRW|ko|korean|korean|Asia/Seoul 540 none|#####|%-ro ##;%-gil #|Co., Ltd.;Corp.|Ulsan 52;Daegu 53;Gwangju 62;Changwon 55|3
Taiwan|East Asia|886|0|TWD|zh|chinese|chinese|Asia/Taipei 480 none|#####|%_Road ##;%_Street #|Co., Ltd.;Corp.|Taichung 4;Hsinchu 3;Kaohsiung 7;Tainan 6|2
Singapore|South-East Asia|65||SGD|en|chinese|chinese|Asia/Singapore 480 none|######|#_%_Drive;##_%_Avenue;#_%_Link|Pte Ltd;Ltd|Singapore 6|2
Vietnam|South-East Asia|84|0|VND|vi|vietnamese|malay|Asia/Ho_Chi_Minh 420 none|######|##_%_Street;#_%_Road|JSC;Co., Ltd|Da Nang 236;Hai Phong 225;Can Tho 292|1
Indonesia|South-East Asia|62|0|IDR|id|malay|malay|Asia/Jakarta 420 none|#####|Jalan_% ##;Jalan_%_Raya #|Tbk;Persada|Bandung 22;Surabaya 31;Semarang 24;Medan 61|2
Thailand|South-East Asia|66|0|THB|th|thai|malay|Asia/Bangkok 420 none|#####|%_Road;Soi_% #|PCL;Co., Ltd.|Chiang Mai 53;Rayong 38;Khon Kaen 43|1
Australia|Oceania|61|0|AUD|en|english|english|Australia/Brisbane 600 none|####|% Street;% Parade;% Terrace|Pty Ltd;Ltd|Townsville 7;Cairns 7;Toowoomba 7;Mackay 7|3
New Zealand|Oceania|64|0|NZD|en|english|english|Pacific/Auckland 720 nz|####|% Street;% Terrace;% Place|Ltd|Dunedin 3;Hamilton 7;Napier 6;Nelson 3|1
Canada|North America|1||CAD|en|english|english|America/Toronto -300 us|@#@ #@#|% Street;% Avenue;% Boulevard|Inc.;Ltd;Corp.|Hamilton 905;Kingston 613;Sudbury 705;Québec 418;Sherbrooke 819|3
United States|North America|1||USD|en|english|english|America/New_York -300 us|#####|% Avenue;% Street;% Parkway;% Drive|Inc.;LLC;Corp.;Holdings|Toledo 419;Rochester 585;Savannah 912;Roanoke 540;Scranton 570;Dayton 937|6
United States|North America|1||USD|en|spanish|english|America/Chicago -360 us|#####|% Avenue;% Street;% Trail;% Road|Inc.;LLC;Corp.|Tulsa 918;Peoria 309;Mobile 251;El Dorado 870;Duluth 218;Laredo 956|5
United States|North America|1||USD|en|english|english|America/Los_Angeles -480 us|#####|% Avenue;% Way;% Street|Inc.;LLC|Spokane 509;Fresno 559;Eugene 541;Reno 775|3
Mexico|Latin America|52||MXN|es|spanish|romance|America/Mexico_City -360 none|#####|Calle_% ##;Avenida_% #;Calzada_% #|S.A. de C.V.;S. de R.L.|Puebla 222;León 477;Saltillo 844;Mérida 999;Querétaro 442|3
Brazil|Latin America|55|0|BRL|pt|portuguese|romance|America/Sao_Paulo -180 none|#####-###|Rua_% ##;Avenida_% #;Alameda_% #|S.A.;Ltda.|Curitiba 41;Campinas 19;Joinville 47;Recife 81;Uberlândia 34|4
Chile|Latin America|56||CLP|es|spanish|romance|America/Punta_Arenas -180 none|#######|Calle_% ##;Avenida_% #|S.A.;SpA|Concepción 41;Antofagasta 55;Valdivia 63;Temuco 45|2
Colombia|Latin America|57||COP|es|spanish|romance|America/Bogota -300 none|######|Carrera_## #-##;Calle_% #|S.A.S.;S.A.|Bucaramanga 7;Cali 2;Pereira 6;Barranquilla 5|1
Argentina|Latin America|54|0|ARS|es|italian|romance|America/Argentina/Cordoba -180 none|@####|Calle_% ##;Avenida_% #|S.A.;S.R.L.|Rosario 341;Mendoza 261;Bahía Blanca 291|1
"""


def _country(line: str) -> Country:
    name, region, dial, trunk, currency, language, people, flavour, clock, *rest = line.split("|")
    postcode, street, forms, cities, weight = rest
    zone, offset, summer = clock.split()
    places = (city.rpartition(" ") for city in cities.split(";"))
    return Country(
        name,
        region,
        dial,
        trunk,
        currency,
        language,
        people,
        flavour,
        zone,
        int(offset),
        summer,
        postcode,
        tuple(one.replace("_", " ") for one in street.split(";")),
        tuple(forms.split(";")),
        tuple((city, area) for city, _, area in places),
        float(weight),
    )


COUNTRIES = tuple(_country(line) for line in TABLE.strip().splitlines())
