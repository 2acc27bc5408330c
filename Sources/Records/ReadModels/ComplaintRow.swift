import Complaints

/// The read model of a complaint: the columns that lists, counts and look-ups go by.
struct ComplaintRow {
    static let columns = [
        "id", "number", "sequence", "head", "phase", "is_open", "channel", "received_at", "registered_at", "changed_at", "customer_name",
        "name_key", "organisation", "customer_number", "email", "phone", "language", "opening", "about", "wrong", "severity",
        "is_confidential",
        "about_staff", "handler_id", "outcome", "cause", "next_kind", "next_due_at", "resolved_at", "closed_at", "duplicate_of",
        "awaits_reaction", "asks_reopening",
    ]
    static let insert =
        "INSERT INTO complaint (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
    static let update = "UPDATE complaint SET \(columns.dropFirst().map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"

    let values: [SQLValue]

    init(_ complaint: Complaint, head: [UInt8]) {
        let customer = complaint.customer
        let next = complaint.nextOwed
        values = [
            .integer(complaint.id.value), .text(complaint.number.digits), SQLValue(complaint.sequence), .text(EntryHash.hex(head)),
            .text(complaint.phase.rawValue), SQLValue(complaint.phase.isOpen), .text(complaint.channel.rawValue),
            .integer(complaint.receivedAt.milliseconds), .integer(complaint.registeredAt.milliseconds),
            .integer(complaint.changedAt.milliseconds), SQLValue(customer?.name), SQLValue(customer.map { SearchText.key($0.name) }),
            SQLValue(customer?.organisation),
            SQLValue(customer?.customerNumber), SQLValue(customer?.email?.normalised), SQLValue(customer?.phone?.e164),
            .text((complaint.correspondent?.language ?? .dutch).rawValue), SQLValue(complaint.story.text.map(opening)),
            SQLValue(complaint.nature?.about), SQLValue(complaint.nature?.wrong), .text(complaint.severity.rawValue),
            SQLValue(complaint.isConfidential), SQLValue(complaint.aboutStaff?.value), SQLValue(complaint.handler?.value),
            SQLValue(complaint.outcome?.rawValue), SQLValue(complaint.cause?.rawValue), SQLValue(next?.kind.rawValue),
            SQLValue(next?.due.milliseconds), SQLValue(complaint.resolvedAt?.milliseconds), SQLValue(complaint.closedAt?.milliseconds),
            SQLValue(complaint.duplicateOf?.value), SQLValue(complaint.awaitsReaction), SQLValue(complaint.reopeningRequest != nil),
        ]
    }
}

/// The first words of a story, on one line, for lists.
private func opening(of story: String) -> String {
    var line: [UInt8] = []
    var characters = 0
    for byte in story.utf8 {
        // In UTF-8 every character begins with a byte that is no continuation.
        if byte & 0xC0 != 0x80 { characters += 1 }
        if characters > 160 { break }
        line.append(max(byte, 0x20))
    }
    return String(decoding: line, as: UTF8.self)
}

extension Transaction {
    func insertReadModel(of complaint: Complaint, head: [UInt8]) throws {
        try post(ComplaintRow.insert, values: ComplaintRow(complaint, head: head).values)
        try replaceDependents(of: complaint)
    }

    func updateReadModel(of complaint: Complaint, head: [UInt8]) throws {
        let values = ComplaintRow(complaint, head: head).values
        try post(ComplaintRow.update, values: Array(values.dropFirst()) + [values[0]])
        try replaceDependents(of: complaint)
    }

    private func replaceDependents(of complaint: Complaint) throws {
        if complaint.promises.isEmpty { return }
        let rows = Array(repeating: "(?, ?, ?, ?, ?, ?, ?, ?, ?)", count: complaint.promises.count).joined(separator: ", ")
        try post(
            """
            INSERT INTO promise (complaint_id, ordinal, kind, start_at, due_at, met_at, withdrawn_at, waiting_since, procedure_version)
            VALUES \(rows) ON CONFLICT (complaint_id, ordinal) DO UPDATE SET
            watch_at = CASE WHEN promise.due_at = excluded.due_at THEN promise.watch_at ELSE 0 END,
            reminded_to = CASE WHEN promise.due_at = excluded.due_at THEN promise.reminded_to ELSE 0 END, start_at = excluded.start_at, due_at = excluded.due_at,
            met_at = excluded.met_at, withdrawn_at = excluded.withdrawn_at, waiting_since = excluded.waiting_since
            """,
            values: complaint.promises.flatMap { promise -> [SQLValue] in
                [
                    .integer(complaint.id.value), SQLValue(promise.ordinal), .text(promise.kind.rawValue),
                    .integer(promise.start.milliseconds),
                    .integer(promise.due.milliseconds), SQLValue(promise.metAt?.milliseconds), SQLValue(promise.withdrawnAt?.milliseconds),
                    SQLValue(promise.isWaiting ? promise.pausedSince?.milliseconds : nil), SQLValue(promise.procedureVersion),
                ]
            })
    }
}
