import Complaints

/// A customer of the invented company, who may well complain again.
struct DemoCustomer: Sendable {
    var input: PersonInput
    var isEnglish: Bool { input.language == Language.english.rawValue }
}

/// Everybody who ever complained. New people come, some on behalf of an organisation that is known already; old ones come back.
struct DemoCustomers: Sendable {
    private struct Organisation {
        let name: String
        let number: String
        let domain: String
        let address: String
    }

    private var dice: Dice
    private var known: [DemoCustomer] = []
    private var organisations: [Organisation] = []

    init(_ dice: Dice) { self.dice = dice }

    /// Whoever complains next.
    mutating func next() -> DemoCustomer {
        if known.count > 20, dice.percent(38) {
            // Lately known people come back sooner, and a few of all come back again and again.
            let place = dice.percent(30) ? dice.number(0...known.count / 12) : dice.number(max(0, known.count - 900)...known.count - 1)
            return known[place]
        }
        let customer = dice.percent(78) ? businessCustomer() : privateCustomer()
        known.append(customer)
        return customer
    }

    private mutating func businessCustomer() -> DemoCustomer {
        let organisation: Organisation
        if organisations.count > 10, dice.percent(35), let one = dice.pick(organisations) {
            organisation = one
        } else {
            organisation = newOrganisation()
            organisations.append(organisation)
        }
        var (input, slug) = person()
        input.organisation = organisation.name
        input.customerNumber = organisation.number
        input.email = "\(slug)@\(organisation.domain).invalid"
        if dice.percent(40) { input.address = organisation.address }
        return reachable(input)
    }

    private mutating func privateCustomer() -> DemoCustomer {
        var (input, slug) = person()
        input.email = "\(slug).\(known.count)@post\(dice.number(1...9)).invalid"
        if dice.percent(55) { input.customerNumber = "P\(200_000 + known.count)" }
        if dice.percent(50) { input.address = address() }
        return reachable(input)
    }

    /// By phone, by e-mail, or both; now and then by post alone.
    private mutating func reachable(_ person: PersonInput) -> DemoCustomer {
        var input = person
        input.phone = phone()
        switch dice.place(in: [62, 18, 17, 3]) {
        case 0: input.preferredContact = dice.percent(35) ? "phone" : dice.percent(40) ? "email" : nil
        case 1:
            input.phone = nil
            input.preferredContact = dice.percent(50) ? "email" : nil
        case 2: input.email = nil
        default:
            input.email = nil
            input.address = input.address ?? address()
            input.preferredContact = "letter"
        }
        return DemoCustomer(input: input)
    }

    private mutating func person() -> (PersonInput, slug: String) {
        let isEnglish = dice.percent(5)
        let first = dice.line(isEnglish ? DemoNames.englishFirst : DemoNames.first)
        let last = dice.line(isEnglish ? DemoNames.englishLast : DemoNames.last)
        let input = PersonInput(name: "\(first) \(last)", language: isEnglish ? "en" : "nl")
        return (input, Self.slug(first) + "." + Self.slug(last))
    }

    private mutating func newOrganisation() -> Organisation {
        let trade = dice.line(DemoNames.trades)
        let proper = dice.percent(55) ? dice.line(DemoNames.fancies) : Self.capitalised(dice.line(DemoNames.last))
        let name = [trade, proper, dice.line(DemoNames.forms)].filter { !$0.isEmpty }.joined(separator: " ")
        let index = organisations.count
        return Organisation(
            name: name, number: "K\(10_000 + index * 7)", domain: "\(Self.slug(trade))-\(Self.slug(proper))\(index)", address: address())
    }

    private mutating func address() -> String {
        let letters = Array("BCDEGHJKLMNPRTVWXZ")
        let postcode = "\(dice.number(1011...9990)) \(dice.pick(letters) ?? "B")\(dice.pick(letters) ?? "C")"
        return "\(dice.line(DemoNames.streets)) \(dice.number(1...240))\n\(postcode) \(dice.line(DemoNames.places))"
    }

    /// In ranges that are given to nobody: 06-00 to mobile phones, and subscribers whose number begins with 0. Each its own.
    private mutating func phone() -> String {
        let own = (known.count * 611_953 + 374_711) % 1_000_000
        let digits = String(String(own + 1_000_000).dropFirst())
        if dice.percent(55) { return "0600\(digits)" }
        return "\(dice.line(["020", "030", "038", "050", "073", "085"]))0\(digits)"
    }

    private static func capitalised(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

    /// Small letters and digits of ASCII, as in an address.
    static func slug(_ text: String) -> String {
        String(decoding: Folding.fold(text).utf8.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }, as: UTF8.self)
    }
}
