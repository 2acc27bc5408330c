extension ProcedureReading {
    /// What the texts of chapters fill in must be there: no text promises what no rule does.
    mutating func judgeMarks(in chapters: DocumentNode, of procedure: Procedure) {
        let known = ProcedureMark.allCases.filter { procedure.fills($0) }.map(\.rawValue)
        guard case .list(let items, _) = chapters else { return }
        for item in items {
            guard case .names(let entries, _) = item else { continue }
            for case .names(let texts, _) in entries.map(\.value) {
                for case (.text(let text, _), let line) in texts.map({ ($0.value, $0.line) }) {
                    if isNew, let words = ProcedureMark.loneBrace(in: text) {
                        reader.note(.loneBrace(words), at: "chapters", line: line)
                        continue
                    }
                    for mark in ProcedureMark.names(in: text) where !known.contains(mark) {
                        reader.note(.unknownMark(mark, known: known), at: "chapters", line: line)
                    }
                }
            }
        }
    }

    mutating func chapters(_ node: DocumentNode) -> [ProcedureChapter] {
        reader.items(of: node, at: "chapters").compactMap { item in
            let fields = reader.fields(of: item, at: "chapters", known: ["title", "text"], required: ["title", "text"])
            let title = fields["title"].flatMap { reader.bilingual($0.value, at: "chapters: title") }
            let text = fields["text"].flatMap { reader.bilingual($0.value, at: "chapters: text") }
            guard let title, let text else { return nil }
            return ProcedureChapter(title: title, text: text)
        }
    }

    mutating func outsideBodies(_ node: DocumentNode) -> [OutsideBody] {
        reader.items(of: node, at: "outside").compactMap { item in
            let fields = reader.fields(of: item, at: "outside", known: ["name", "for", "text", "term"], required: ["name", "for", "text"])
            let name = fields["name"].flatMap { reader.bilingual($0.value, at: "outside: name") }
            let text = fields["text"].flatMap { reader.bilingual($0.value, at: "outside: text") }
            let customers = fields["for"].flatMap { reader.word($0.value, at: "outside: for", OutsideBody.Customers.self) }
            let term = fields["term"].flatMap { reader.bilingual($0.value, at: "outside: term") }
            guard let name, let text, let customers else { return nil }
            return OutsideBody(name: name, customers: customers, text: text, term: term)
        }
    }

    /// How long files are kept: for each outcome once, and once for all others.
    mutating func retention(_ node: DocumentNode) -> [RetentionRule] {
        var rules: [RetentionRule] = []
        for item in reader.items(of: node, at: "retention") {
            let fields = reader.fields(of: item, at: "retention", known: ["outcome", "keep", "reason"], required: ["keep", "reason"])
            let outcome = fields["outcome"].flatMap { reader.word($0.value, at: "retention: outcome", Finding.self) }
            let months = fields["keep"].flatMap { self.months($0.value) }
            let reason = fields["reason"].flatMap { reader.bilingual($0.value, at: "retention: reason") }
            guard let months, let reason else { continue }
            if rules.contains(where: { $0.outcome == outcome }) {
                reader.note(.doubled(outcome?.rawValue ?? "keep"), at: "retention", line: item.line)
            }
            rules.append(RetentionRule(outcome: outcome, months: months, reason: reason))
        }
        return rules
    }

    private mutating func months(_ node: DocumentNode) -> Int? {
        let place = "retention: keep"
        guard let months = reader.term(node, at: place, in: [.months])?.number else { return nil }
        if isNew, months > RetentionRule.mostMonths {
            reader.note(.termTooLong("\(months) months", most: RetentionRule.mostMonths), at: place, line: node.line)
        }
        return months
    }
}
