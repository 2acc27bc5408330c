import Complaints

extension EntryReader {
    /// The occurrence that an entry tells of. Words that have been erased read as erased.
    func occurrence() throws -> Occurrence {
        let changes = try all("promise").map { line in
            guard let change = PromiseLine.change(in: line) else { throw UnreadableEntry(name: name, key: "promise") }
            return change
        }
        return Occurrence(try event(), promises: changes)
    }

    private func event() throws -> ComplaintEvent {
        switch name {
        case "registered": .registered(try registration())
        case "corrected": .corrected(try correction())
        case "classified": .classified(try classification())
        case "assigned": .assigned(to: StaffID(try value("handler") { Int64($0) }), reason: optionalPassage("reason"))
        case "accepted": .accepted
        case "returned": .returned(reason: passage("reason"))
        case "contacted": .contacted(try contact())
        case "noted": .noted(passage("text"))
        case "asked": .asked(passage("text"))
        case "answer-received": .answerReceived(passage("text"), through: try value("channel") { Channel(rawValue: $0) })
        case "consulted": .consulted(try consultation())
        case "contributed": .contributed(to: try value("consultation") { Int($0) }, passage("text"))
        case "investigated": .investigated(try investigation())
        case "proposed": .proposed(passage("text"))
        case "answered": .answered(passage("text"))
        case "resolved": .resolved(try resolution())
        case "closed": .closed
        case "rated": .rated(try rating())
        case "reopening-requested": .reopeningRequested(reason: passage("reason"))
        case "reopening-decided": .reopeningDecided(granted: try required("granted") == "yes", reason: passage("reason"))
        case "withdrawn": .withdrawn(reason: passage("reason"))
        case "referred": .referred(to: passage("to"), reason: passage("reason"))
        case "marked-duplicate": .markedDuplicate(of: ComplaintID(try value("of") { Int64($0) }))
        case "unmarked-duplicate": .unmarkedDuplicate
        case "attached": .attached(try document())
        case "informed": .informed(try informed())
        case "extended":
            .extended(
                PromiseExtension(ordinal: try value("ordinal") { Int($0) }, by: try value("by") { Int($0) }, reason: passage("reason")))
        case "promised": .promised(passage("text"))
        case "promise-kept":
            .promiseKept(PromiseKept(ordinal: try value("ordinal") { Int($0) }, at: try instant("at"), note: optionalPassage("note")))
        case "promise-changed":
            .promiseChanged(
                PromiseChanged(
                    ordinal: try value("ordinal") { Int($0) }, day: try optionalValue("day") { Day(iso: $0) }, reason: passage("reason")))
        case "undone": .undone(from: try value("from") { Int($0) })
        case "erased": .erased(try value("group") { CustomerGroup(rawValue: $0) })
        default: throw UnreadableEntry(name: name, key: "")
        }
    }

    private func passage(_ slot: String) -> Passage { optionalPassage(slot) ?? .erased }

    private func optionalPassage(_ slot: String) -> Passage? {
        let (isThere, text) = optionalText(slot)
        return isThere ? text.map { Passage($0) } ?? .erased : nil
    }

    private func person(_ slot: String) -> Person? { optionalText(slot).text.flatMap(StoredPerson.person) }

    private func representative() throws -> Representative? {
        guard let person = person("representative") else { return nil }
        return Representative(person: person, authority: try value("authority") { Representative.Authority(rawValue: $0) })
    }

    private func instant(_ key: String) throws -> Instant { Instant(milliseconds: try value(key) { Int64($0) }) }

    private func registration() throws -> Registration {
        let count = try value("grievances") { Int($0) }
        let judgement = try classification()
        var registration = Registration(
            number: try value("number") { ComplaintNumber(parsing: $0) }, channel: try value("channel") { Channel(rawValue: $0) },
            receivedAt: try instant("received"), customer: person("customer"), representative: try representative(),
            story: passage("story"), grievances: (1...max(1, count)).map { optionalPassage("grievance-\($0)") },
            nature: judgement.nature, severity: judgement.severity, severityReasons: judgement.reasons,
            isConfidential: judgement.isConfidential, aboutStaff: judgement.aboutStaff,
            origin: optional("source").map { Origin(source: $0, reference: passage("reference")) })
        registration.procedureVersion = try optionalValue("procedure") { Int($0) } ?? 1
        return registration
    }

    private func correction() throws -> Correction {
        var correction = Correction()
        correction.channel = try optionalValue("channel") { Channel(rawValue: $0) }
        correction.receivedAt = try optionalValue("received") { Int64($0).map { Instant(milliseconds: $0) } }
        correction.customer = person("customer")
        correction.representative = try representative()
        correction.story = optionalPassage("story")
        return correction
    }

    private func classification() throws -> Classification {
        let nature = optional("about").map { Nature(about: $0, wrong: optional("wrong") ?? Nature.other) }
        let reasons = (optional("reasons") ?? "").split(separator: " ").compactMap { SeverityReason(rawValue: String($0)) }
        return Classification(
            nature: nature, severity: try value("severity") { Severity(rawValue: $0) }, reasons: Set(reasons),
            isConfidential: optional("confidential") == "yes",
            aboutStaff: try optionalValue("about-staff") { Int64($0).map { StaffID($0) } })
    }

    private func contact() throws -> ContactAttempt {
        ContactAttempt(outcome: try value("outcome") { ContactOutcome(rawValue: $0) }, at: try instant("at"), note: optionalPassage("note"))
    }

    private func consultation() throws -> Consultation {
        Consultation(
            id: try value("consultation") { Int($0) }, colleague: StaffID(try value("colleague") { Int64($0) }),
            question: passage("question"), due: try value("due") { Day(iso: $0) })
    }

    private func resolution() throws -> Resolution {
        let findings = try required("findings").split(separator: " ").compactMap { Finding(rawValue: String($0)) }
        let text = optionalPassage("remedy")
        let amount = try optionalValue("cents") { Int64($0).map { Money(cents: $0) } }
        return Resolution(
            findings: findings, cause: try optionalValue("cause") { Cause(rawValue: $0) },
            remedy: text == nil && amount == nil ? nil : Remedy(text: text, amount: amount), answer: optionalPassage("answer"))
    }

    private func investigation() throws -> Investigation {
        let count = try value("whys") { Int($0).flatMap { (0...Investigation.mostWhys).contains($0) ? $0 : nil } }
        return Investigation(
            direct: try optionalValue("direct") { Cause(rawValue: $0) }, root: try optionalValue("root") { Cause(rawValue: $0) },
            whys: (0..<count).map { passage("why-\($0 + 1)") })
    }

    private func rating() throws -> Rating {
        Rating(
            solution: try value("solution") { Contentment(rawValue: $0) }, treatment: try value("treatment") { Contentment(rawValue: $0) },
            remark: optionalPassage("note"), mayContact: optional("may-contact") == "yes")
    }

    private func document() throws -> Document {
        Document(
            digest: try required("digest"), size: try value("size") { Int($0) }, name: passage("name"),
            isFromCustomer: optional("from-customer") == "yes")
    }

    private func informed() throws -> InformedByHand {
        InformedByHand(
            letter: LetterID(try value("letter") { Int64($0) }), means: try value("means") { InformedMeans(rawValue: $0) },
            at: try instant("at"))
    }
}
