"""Every page that can be opened, and who opens it. A GET route of the program that is not here fails the tests."""
from Tests.Outside.program import command

# Routes that answer something other than a page: a file, a fragment, a redirection, JSON.
NO_PAGES = {
    "GET /", "GET /assets/{name}", "GET /assets/brand.css", "GET /klachten.csv", "GET /procedure-gevolgd.csv", "GET /procedure-gevolgd.xlsx", "GET /themas.csv", "GET /themas.xlsx", "GET /overzicht/signalen.csv", "GET /overzicht/signalen.xlsx", "GET /maatregelen.xlsx",
    "GET /klachten-excel.csv", "GET /klachten.xlsx", "GET /maatregelen.csv", "GET /overzicht/rapport.pdf", "GET /spring", "GET /live",
    "GET /klachten/nieuw/klanten", "GET /klachten/{nummer}/document/{volgnummer}", "GET /post/{post}/origineel", "GET /post/{post}/opmaak", "GET /klacht/bereik", "GET /klacht/controle",
    "GET /beheer/zegels.txt", "GET /klacht/ontvangen", "GET /.well-known/security.txt",
}

# Pages that need weeks of complaints before there is one: the Swift tests see them.
UNMET = {"GET /overzicht/signalen/{signaal}", "GET /overzicht/signalen/woord"}

# Route, role (None: a stranger), address; {…} is filled in from what the scene holds.
PAGES = [
    ("/aanmelden", None, "/aanmelden"),
    ("/klacht", None, "/klacht"),
    ("/klacht", None, "/klacht?taal=en"),
    ("/volgen", None, "/volgen"),
    ("/klachten", "handler", "/klachten"),
    ("/klachten", "manager", "/klachten?lijst=all"),
    ("/klachten", "intake", "/klachten?q=monteur"),
    ("/klachten", "management", "/klachten?lijst=open"),
    ("/klachten/nieuw", "intake", "/klachten/nieuw"),
    ("/klachten/samen", "manager", "/klachten/samen?doe=close&klacht={resolved}&klacht={received}"),
    ("/klachten/{nummer}", "manager", "/klachten/{received}"),
    ("/klachten/{nummer}", "handler", "/klachten/{handled}"),
    ("/klachten/{nummer}", "manager", "/klachten/{received}?vorm=classify"),
    ("/klachten/{nummer}", "manager", "/klachten/{handled}?vorm=correct"),
    ("/klachten/{nummer}", "auditor", "/klachten/{resolved}"),
    ("/klachten/{nummer}", "manager", "/klachten/{resolved}"),
    ("/klachten/{nummer}/bewijs", "manager", "/klachten/{handled}/bewijs"),
    ("/klachten/{nummer}/procedure", "manager", "/klachten/{handled}/procedure"),
    ("/klachten/{nummer}/brief/{brief}", "handler", "{letter}"),
    ("/bijdragen", "intake", "/bijdragen"),
    ("/bijdragen/{nummer}/{volgnummer}", "intake", "/bijdragen/{handled}/1"),
    ("/brieven", "handler", "/brieven"),
    ("/post", "intake", "/post"),
    ("/post/{post}", "manager", "{mail}"),
    ("/overzicht", "management", "/overzicht"),
    ("/procedure-gevolgd", "manager", "/procedure-gevolgd?periode=jaar"),
    ("/procedure-gevolgd/klachten", "management", "/procedure-gevolgd/klachten?stap=first-contact&oordeel=in-time"),
    ("/bord", "manager", "/bord"),
    ("/herinneringen", "handler", "/herinneringen"),
    ("/klachten", "manager", "/klachten?lijst=unassigned"),
    ("/afwezigheid", "manager", "/afwezigheid"),
    ("/afwezigheid", "handler", "/afwezigheid"),
    ("/overzicht/signalen", "management", "/overzicht/signalen"),
    ("/overzicht/incidenten", "management", "/overzicht/incidenten"),
    ("/overzicht/incidenten/{incident}", "management", "{incident}"),
    ("/overzicht/rapport", "management", "/overzicht/rapport"),
    ("/overzicht/rapporten", "management", "/overzicht/rapporten"),
    ("/overzicht/omvang", "management", "/overzicht/omvang"),
    ("/overzicht/grenzen", "management", "/overzicht/grenzen"),
    ("/overzicht/drukte", "management", "/overzicht/drukte"),
    ("/themas", "handler", "/themas"),
    ("/themas/toevoegen", "handler", "/themas/toevoegen?klacht={handled}"),
    ("/themas/{thema}", "management", "{theme}"),
    ("/klachten/{nummer}/vergelijkbaar", "handler", "/klachten/{handled}/vergelijkbaar"),
    ("/maatregelen", "manager", "/maatregelen"),
    ("/maatregelen/nieuw", "management", "/maatregelen/nieuw"),
    ("/maatregelen/nieuw", "manager", "/maatregelen/nieuw?klacht={handled}"),
    ("/maatregelen/{maatregel}", "manager", "{measure}"),
    ("/profiel", "handler", "/profiel"),
    ("/beheer/medewerkers", "administrator", "/beheer/medewerkers"),
    ("/beheer/medewerkers/nieuw", "administrator", "/beheer/medewerkers/nieuw"),
    ("/beheer/medewerkers/{medewerker}", "administrator", "{member}"),
    ("/beheer/aard", "administrator", "/beheer/aard"),
    ("/beheer/bewaartermijn", "manager", "/beheer/bewaartermijn"),
    ("/beheer/oorzaken", "manager", "/beheer/oorzaken"),
    ("/klachten/{nummer}", "manager", "/klachten/{handled}?vorm=investigate"),
    ("/beheer/organisatie", "administrator", "/beheer/organisatie"),
    ("/beheer/kalender", "administrator", "/beheer/kalender"),
    ("/beheer/procedure", "administrator", "/beheer/procedure"),
    ("/beheer/antwoordteksten", "administrator", "/beheer/antwoordteksten"),
    ("/beheer/brieven", "administrator", "/beheer/brieven"),
    ("/beheer/brieven/{brief}/{stem}", "administrator", "/beheer/brieven/resolved/nl-u"),
    ("/beheer/brieven/{brief}/{stem}", "administrator", "/beheer/brieven/received/en"),
    ("/beheer/e-mail", "administrator", "/beheer/e-mail"),
    ("/beheer/koppelingen", "administrator", "/beheer/koppelingen"),
    ("/beheer/status", "administrator", "/beheer/status"),
    ("/beheer/overnemen", "administrator", "/beheer/overnemen"),
    ("/beheer/zegels", "administrator", "/beheer/zegels"),
    ("/beheer/zegels", "auditor", "/beheer/zegels"),
    ("/begin", "administrator", "/begin"),
]


def routes():
    """METHOD PATH of every route of the program."""
    return command("routes").split("\n")[:-1]


def existing_pages():
    """Those of PAGES that this program has a route for."""
    known = set(routes())
    return [page for page in PAGES if f"GET {page[0]}" in known]
