"""Food, goods, care and services."""

LIGHT = (
    """Food and drink
    english: Foods; Bakeries; Dairy; Provisions; Preserves; Mills; Confectionery
    nordic: Mejeri; Livsmedel; Brygghus; Bageri
    germanic: Feinkost; Molkerei; Brauhaus; Mühlenwerke; Backwaren
    romance: Alimentaria; Conservas; Laiterie; Molinos; Confiserie
    slavic: Mlékárna; Pekárny; Zakłady Mięsne; Konzerv
    asian: Shokuhin; Foods; Agro Foods; Spice Works
    sites: the bottling hall; the proving room; the creamery; line 4; the smokehouse; the tasting kitchen; the malt floor; the pickling cellar; the cold corridor; the flour silo
    gear: pasteuriser; spiral freezer; dough divider; retort; filler head; metal detector; brine pump; cheese press; homogeniser; roasting drum; depalletiser; blast chiller
    matters: shelf life; allergen labels; cleaning cycles; recall drills; traceability of milk; harvest peaks; energy per tonne; auditors from the supermarkets; seasonal staff; bottle deposits
    """,
    """Cold storage and logistics
    english: Cold Stores; Logistics; Haulage; Freight; Warehousing; Couriers
    nordic: Frysterminal; Kyllager; Transport; Spedition
    germanic: Spedition; Kühlhaus; Lagerhaus; Transporte
    romance: Logistica; Transportes; Entrepôts; Almacenes
    slavic: Logistyka; Doprava; Szállítmányozás; Spedycja
    asian: Butsuryu; Logistics; Cold Chain; Freight
    sites: freezer hall 2; the loading dock; the cross-dock; the night depot; chamber 7; the customs shed; the yard office; the pallet store; the quarantine cage; the trailer park
    gear: evaporator; dock leveller; reefer trailer; ammonia compressor; shuttle rack; stretch wrapper; door curtain; data logger; reach truck; label applicator
    matters: temperature excursions; driver shortages; night deliveries; electricity tariffs; door openings; the insurance audit; proof of delivery; spoilt pallets; the bank-holiday peak; cross-border papers
    """,
    """Hospitals and laboratories
    english: Clinics; Diagnostics; Laboratories; Infirmary Trust; Hospital Supplies
    nordic: Klinik; Laboratorium; Sjukvård
    germanic: Kliniken; Diagnostik; Laborverbund
    romance: Clínicas; Laboratorios; Diagnostica
    slavic: Klinika; Laboratoria; Diagnostyka
    asian: Medical; Byoin; Diagnostics
    sites: the sample archive; the pharmacy basement; the sterile store; the blood bank; the imaging wing; laboratory 3; the biobank; the dispatch hatch; the reagent room; the plant room
    gear: incubator; ultra-low freezer; autoclave; centrifuge; fume cupboard; sample fridge; nitrogen vessel; air handler; glove box; plate reader
    matters: accreditation; sample integrity; alarm fatigue of the night staff; reagent waste; the new wing; service windows; validation papers; on-call rosters; tender rules; calibration certificates
    """,
    """Pharmaceuticals
    english: Pharma; Biologics; Therapeutics; Remedies; Generics
    nordic: Farma; Biologi; Läkemedel
    germanic: Arzneimittel; Pharma; Biotechnik
    romance: Farmacéutica; Pharma; Biologia
    slavic: Farma; Leki; Biotechnika
    asian: Seiyaku; Pharma; Life Sciences
    sites: clean room B; the granulation suite; the stability chambers; the vault; the packaging hall; the pilot plant; the solvents store; the water loop; the release laboratory; filling line 2
    gear: freeze dryer; tablet press; isolator; fluid bed dryer; coating pan; bioreactor; peristaltic doser; blister line; particle counter; vial washer
    matters: batch release; deviation reports; the inspectors; electronic signatures; serialisation; humidity drift; change control; the new biologics building; data integrity; validation backlog
    """,
    """Retail
    english: Stores; Outfitters; Markets; Home; Grocers; Pantry
    nordic: Handel; Varuhus; Kjøp
    germanic: Handel; Märkte; Kaufhaus
    romance: Supermercados; Mercati; Comptoir; Grands Magasins
    slavic: Obchody; Sklepy; Áruház
    asian: Shoten; Bazaar; Mart; Stores
    sites: the flagship store; the returns centre; the bakery counter; the back office; the click-and-collect desk; the regional hub; the ice-cream aisle; the stock room; the car park; the training shop
    gear: display freezer; checkout; heat curtain; door counter; price label; compactor; refrigerated case; air conditioner; handheld scanner; deposit machine
    matters: empty shelves; food waste; opening hours; refrigerant leaks; store refits; franchise owners; Black Friday; energy bills; staff turnover; the loyalty app
    """,
    """Textiles and clothing
    english: Textiles; Weavers; Knitwear; Linens; Dyeworks
    nordic: Väveri; Ull; Tekstil
    germanic: Weberei; Tuchfabrik; Strickwaren
    romance: Textil; Tessuti; Filatures; Confecções
    slavic: Tkaniny; Textil; Len
    asian: Boseki; Silk Mills; Textiles
    sites: the dye house; the weaving shed; the sample room; the finishing hall; the wool store; the pattern loft; the steam room; mill 2; the inspection tables; the effluent plant
    gear: jacquard loom; stenter; carding machine; dyeing jig; boiler; ring spinner; warp beam; steam press; colour kitchen; lint filter
    matters: colour matching; water use; minimum lots; the spring collection; organic certificates; loom downtime; apprentices; export papers; yarn prices; lead times from the mill
    """,
    """Hotels and travel
    english: Hotels; Inns; Resorts; Voyages; Ferries
    nordic: Hotell; Resor; Fjordferger
    germanic: Hotels; Reisen; Kurbetriebe
    romance: Hoteles; Viaggi; Auberges
    slavic: Hotely; Podróże; Fürdők
    asian: Ryokan; Resorts; Palace Hotels
    sites: the conference wing; the banquet kitchen; the spa; the laundry; the rooftop plant; the marina; the wine cellar; reception; the staff canteen; the ballroom
    gear: heat pump; walk-in cooler; chiller; dishwasher line; pool plant; lift; ventilation unit; ice machine; linen press; boiler
    matters: guest complaints; seasonal openings; energy labels; kitchen hygiene; refurbishment of the north wing; group bookings; noise at night; owner meetings; staff housing; the summer peak
    """,
    """Insurance and mutuals
    english: Mutual; Assurance; Underwriters; Benefit Society
    nordic: Forsikring; Försäkring; Gjensidig
    germanic: Versicherung; Assekuranz; Rückversicherung
    romance: Seguros; Assicurazioni; Mutuelle
    slavic: Pojišťovna; Ubezpieczenia; Biztosító
    asian: Hoken; Assurance; General Insurance
    sites: the claims floor; the archive; the agency network; the actuarial office; the call centre; the board room; the data centre; the branch office; the training rooms; the mail room
    gear: archive chiller; server rack; scanner line; backup generator; access gate; print shop; cooling unit; meter; battery room; sprinkler pump
    matters: claims from frozen pipes; prevention visits; reinsurance terms; the regulator; agents in the countryside; flood maps; legacy contracts; complaint deadlines; telematics; renewal season
    """,
    """Universities and research
    english: Institute; University Trust; Research Park; Observatory
    nordic: Høyskole; Forskning; Institut
    germanic: Institut; Hochschule; Forschungszentrum
    romance: Instituto; Università; Institut
    slavic: Institut; Akademia; Kutatóintézet
    asian: Kenkyujo; Institute; Academy
    sites: the greenhouse; the animal-free test lab; the herbarium; the ice-core store; the workshop; the lecture block; the clean bench; the library basement; the wind tunnel; the field station
    gear: growth chamber; cryostat; spectrometer; vacuum pump; ice-core freezer; fume hood; laser table; climate chamber; server room cooler; sampling buoy
    matters: grant deadlines; open data; shared instruments; doctoral students; procurement rules; the summer school; safety training; long-term archives; the dean; maintenance backlog
    """,
    """Municipal services
    english: Borough Works; City Services; County Utilities; Public Works
    nordic: Kommunalteknik; Byverk; Kommune
    germanic: Stadtwerke; Stadtbetriebe; Zweckverband
    romance: Servicios Urbanos; Azienda Municipale; Régie
    slavic: Služby Města; Zakład Komunalny; Városüzemeltetés
    asian: Shiyakusho Works; City Corporation; Municipal Board
    sites: the swimming baths; the depot; the town hall cellar; the school kitchens; the waste yard; the tram shed; the library; the ice rink; the council chamber; the salt store
    gear: street-light cabinet; chlorine doser; pool filter; weighbridge; gritting truck; heating station; parking meter; air-quality mast; flood gate; school boiler
    matters: the council budget; citizens on social media; winter service; procurement law; ageing pipes; heating bills of schools; apprentices; meetings of the works council; open tenders; noise at the depot
    """,
)
