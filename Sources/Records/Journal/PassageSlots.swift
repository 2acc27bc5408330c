/// Which lines of an entry are digests of words that stand in `passage`.
enum PassageSlots {
    static func isSlot(_ key: Substring, of name: String) -> Bool {
        switch key {
        case "text", "reason", "note", "question", "story", "customer", "representative", "remedy", "answer", "name", "to", "reference":
            true
        default: key.hasPrefix("grievance-") || key.hasPrefix("why-")
        }
    }
}
