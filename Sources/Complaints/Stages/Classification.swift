/// How a complaint was judged at a glance; every value as it stands from now on.
package struct Classification: Hashable, Sendable {
    package var nature: Nature?
    package var severity: Severity
    package var reasons: Set<SeverityReason>
    package var isConfidential: Bool
    package var aboutStaff: StaffID?

    package init(nature: Nature?, severity: Severity, reasons: Set<SeverityReason>, isConfidential: Bool, aboutStaff: StaffID?) {
        self.nature = nature
        self.severity = severity
        self.reasons = reasons
        self.isConfidential = isConfidential
        self.aboutStaff = aboutStaff
    }
}

/// A classification as it was typed or sent; nil is left as it was.
package struct ClassificationInput: Sendable {
    /// Whom the complaint is about.
    package enum Subject: Hashable, Sendable {
        case nobody
        case staff(StaffID)
        case unknown
    }

    package var about: String?
    package var wrong: String?
    package var severity: String?
    package var reasons: [String]?
    package var isConfidential: Bool?
    package var aboutStaff: Subject?

    package init() {}
}

extension Complaint {
    /// Names the nature, the severity with its reasons, and who may not or may only just see the file.
    func classifying(_ input: ClassificationInput, with facts: Facts) throws(Refusal) -> [Occurrence] {
        var check = FieldCheck()
        let read = Nature.reading(
            about: input.about ?? nature?.about, wrong: input.wrong ?? nature?.wrong, from: facts.natures, keeping: nature, prefix: "",
            into: &check)
        let severity = check.value(input.severity, at: "severity", or: .unknown) { Severity(rawValue: $0) } ?? self.severity
        let reasons = input.reasons.map { SeverityReason.reading($0, at: "reasons", into: &check) } ?? severityReasons
        if severity != .normal, reasons.isEmpty, (input.reasons ?? []).allSatisfy(\.isBlank) { check.note(.missing, at: "reasons") }
        let subject = subject(input.aboutStaff, with: facts, into: &check)
        try check.finish()
        let isConfidential = input.isConfidential ?? self.isConfidential
        let result = Classification(nature: read, severity: severity, reasons: reasons, isConfidential: isConfidential, aboutStaff: subject)
        return [Occurrence(.classified(result))]
    }

    private func subject(_ input: ClassificationInput.Subject?, with facts: Facts, into check: inout FieldCheck) -> StaffID? {
        switch input {
        case nil: return aboutStaff
        case .nobody: return nil
        case .unknown: check.note(.unknown, at: "aboutStaff")
        case .staff(let id):
            if facts.colleagues[id] != nil { return id }
            check.note(.unknown, at: "aboutStaff")
        }
        return nil
    }

    /// When the complaint turns out to be about its own handler, it is nobody's again.
    mutating func apply(_ classification: Classification) {
        nature = classification.nature
        severity = classification.severity
        severityReasons = classification.reasons
        isConfidential = classification.isConfidential
        aboutStaff = classification.aboutStaff
        if let handler, handler == aboutStaff { unassign() }
    }
}
