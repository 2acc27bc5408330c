import Casework
import Complaints
import Dialling
import Hummingbird
import Markup
import Records

/// The settings of mail on one page: who letters come from, which server sends them, which mailboxes are read.
struct MailSettingsPage {
    let desk: Desk
    let typed: TypedForm
    var refusal: SettingsRefusal? = nil
    var flash: Notice? = nil
    var results: [(what: String, trouble: String?)] = []
    /// Mails to colleagues that did not arrive.
    var refused: [Memo] = []

    private var say: Wording { desk.say }
    private var stored: MailSettings { desk.house.mail }

    func response() -> Response {
        let title = say("E-mail", "E-mail")
        return desk.page(
            typed.title(title), current: Paths.mailSettings, flash: flash, isReading: true, status: SettingsForm.status(of: refusal)
        ) {
            typed.summary(allFields)
            Heading(
                title: title,
                remark: say(
                    "Klachten per e-mail en brieven aan klanten. Wachtwoorden worden versleuteld bewaard.",
                    "Complaints by e-mail and letters to customers. Passwords are kept sealed.")
            ).html
            if !results.isEmpty { outcome }
            health
            RefusedMail(desk: desk, memos: refused).html
            desk.form(to: Paths.mailSettings) {
                input(.type(.hidden), .name(SettingsForm.seenField), .value("\(desk.house.mailVersion)"))
                sender
                sending
                for (index, _) in mailboxPlaces.enumerated() { mailbox(index) }
                actions { Button(say("Bewaar e-mail", "Save e-mail"), .primary) }
            }
            if stored.sending != nil || !stored.mailboxes.isEmpty {
                desk.form(to: Paths.mailCheck) {
                    p(.class("hint")) {
                        say("Test wat bewaard is. Er wordt niets verstuurd.", "Tests what is saved. Nothing is sent.")
                    }
                    actions { Button(say("Test de verbinding", "Test the connection")) }
                }
            }
        }
    }

    /// What the last test found.
    private var outcome: HTML {
        group {
            for result in results {
                Notice(result.trouble == nil ? .good : .late) {
                    p { "\(result.what): \(result.trouble ?? say("dit werkt.", "this works."))" }
                }
            }
        }
    }

    /// What goes wrong at work, when something does.
    private var health: HTML {
        let states =
            [(say("Versturen", "Sending"), MailHealth.sending, stored.sending)]
            + stored.mailboxes.map { ($0.place, MailHealth.mailbox($0.id), $0.server) }
        return group {
            for (what, key, server) in states {
                if results.isEmpty, let state = desk.workplace.health.state(of: key), let fault = state.fault {
                    let trouble = say.mailTrouble(fault, at: server)
                    Notice(.waiting) {
                        p { say("\(what) lukt nu niet: \(trouble)", "\(what) does not work now: \(trouble)") }
                    }
                }
            }
        }
    }

    private var sender: HTML {
        group {
            TextField(field: address, value: typed.text("address", or: stored.address), type: .email, autocomplete: "off", width: .medium)
            TextField(field: name, value: typed.text("name", or: stored.name), autocomplete: "off", width: .medium)
            Tick(field: plus, isOn: typed.isOn("plus", or: stored.takesPlusAddresses))
            TextField(
                field: trusted, value: typed.text("trustedServers", or: stored.trustedServers.joined(separator: ", ")), autocomplete: "off")
            TextField(
                field: forwarding, value: typed.text("forwarding", or: (stored.forwarding ?? []).joined(separator: ", ")),
                autocomplete: "off")
        }
    }

    private var sending: HTML {
        group {
            h2 { say("Versturen (SMTP)", "Sending (SMTP)") }
            ServerFields(say: say, typed: typed, place: "smtp", stored: stored.sending, port: "587", security: .startTLS).html
        }
    }

