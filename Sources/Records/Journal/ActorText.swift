import Complaints

/// Who did something, as it stands in the journal: `staff:12`, `token:3`, `colleague:14`, `customer`, `system`.
enum ActorText {
    static func text(of identity: Actor.Identity) -> String {
        switch identity {
        case .staff(let id): "staff:\(id.value)"
        case .token(let id): "token:\(id)"
        case .colleague(let id): "colleague:\(id.value)"
        case .customer: "customer"
        case .system: "system"
        }
    }

    static func identity(in text: String) -> Actor.Identity? {
        switch text {
        case "customer": return .customer
        case "system": return .system
        default:
            guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let id = Int64(text[text.utf8.index(after: colon)...]) else {
                return nil
            }
            switch text[..<colon] {
            case "staff": return .staff(StaffID(id))
            case "token": return .token(id)
            case "colleague": return .colleague(StaffID(id))
            default: return nil
            }
        }
    }
}
