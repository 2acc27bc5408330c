/// What a complaint came from, by the code of the list that the complaints manager keeps. Codes are never used again for something else.
package struct Cause: RawRepresentable, CaseIterable, Hashable, Sendable {
    package let rawValue: String

    /// Nil for what can't be a code.
    package init?(rawValue: String) {
        guard NatureItem.isCode(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    private init(_ code: String) { rawValue = code }

    package static let process = Cause("process")
    package static let people = Cause("people")
    package static let technology = Cause("technology")
    package static let supplier = Cause("supplier")
    package static let communication = Cause("communication")
    package static let expectation = Cause("expectation")
    package static let external = Cause("external")

    /// What every list begins with.
    package static let allCases: [Cause] = [.process, .people, .technology, .supplier, .communication, .expectation, .external]
}

/// A version of the list of causes.
package struct CauseList: Hashable, Sendable {
    package let version: Int
    package var items: [NatureItem]

    package init(version: Int, items: [NatureItem]) { (self.version, self.items) = (version, items) }

    /// What a company starts with; every entry can be edited.
    package static let starter = CauseList(
        version: 1,
        items: [
            NatureItem("process", "Werkwijze", "Process"), NatureItem("people", "Mens", "People"),
            NatureItem("technology", "Techniek", "Technology"), NatureItem("supplier", "Leverancier", "Supplier"),
            NatureItem("communication", "Communicatie", "Communication"),
            NatureItem("expectation", "Verwachting of contract", "Expectation or contract"), NatureItem("external", "Extern", "External"),
        ])

    /// The cause that a code or, for people and files from elsewhere, a name stands for.
    package func cause(named text: String, keeping before: Set<Cause> = []) -> Cause? {
        let wanted = Folding.fold(text)
        let item =
            items.first { $0.code == text } ?? items.first { Folding.fold($0.dutch) == wanted || Folding.fold($0.english) == wanted }
        if let item, let cause = Cause(rawValue: item.code) { return item.isActive || before.contains(cause) ? cause : nil }
        // Words by which older files and the analysis name the first ones.
        let alias: Cause? = ["verwachting", "contract", "verwachting/contract"].contains(wanted) ? .expectation : nil
        return alias.flatMap { alias in items.contains { $0.code == alias.rawValue && $0.isActive } ? alias : nil }
    }

    /// The name of a cause; its code when no entry explains it.
    package func label(_ cause: Cause, in language: Language) -> String {
        items.first { $0.code == cause.rawValue }?.label(in: language) ?? cause.rawValue
    }
}