    private func mailbox(_ index: Int) -> HTML {
        let place = "imap.\(index + 1)"
        let box = stored.mailboxes.indices.contains(index) ? stored.mailboxes[index] : nil
        return group {
            h2 { say("Postbus \(index + 1) (IMAP)", "Mailbox \(index + 1) (IMAP)") }
            ServerFields(say: say, typed: typed, place: place, stored: box?.server, port: "993", security: .tls).html
            TextField(
                field: folder(place), value: typed.text("\(place).folder", or: box?.folder ?? "INBOX"), autocomplete: "off", width: .medium)
            TextField(
                field: done(place), value: typed.text("\(place).doneFolder", or: box?.doneFolder ?? ""), autocomplete: "off", width: .medium
            )
            if box == nil {
                Tick(field: old(place), isOn: typed.isOn("\(place).old", or: false))
                TextField(field: oldDays(place), value: typed.text("\(place).oldDays", or: ""), autocomplete: "off", width: .short)
            }
        }
    }

    /// Those there are, and one more.
    private var mailboxPlaces: [String] {
        let count = min(stored.mailboxes.count + 1, MailSettingsRoutes.mostMailboxes)
        return (1...count).map { "imap.\($0)" }
    }
}

/// The fields by themselves.
extension MailSettingsPage {
    private var address: Field {
        typed.field(
            "address", say("Adres waar brieven vandaan komen", "Address that letters come from"),
            hint: say("Antwoorden komen hier binnen, zoals klachten@uwbedrijf.nl.", "Answers come in here, such as complaints@company.nl."),
            isOptional: true)
    }

    private var name: Field {
        typed.field(
            "name", say("Naam bij dat adres", "Name beside that address"),
            hint: say("Leeg: de naam van de organisatie.", "Empty: the organisation's name."), isOptional: true)
    }

    private var plus: Field {
        typed.field(
            "plus",
            say(
                "Mijn mailserver bezorgt ook adres+iets@uwbedrijf.nl bij dit adres",
                "My mail server delivers address+anything@company.nl to this address too"))
    }

    private var trusted: Field {
        typed.field(
            "trustedServers", say("Ontvangende servers die wij vertrouwen", "Receiving servers that we trust"),
            hint: say(
                "De naam in hun kopregel Authentication-Results; meer namen met komma’s.",
                "The name in their header Authentication-Results; more names with commas."), isOptional: true)
    }

    private var forwarding: Field {
        typed.field(
            "forwarding", say("Doorsturen kan naar", "Mail can go on to"),
            hint: say(
                "Voor mail die geen klacht is, zoals support@uwbedrijf.nl; meer adressen met komma’s. Op Post heeft elk adres een eigen toets.",
                "For mail that is no complaint, such as support@company.nl; more addresses with commas. On Post each has a key of its own."),
            isOptional: true)
    }

    private func folder(_ place: String) -> Field { typed.field("\(place).folder", say("Map", "Folder"), isOptional: true) }

    private func done(_ place: String) -> Field {
        typed.field(
            "\(place).doneFolder", say("Verplaats verwerkte mail naar map", "Move mail that is taken in to folder"), isOptional: true)
    }

    private func old(_ place: String) -> Field {
        typed.field("\(place).old", say("Lees ook wat er al in staat", "Read what is in it already too"))
    }

    private func oldDays(_ place: String) -> Field {
        typed.field(
            "\(place).oldDays", say("Van de laatste zoveel dagen", "Of so many last days"),
            hint: say("Leeg: alles wat erin staat.", "Empty: all that is in it."), isOptional: true)
    }

    private var allFields: [Field] {
        [address, name, trusted, forwarding]
            + (["smtp"] + mailboxPlaces).flatMap { place in
                ServerFields(say: say, typed: typed, place: place, stored: nil, port: "", security: .tls).fields + [
                    folder(place), done(place), oldDays(place),
                ]
            }
    }
}

/// A mail server: where, how, and who we are there. An empty password leaves the one that is kept.
struct ServerFields {
    let say: Wording
    let typed: TypedForm
    let place: String
    let stored: MailSettings.Server?
    let port: String
    let security: TransportSecurity

    var fields: [Field] {
        [
            field("host", say("Server", "Server")), field("port", say("Poort", "Port")), securityField,
            field("user", say("Gebruikersnaam", "User name")),
            password, field("tokenAddress", say("Adres voor tokens", "Address for tokens")), field("clientID", "Client ID"),
        ]
    }

