import Complaints

extension Transaction {
    /// Makes what happened findable: numbers, names and addresses at registration, words as they come.
    func indexForSearch(_ recorded: [RecordedOccurrence], of id: ComplaintID) throws {
        try addToSearch(try keepTexts(of: recorded, of: id), of: id)
    }

    /// Makes only this findable of a complaint, instead of all that was.
    func indexAgain(_ recorded: [RecordedOccurrence], of id: ComplaintID) throws {
        var before: Set<String> = []
        try snapshot.each("SELECT folded FROM search_entry WHERE complaint_id = ?", values: [.integer(id.value)]) { row in
            before.formUnion(row.text(0).split(separator: " ").map(String.init))
        }
        try post("DELETE FROM search_entry WHERE complaint_id = ?", .integer(id.value))
        let after = try keepTexts(of: recorded, of: id)
        let gone = before.subtracting(after)
        if !gone.isEmpty { try snapshot.connection.makeUnfindable(Array(gone), of: id.value) }
        try addToSearch(after.subtracting(before), of: id)
    }

    private func keepTexts(of recorded: [RecordedOccurrence], of id: ComplaintID) throws -> Set<String> {
        var words: Set<String> = []
        for one in recorded where !one.occurrence.event.searchable.isEmpty {
            let found = SearchText.indexedWords(one.occurrence.event.searchableText)
            try post(
                "INSERT INTO search_entry (complaint_id, sequence, folded) VALUES (?, ?, ?)", .integer(id.value), SQLValue(one.sequence),
                .text(SearchText.line(of: found)))
            words.formUnion(found)
        }
        return words
    }

    private func addToSearch(_ words: Set<String>, of id: ComplaintID) throws {
        if !words.isEmpty { try snapshot.connection.makeFindable(Array(words), of: id.value) }
    }
}

extension RecordedOccurrence {
    /// The words that the index holds of this.
    var indexedWords: [String] {
        occurrence.event.searchable.isEmpty ? [] : occurrence.event.indexedText.split(separator: " ").map(String.init)
    }
}

extension ComplaintEvent {
    /// What the index holds of this event.
    var indexedText: String { SearchText.indexed(searchableText) }

    fileprivate var searchableText: String { searchable.joined(separator: " | ") }

    /// The texts of this event that people search for.
    var searchable: [String] {
        switch self {
        case .registered(let registration):
            [registration.number.formatted] + (registration.customer?.searchable ?? [])
                + (registration.representative?.person.searchable ?? [])
                + [registration.story.text].compactMap(\.self) + registration.grievances.compactMap { $0?.text }
        case .corrected(let correction):
            (correction.customer?.searchable ?? []) + (correction.representative?.person.searchable ?? [])
                + [correction.story?.text].compactMap(\.self)
        case .noted(let text), .asked(let text), .proposed(let text), .answered(let text), .returned(let text),
            .reopeningRequested(let text),
            .withdrawn(let text), .reopeningDecided(_, let text), .answerReceived(let text, _), .contributed(_, let text):
            [text.text].compactMap(\.self)
        case .extended(let extended): [extended.reason.text].compactMap(\.self)
        case .promised(let text): [text.text].compactMap(\.self)
        case .promiseChanged(let changed): [changed.reason.text].compactMap(\.self)
        case .promiseKept(let kept): [kept.note?.text].compactMap(\.self)
        case .investigated(let investigation): investigation.whys.compactMap(\.text)
        case .rated(let rating): [rating.remark?.text].compactMap(\.self)
        case .contacted(let attempt): [attempt.note?.text].compactMap(\.self)
        case .consulted(let consultation): [consultation.question.text].compactMap(\.self)
        case .resolved(let resolution): [resolution.answer?.text, resolution.remedy?.text?.text].compactMap(\.self)
        case .referred(let to, let reason): [to.text, reason.text].compactMap(\.self)
        case .attached(let document): [document.name.text].compactMap(\.self)
        case .classified, .assigned, .accepted, .closed, .markedDuplicate, .unmarkedDuplicate, .informed, .undone, .erased: []
        }
    }
}

extension Person {
    /// A phone number is found as it is stored, and by its parts as it is shown.
    var searchable: [String] { shown + [phone?.e164].compactMap(\.self) }

    /// What is shown of somebody who was found.
    var shown: [String] { [name, organisation, customerNumber, email?.text, phone?.display, address].compactMap(\.self) }
}
