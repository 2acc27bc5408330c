package import Complaints

/// Somebody who complained before, as the newest complaint knows them.
package struct KnownCustomer: Hashable, Sendable {
    /// The newest complaint that the reader may see.
    package let latest: ComplaintNumber
    package let person: Person
    /// How many complaints of theirs were looked at to find them; at least one.
    package let complaints: Int
}

/// What the read model says of a customer: enough to tell who it is.
private struct CustomerTrace {
    let id: ComplaintID
    let number: ComplaintNumber
    let words: [String]
    let key: String

    static let columns = "k.id, k.number, k.customer_name, k.organisation, k.customer_number, k.email, k.phone, k.name_key"

    init?(_ row: any SQLRow) {
        guard let number = ComplaintNumber(parsing: row.text(1)) else { return nil }
        id = ComplaintID(row.integer(0))
        self.number = number
        let phone = row.optionalText(6) ?? ""
        let spellings = phone.hasPrefix("+31") ? [phone, "0" + phone.dropFirst(3)] : [phone]
        let texts = (2...5).compactMap { row.optionalText($0) } + spellings
        words = SearchText.words(texts.joined(separator: " | "))
        key = row.optionalText(5) ?? row.optionalText(4).map { "#\($0)" } ?? "\(row.text(7))|\(phone)"
    }

    func answers(to wanted: [String]) -> Bool {
        wanted.allSatisfy { word in words.contains { $0.hasPrefix(word) } }
    }
}

extension Snapshot {
    /// Customers of complaints that this reader may see, by the beginnings of the words of their name, organisation, customer
    /// number, phone number or e-mail address; the newest first.
    package func customers(matching text: String, for visibility: Visibility, limit: Int = 8) throws -> [KnownCustomer] {
        var found: [(trace: CustomerTrace, count: Int)] = []
        var places: [String: Int] = [:]
        for trace in try traces(matching: text, for: visibility) {
            if let place = places[trace.key] {
                found[place].count += 1
            } else {
                places[trace.key] = found.count
                found.append((trace, 1))
            }
        }
        return try found.prefix(limit).compactMap { trace, count in
            try complaint(trace.id)?.customer.map { KnownCustomer(latest: trace.number, person: $0, complaints: count) }
        }
    }

    /// The customer with this very e-mail address, phone number or customer number; the newest who has it.
    package func customer(with text: String, for visibility: Visibility) throws -> KnownCustomer? {
        let traces = try exactTraces(text, for: visibility)
        guard let first = traces.first, let person = try complaint(first.id)?.customer else { return nil }
        return KnownCustomer(latest: first.number, person: person, complaints: traces.count { $0.key == first.key })
    }

    private func traces(matching text: String, for visibility: Visibility) throws -> [CustomerTrace] {
        let exact = try exactTraces(text, for: visibility)
        if !exact.isEmpty { return exact }
        let compact = String(text.unicodeScalars.filter { !" -()./+".unicodeScalars.contains($0) })
        let isNumber = compact.utf8.count >= 4 && compact.utf8.allSatisfy { (0x30...0x39).contains($0) }
        // A phone number is kept with its country: 06 8765 is the beginning of 31 6 8765.
        let national = compact.hasPrefix("0") && !compact.hasPrefix("00") ? "31" + compact.dropFirst() : compact
        let wanted = isNumber ? [national] : Array(SearchText.words(text).prefix(6))
        if wanted.isEmpty { return [] }
        // A single letter says nothing to the index; it is only looked for in what the other words found.
        let known = try wanted.filter { $0.unicodeScalars.count > 1 }.map { try words(answering: $0).words }
        if known.isEmpty || known.contains(where: \.isEmpty) { return [] }
        let hits = connection.dialect.searchHits(.all(known.map { .word($0) }), .newestFirst, among: nil)
        let visible = VisibleCondition(visibility, asList: false)
        let found = try traces(
            from: "\(hits.table) CROSS JOIN complaint k",
            "\(hits.condition) AND k.id = \(hits.key) AND \(visible.sql) AND k.customer_name IS NOT NULL",
            hits.tableValues + hits.values + visible.values,
            order: "\(hits.key) DESC", limit: 150)
        return found.filter { $0.answers(to: wanted) }
    }

    /// Whoever has this very e-mail address, phone number, customer number or complaint number.
    private func exactTraces(_ text: String, for visibility: Visibility) throws -> [CustomerTrace] {
        let visible = VisibleCondition(visibility, asList: false)
        func having(_ column: String, _ value: String) throws -> [CustomerTrace] {
            try traces(
                from: "complaint k", "\(visible.sql) AND k.\(column) = ? AND k.customer_name IS NOT NULL",
                visible.values + [.text(value)], order: "k.received_at DESC, k.id DESC", limit: 100)
        }
        let typed = text.trimmed
        if typed.isEmpty { return [] }
        if let email = try? EmailAddress(parsing: typed) { return try having("email", email.normalised) }
        if let number = ComplaintNumber(parsing: typed) {
            let found = try having("number", number.digits)
            if !found.isEmpty { return found }
        }
        if let phone = try? PhoneNumber(parsing: typed) {
            let found = try having("phone", phone.e164)
            if !found.isEmpty { return found }
        }
        return try having("customer_number", typed)
    }

    private func traces(from tables: String, _ condition: String, _ values: [SQLValue], order: String, limit: Int) throws
        -> [CustomerTrace]
    {
        let sql = "SELECT \(CustomerTrace.columns) FROM \(tables) WHERE \(condition) ORDER BY \(order) LIMIT \(limit)"
        return try all(sql, values: values) { CustomerTrace($0) }.compactMap(\.self)
    }

    /// Complaints of the same person that this reader may see, the newest first: the same e-mail address, customer number, or
    /// name and phone number.
    package func complaints(of person: Person, for visibility: Visibility, limit: Int = 12) throws -> [WorklistRow] {
        var parts = ["(k.name_key = ? AND COALESCE(k.phone, '') = ?)"]
        var values: [SQLValue] = [.text(SearchText.key(person.name)), .text(person.phone?.e164 ?? "")]
        if let email = person.email {
            parts.append("k.email = ?")
            values.append(.text(email.normalised))
        }
        if let number = person.customerNumber {
            parts.append("k.customer_number = ?")
            values.append(.text(number))
        }
        let visible = VisibleCondition(visibility, asList: false)
        let sql = """
            SELECT \(WorklistRow.columns) FROM complaint k WHERE \(visible.sql) AND (\(parts.joined(separator: " OR ")))
            ORDER BY k.received_at DESC, k.id DESC LIMIT \(limit)
            """
        return try all(sql, values: visible.values + values) { try WorklistRow($0, withNames: true) }
    }
}
