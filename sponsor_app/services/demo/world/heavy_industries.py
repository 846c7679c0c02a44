"""Machines, metals, energy, water and everything that moves."""

HEAVY = (
    """Water and wastewater
    english: Water; Waterworks; Sewerage Board; Rivers Trust
    nordic: Vatten; Vannverk; Avlopp
    germanic: Wasserwerke; Wasserverband; Abwasser
    romance: Aguas; Acque; Eaux
    slavic: Vodárny; Wodociągi; Vízművek
    asian: Suido; Jal Works; Water
    sites: pumping station 12; the settling basin; the control room; the sludge press; the reservoir; the intake tower; the ozone hall; borehole 9; the digester; the laboratory
    gear: booster pump; penstock; flow meter; turbidity probe; chlorinator; blower; screen rake; pressure valve; sludge centrifuge; level sensor
    matters: leakage; burst mains at night; lead pipes; storm overflows; the drought plan; meter reading; telemetry over old radio; the regulator; energy of the pumps; customer complaints about pressure
    """,
    """Energy and grid
    english: Power; Grid; Energy; Turbines; Electric
    nordic: Kraft; Energi; Nett
    germanic: Energie; Netz; Kraftwerke
    romance: Energía; Elettrica; Énergies
    slavic: Energia; Elektrárny; Áramszolgáltató
    asian: Denryoku; Power; Electric
    sites: substation Nord; the turbine hall; the switchyard; the dispatch centre; the dam; the wind park; the battery yard; the boiler house; the cable tunnel; the meter workshop
    gear: transformer; circuit breaker; rotor; gearbox; busbar; cooling tower; relay cabinet; feed pump; inverter; partial-discharge sensor
    matters: outages in storms; grid codes; smart-meter roll-out; the hydrology forecast; transformer oil; cyber audits; spare rotor lead times; balancing costs; the works council; retiring engineers
    """,
    """Rail
    english: Rail; Railways; Rolling Stock; Tramways; Rail Interiors
    nordic: Bane; Spår; Järnväg
    germanic: Bahn; Schienenfahrzeuge; Verkehrsbetriebe
    romance: Ferroviaria; Rail; Tranvías
    slavic: Koleje; Dráhy; Vasút
    asian: Tetsudo; Rail; Metro
    sites: the wheel shop; platform 6; the signal box; the depot; the paint hall; the bogie line; the yard; the control centre; the test track; the upholstery shop
    gear: axle bearing; pantograph; door motor; brake caliper; point heater; wheel lathe; compressor; coupler; air conditioner; track circuit
    matters: delay minutes; winter reliability; fleet availability; night shifts; the franchise review; noise limits; wheel flats; spare door motors; the timetable change; accessibility refits
    """,
    """Shipping and ports
    english: Maritime; Port Authority; Shipping; Stevedores; Dredging
    nordic: Rederi; Havn; Sjøfart
    germanic: Reederei; Hafen; Umschlag
    romance: Naviera; Porto; Armement
    slavic: Žegluga; Port; Hajózás
    asian: Kaiun; Harbour; Shipyard
    sites: berth 3; the container yard; the dry dock; the pilot station; the bridge of the Alma; the engine room; the grain terminal; the bunker jetty; the reefer stacks; the tug quay
    gear: gantry crane; bow thruster; winch; reefer plug; separator; ballast pump; mooring hook; main engine; conveyor; hatch cover
    matters: demurrage; crew changes; shore power; fuel rules; fog days; the pilots; reefer plugs in summer; class surveys; the dredging season; theft on the quay
    """,
    """Paper and packaging
    english: Paper; Board Mills; Packaging; Cartons
    nordic: Papper; Kartong; Papir
    germanic: Papierfabrik; Verpackungen; Karton
    romance: Cartiera; Papelera; Emballages
    slavic: Papírny; Opakowania; Papírgyár
    asian: Seishi; Packaging; Board
    sites: paper machine 2; the pulp store; the rewinder; the recovery boiler; the corrugator; the wood yard; the sheet hall; the ink kitchen; the baling plant; the roll lift
    gear: dryer cylinder; headbox; refiner; slitter; dandy roll; corrugating roll; baler; vacuum pump; steam trap; stacker
    matters: moisture profile; web breaks; recycled fibre; steam cost; the strike last spring; edge trim; forest certificates; food-contact papers; the new corrugator; river temperature
    """,
    """Machine building
    english: Engineering; Machine Tools; Works; Fabrication; Hydraulics
    nordic: Verkstad; Maskin; Mekaniske
    germanic: Maschinenbau; Werkzeugbau; Hydraulik; Werke
    romance: Meccanica; Maquinaria; Mécanique
    slavic: Strojírny; Maszyny; Gépgyár
    asian: Seiki; Kikai; Heavy Industries
    sites: bay 4; the assembly hall; the test rig; the tool store; the foundry; the design office; the hardening shop; the apprentice workshop; the spindle cell; the acceptance bench
    gear: machining centre; spindle; hydraulic press; ball screw; coolant plant; coordinate table; gear hobber; welding robot; hardening furnace; linear guide
    matters: acceptance tests; skilled welders; delivery dates; copies from abroad; spindle life; retrofits; the trade fair; energy audits; spare parts after ten years; apprentices
    """,
    """Automotive parts
    english: Motor Components; Castings; Seating; Axles; Plastics
    nordic: Bildelar; Gjuteri; Plast
    germanic: Fahrzeugteile; Guss; Kunststofftechnik
    romance: Componentes; Stampaggio; Plastiques
    slavic: Odlewnia; Součástky; Alkatrész
    asian: Buhin; Auto Components; Forgings
    sites: press line 3; the paint shop; the sequencing store; the injection hall; the die store; the rework tables; the tempering oven; gate 2; the body shop; the lab
    gear: transfer press; injection moulder; melt furnace; leak tester; robot cell; paint oven; conveyor; riveting head; laser welder; chiller
    matters: line stops at the carmaker; scrap rates; the model change; just-in-sequence; electric drives; tooling costs; customer audits; shift premiums; short-time work; container returns
    """,
    """Aerospace parts
    english: Aerostructures; Avionics; Aero; Composites
    nordic: Flyg; Aero; Kompositt
    germanic: Luftfahrttechnik; Aero; Verbundwerkstoffe
    romance: Aeronáutica; Aero; Compositi
    slavic: Letecká; Lotnicze; Aero
    asian: Kokuki; Aero; Avionics
    sites: the autoclave hall; the lay-up room; the rivet line; hangar 5; the non-destructive lab; the clean store; the wing jig; the engine cell; the paint bay; the bonded stock
    gear: autoclave; five-axis mill; curing oven; ultrasonic scanner; prepreg freezer; drilling robot; vacuum table; climate room; rivet gun; test stand
    matters: prepreg out-time; first-article inspection; traceability of every rivet; ramp-up; export licences; concessions; titanium prices; the line in Querétaro; operator certificates; late forgings
    """,
    """Cement and minerals
    english: Cement; Aggregates; Quarries; Lime; Ceramics
    nordic: Cement; Grus; Kalk
    germanic: Zement; Kalkwerke; Steinbruch; Keramik
    romance: Cementos; Calce; Carrières
    slavic: Cement; Wapno; Kerámia
    asian: Semento; Ceramics; Minerals
    sites: kiln 1; the quarry face; the raw mill; the clinker dome; the bagging plant; the crusher; the rail loader; the preheater tower; the tile line; the glaze kitchen
    gear: rotary kiln; ball mill; bag filter; conveyor belt; crusher; bucket elevator; cooler grate; spray dryer; tunnel kiln; weigh feeder
    matters: dust; carbon price; alternative fuels; blasting times; kiln stops; neighbours; refractory bricks; bearing temperatures; the rail strike; winter repair
    """,
    """Agriculture and forestry
    english: Farms; Growers; Timber; Seeds; Orchards
    nordic: Skog; Lantbruk; Gård
    germanic: Agrar; Saatzucht; Forst
    romance: Agrícola; Vivai; Vignobles
    slavic: Rolnictwo; Statek; Erdészet
    asian: Nogyo; Plantations; Agro
    sites: the packing house; the grain dryer; orchard 7; the milking parlour; the sawmill; the seed vault; the greenhouse; the tractor shed; the potato store; the nursery
    gear: grain dryer; irrigation pump; sorting line; milk tank; harvester; log saw; cold room; feed mixer; weather station; drone
    matters: frost nights; water rights; seasonal pickers; grain moisture; storm wood; bark beetles; cooperative votes; fertiliser prices; storage losses; yield maps
    """,
    """Electronics and semiconductors
    english: Semiconductors; Electronics; Photonics; Instruments
    nordic: Elektronik; Fotonikk; Sensor
    germanic: Elektronik; Halbleiter; Messtechnik; Optik
    romance: Microelettronica; Electrónica; Optique
    slavic: Elektronika; Optika; Półprzewodniki
    asian: Denshi; Electronics; Semicon; Precision
    sites: the wafer fab; bay 12; the sub-fab; the solder line; the burn-in room; the optics bench; the gas bunker; the gowning room; the mask shop; the test floor
    gear: wafer stepper; etcher; chiller; reflow oven; pick-and-place machine; ion pump; burn-in oven; scrubber; probe card; dry cabinet
    matters: yield; particle counts; ultrapure water; export rules; tool downtime; humidity in the dry cabinets; brown-outs; earthquake drills; second sources; clean-room discipline
    """,
    """Metals and mining
    english: Steel; Smelters; Mining; Foundry; Alloys
    nordic: Stål; Gruv; Smelteverk
    germanic: Stahl; Hütte; Bergbau
    romance: Acciai; Minera; Aciéries
    slavic: Huta; Železárny; Bánya
    asian: Seiko; Steel; Metals
    sites: furnace 2; the rolling mill; the pit; shaft B; the tailings dam; the pickling line; the casting bay; the control pulpit; the ore terminal; the assay office
    gear: arc furnace; rolling stand; hoist; ladle crane; ventilation fan; slurry pump; casting mould; haul truck; thickener; oxygen plant
    matters: electricity contracts; scrap quality; ventilation on demand; tailings; the furnace reline; accident-free days; royalties; dust in the village; heat of the crew cabins; ore grades
    """,
)
