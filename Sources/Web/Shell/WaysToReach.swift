import Casework
import Complaints
import Markup

/// How customers reach the organisation, as links.
extension PublicFrame {
    var phoneLink: Link? {
        let typed = house.organisation.phone.trimmed
        guard !typed.isEmpty else { return nil }
        guard let number = try? PhoneNumber(parsing: typed) else { return Link(typed, to: "tel:\(Self.dialled(typed))") }
        return Link(typed, to: "tel:\(number.e164)")
    }

    var emailLink: Link? {
        guard let address = try? EmailAddress(parsing: house.organisation.email) else { return nil }
        return Link(address.text, to: "mailto:\(address.text)")
    }

    /// "Bel 020 123 4567 of mail klachten@voorbeeld.nl"; nothing while neither is known.
    var waysToReach: HTML {
        group {
            if let phone = phoneLink {
                say("Bel ", "Call ")
                phone
            }
            if phoneLink != nil, emailLink != nil { say(" of mail ", " or mail ") }
            if let email = emailLink {
                if phoneLink == nil { say("Mail ", "Mail ") }
                email
            }
        }
    }

    var isReachable: Bool { phoneLink != nil || emailLink != nil }

    /// A number of a kind we do not know, without anything that no telephone dials.
    private static func dialled(_ text: String) -> String {
        String(decoding: text.utf8.filter { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "+") }, as: UTF8.self)
    }
}
