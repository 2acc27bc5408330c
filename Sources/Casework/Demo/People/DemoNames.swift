/// Names to draw from. Nobody is meant.
enum DemoNames {
    static let first = [
        "Anna", "Bas", "Charlotte", "Daan", "Eva", "Floris", "Greetje", "Hassan", "Ilse", "Jeroen", "Karima", "Lars", "Marieke", "Niels",
        "Olga", "Pieter", "Quirine", "Ruben", "Sanne", "Tim", "Ursula", "Vincent", "Willemijn", "Xander", "Yara", "Zoë", "Abdel", "Bouchra",
        "Casper", "Dewi", "Emre", "Fatima", "Gijs", "Hanneke", "Ibrahim", "Joke", "Kees", "Loes", "Mehmet", "Nadia", "Omar", "Petra",
        "Rachid", "Saskia", "Thijs", "Umut", "Veerle", "Wouter", "Yvonne", "Zeynep", "André", "Björn", "Chantal", "Dirk-Jan", "Esmée",
        "Femke", "Gerard", "Henk", "Ingrid", "Jan-Willem", "Kim", "Lieke", "Mohamed", "Noor", "Olaf", "Priya", "Renée", "Sjoerd", "Truus",
        "Wesley", "Agnieszka", "Bram", "Cemile", "Douwe", "Els", "Frank", "Gülay", "Harm", "Jolanda", "Koen", "Linda", "Maarten", "Nienke",
        "Patrick", "Rianne", "Stefan", "Tessa", "Wendy", "Marijke", "Theo", "Aylin", "Jurgen", "Mirjam", "Roel", "Sofie", "Ahmed",
    ]

    static let last = [
        "Bakker", "de Vries", "Jansen", "van Dijk", "Visser", "Smit", "Meijer", "de Boer", "Mulder", "de Groot", "Bos", "Vos", "Peters",
        "Hendriks", "van Leeuwen", "Dekker", "Brouwer", "de Wit", "Dijkstra", "Smits", "de Graaf", "van der Meer", "Kok", "Jacobs",
        "van den Berg", "Vermeulen", "Schouten", "Willems", "van Vliet", "Hoekstra", "Maas", "Verhoeven", "Koster", "van Dam", "Prins",
        "Blom", "Huisman", "Peeters", "Kuipers", "Veenstra", "Postma", "Bosman", "van 't Hof", "Yılmaz", "El Amrani", "Çelik", "Öztürk",
        "Haddad", "Bouzid", "Kaya", "Demir", "Ramdin", "Soerjadi", "Tjon", "Pinas", "Martina", "Kowalski", "Nowak", "Nguyen", "Chen",
        "Singh",
        "Sharma", "Fernandes", "Wouters", "Timmermans", "Scholten", "Gerritsen", "Evers", "Sanders", "Kuiper", "Verbeek", "de Lange", "Mol",
        "van der Linden", "Driessen", "Hermans", "van Rijn", "Molenaar", "Zijlstra", "Wiersma", "Terpstra", "Boersma", "Noordhoek",
        "Langeveld", "Rietveld", "Steenbergen", "Ter Horst", "in 't Veld", "op den Kamp", "van Zanten", "Roozendaal", "Kamphuis", "Wolters",
        "Groeneveld", "Vink", "Hartman", "Boon", "Benali", "Achterberg", "Zwart",
    ]

    static let englishFirst = [
        "James", "Emily", "Oliver", "Grace", "Thomas", "Sarah", "Daniel", "Laura", "Kwame", "Aisha", "Liam", "Chloe", "Ravi", "Ingeborg",
    ]

    static let englishLast = [
        "Carter", "Hughes", "O'Brien", "Walker", "Mensah", "Patel", "Lindqvist", "Novák", "Fraser", "Morgan", "Rossi", "Keller", "Okafor",
    ]

    static let trades = [
        "Bakkerij", "Installatiebedrijf", "Accountantskantoor", "Fysiotherapie", "Transportbedrijf", "Makelaardij", "Notariskantoor",
        "Tandartspraktijk", "Bouwbedrijf", "Drukkerij", "Webwinkel", "Kwekerij", "Architectenbureau", "Reisbureau", "Garagebedrijf",
        "Kinderopvang", "Huisartsenpraktijk", "Groothandel", "Uitzendbureau", "Meubelmakerij", "Dierenkliniek", "Rijschool", "Brouwerij",
        "Schildersbedrijf", "Adviesbureau", "Ontwerpstudio", "Vishandel", "Optiek", "Loonbedrijf", "Verhuisbedrijf", "Hoveniersbedrijf",
        "Uitgeverij", "Softwarehuis", "Metaalbewerking", "Slagerij", "Apotheek", "Sportcentrum", "Muziekschool", "Bloemenhandel",
        "Schoonmaakbedrijf", "Advocatenkantoor", "Camping", "Hotel", "Stichting", "Vereniging", "Coöperatie",
    ]

    static let fancies = [
        "De Kroon", "Het Anker", "De Linde", "Noorderlicht", "De Zwaan", "Zonnehof", "De Brug", "Westerwind", "De Haven", "Het Kompas",
        "De Berk", "Waterland", "De Molen", "Oostpoort", "De Vuurtoren", "Lindenhof", "De Reiger", "Zuiderzicht", "Het Baken", "De Toren",
        "Rozenburg", "De Eik", "Morgenster", "De Uil", "Heuvelrug", "De Poort", "Klaverblad", "Duinzicht", "De IJsvogel", "Koggeschip",
        "De Wilg", "Halve Maan", "De Parel", "Akkerzicht", "Vierspan", "De Specht", "Blauwe Lucht", "De Es", "Tramhuis", "Rietkraag",
        "De Sluis", "Kastanje", "Het Veer", "Zilvermeeuw", "Oude Markt", "De Schakel", "Veenweide", "Drie Gratiën", "De Leeuw",
        "Stadszicht",
    ]

    static let forms = ["B.V.", "B.V.", "B.V.", "VOF", "& Zn.", "Groep", "", "", ""]

    static let streets = [
        "Eikenlaan", "Dorpsstraat", "Havenkade", "Stationsweg", "Molenweg", "Kerkstraat", "Industrieweg", "Parallelweg", "Beukenlaan",
        "Nijverheidsstraat", "Lange Dreef", "Zandpad", "Schoolstraat", "Wilgenhof", "Ambachtsweg", "Burgemeester Vinkstraat", "Oosterdijk",
    ]

    static let places = [
        "Utrecht", "Zwolle", "Groningen", "'s-Hertogenbosch", "Breda", "Amersfoort", "Arnhem", "Leiden", "Haarlem", "Almere", "Tilburg",
        "Deventer", "Leeuwarden", "Middelburg", "Maastricht", "Alkmaar", "Hengelo", "Gouda", "Veenendaal", "Emmen", "Den Haag", "Rotterdam",
    ]
}