    var html: HTML {
        group {
            text("host", say("Server", "Server"), stored?.host ?? "", hint: say("Leeg: niet in gebruik.", "Empty: not in use."))
            text("port", say("Poort", "Port"), stored.map { "\($0.port)" } ?? port, width: .short)
            SelectField(
                field: securityField,
                choices: [
                    Choice(TransportSecurity.tls.rawValue, say("TLS vanaf het begin", "TLS from the start")),
                    Choice(TransportSecurity.startTLS.rawValue, say("STARTTLS, verplicht", "STARTTLS, required")),
                    Choice(TransportSecurity.none.rawValue, say("Zonder versleuteling", "Without encryption")),
                ], chosen: typed.text("\(place).security", or: (stored?.security ?? security).rawValue), width: .medium)
            text("user", say("Gebruikersnaam", "User name"), stored?.user ?? "")
            TextField(field: password, type: .password, autocomplete: "new-password", width: .medium)
            details(.open(stored?.tokens != nil)) {
                summary { say("Inloggen met OAuth2", "Log in by OAuth2") }
                text("tokenAddress", say("Adres voor tokens", "Address for tokens"), stored?.tokens?.address ?? "")
                text("clientID", "Client ID", stored?.tokens?.clientID ?? "")
                secret("clientSecret", say("Client secret", "Client secret"), isKept: keptTokens?.clientSecret != nil)
                text("scope", "Scope", stored?.tokens?.scope ?? "")
                secret("refreshToken", say("Refresh token", "Refresh token"), isKept: keptTokens?.refreshToken != nil)
                if keptTokens?.refreshToken != nil {
                    Tick(field: forgetting, isOn: typed.isOn("\(place).forgetRefreshToken", or: false))
                }
            }
        }
    }

    private var securityField: Field { Field("\(place).security", say("Beveiliging", "Security"), optional: say.optional, prefix: place) }

    private var password: Field {
        field(
            "password", say("Wachtwoord", "Password"),
            hint: stored?.password.map { _ in
                isSameLogin
                    ? say("Er is een wachtwoord bewaard. Leeg laten: dat blijft.", "A password is kept. Leave empty to keep it.")
                    : say(
                        "Vul het opnieuw in: het bewaarde is voor een andere server of gebruikersnaam.",
                        "Fill it in again: the one that is kept is for another server or user name.")
            })
    }

    /// Whether what is typed is for whom the kept secrets were given.
    private var isSameLogin: Bool {
        guard let stored else { return false }
        let host = typed.text("\(place).host", or: stored.host).trimmed.lowercased()
        return host == stored.host && typed.text("\(place).user", or: stored.user).trimmed == stored.user
    }

    /// Whose secrets stay where nothing is typed.
    private var keptTokens: MailSettings.TokenSource? {
        guard isSameLogin, let tokens = stored?.tokens, typed.text("\(place).tokenAddress", or: tokens.address).trimmed == tokens.address,
            typed.text("\(place).clientID", or: tokens.clientID).trimmed == tokens.clientID
        else { return nil }
        return tokens
    }

    private var forgetting: Field {
        typed.field("\(place).forgetRefreshToken", say("Vergeet het bewaarde refresh token", "Forget the refresh token that is kept"))
    }

    private func field(_ name: String, _ label: String, hint: String? = nil) -> Field {
        typed.field("\(place).\(name)", label, hint: hint, isOptional: true)
    }

    private func text(_ name: String, _ label: String, _ value: String, hint: String? = nil, width: FieldWidth = .medium) -> HTML {
        TextField(
            field: field(name, label, hint: hint), value: typed.text("\(place).\(name)", or: value), autocomplete: "off", width: width
        ).html
    }

    private func secret(_ name: String, _ label: String, isKept: Bool) -> HTML {
        let hint = isKept ? say("Er is er een bewaard. Leeg laten: dat blijft.", "One is kept. Leave empty to keep it.") : nil
        return TextField(field: field(name, label, hint: hint), type: .password, autocomplete: "new-password", width: .medium).html
    }
}
