import Complaints

/// What a visitor is asked. Raw values are the names of the fields.
enum ReportField: String, CaseIterable, Hashable, Sendable {
    case story
    case name, email, phone, preferred, organisation, customerNumber
    /// A tick: on behalf of somebody else, and of whom.
    case forAnother, anotherName

    static let ofStory: [ReportField] = [.story]
    static let ofReach = allCases.filter { !ofStory.contains($0) }
}

/// A complaint while its writer is still at it. All of it travels in the form itself, from page to page.
struct Report: Sendable {
    private var values: [ReportField: String] = [:]
    var submission = Submission()
    /// When the form was first shown, signed.
    var stamp: String
    /// What somebody, or something, put in the field that nobody sees.
    var trap = ""
    var waiting = WaitingFiles()

    init(stamp: String = "") { self.stamp = stamp }

    subscript(field: ReportField) -> String {
        get { values[field] ?? "" }
        set { values[field] = newValue }
    }

    var isForAnother: Bool { !self[.forAnother].isEmpty }

    /// Everything that makes it this complaint and no other: what was sent twice is equal in it.
    var fingerprint: [UInt8] {
        (ReportField.allCases.map { "\($0.rawValue) \(self[$0].utf8.count) \(self[$0])" } + waiting.ids).joined(separator: "\n").utf8.map(
            \.self)
    }

    /// The intake that the domain judges. Who writes for somebody else is the representative, and is the one we write to.
    func input(_ language: Language) -> RegistrationInput {
        var input = RegistrationInput()
        input.channel = Channel.web.rawValue
        input.story = self[.story]
        let writer = PersonInput(
            name: self[.name], email: self[.email], phone: self[.phone], language: language.rawValue, preferredContact: self[.preferred])
        input.customer = isForAnother ? PersonInput(name: self[.anotherName], language: language.rawValue) : writer
        input.customer.organisation = self[.organisation]
        input.customer.customerNumber = self[.customerNumber]
        if isForAnother { input.representative = writer }
        return input
    }
}
