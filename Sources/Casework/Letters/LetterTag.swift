/// One thing that a letter can name, written in its template as `{{number}}`. Raw values stand in templates.
package enum LetterTag: String, CaseIterable, Hashable, Sendable {
    case name, number, organisation, phone, email, handler, text, reason, remedy, amount, finding, points
    case receivedOn = "received-on"
    case contactBy = "contact-by"
    case resolveBy = "resolve-by"
    case reopenUntil = "reopen-until"
    case referredTo = "referred-to"
    case formerDate = "former-date"
    case newDate = "new-date"
    /// What a member of staff promised in their own words, in a letter that gives it another day or takes it back.
    case promised
    case otherNumber = "other-number"
    case followLink = "follow-link"
    /// Where the two questions are answered, and until when.
    case ratingLink = "rating-link"
    case rateUntil = "rate-until"
    /// What can be expected from how long other complaints took: a whole sentence.
    case expectation
    /// What comes next and by when, or that the clock stands still: a whole sentence.
    case next
    /// How the procedure calls the phase that the complaint is in.
    case phase
    /// Who else can look at the complaint, a line each.
    case outside
}

/// Which tags a kind of letter may use, and which it can't do without.
package struct LetterTags: Sendable {
    /// Those that always have something to tell.
    package let always: Set<LetterTag>
    /// Those that may have nothing to tell, such as a date that has passed: they stand between `{{#tag}}` and `{{/tag}}`.
    package let sometimes: Set<LetterTag>
    /// Those that carry what somebody wrote for this customer, or the way to answer: without them a letter would keep it from its reader.
    package let needed: Set<LetterTag>

    package init(_ kind: LetterKind) {
        var always: Set<LetterTag> = [.name, .number, .organisation, .followLink, .phase]
        var sometimes: Set<LetterTag> = [.phone, .email, .receivedOn]
        var needed: Set<LetterTag> = [.followLink]
        if kind != .followLink { sometimes.insert(.handler) }
        switch kind {
        case .received: sometimes.formUnion([.contactBy, .resolveBy, .expectation])
        case .newDates, .reopeningReceived, .resumed, .followLink: sometimes.formUnion([.contactBy, .resolveBy, .next])
        case .handlerAssigned:
            sometimes.formUnion([.contactBy, .resolveBy, .next])
            sometimes.remove(.handler)
            always.insert(.handler)
            needed.insert(.handler)
        case .question, .answer, .proposal:
            sometimes.formUnion([.contactBy, .resolveBy, .next])
            always.insert(.text)
            needed.insert(.text)
        case .resolved:
            sometimes.insert(.outside)
            let outcome: Set<LetterTag> = [.text, .remedy, .amount, .finding, .points]
            sometimes.formUnion(outcome)
            needed.formUnion(outcome)
        case .extended:
            let change: Set<LetterTag> = [.formerDate, .newDate, .reason]
            always.formUnion(change)
            needed.formUnion([.newDate, .reason])
            sometimes.formUnion([.contactBy, .resolveBy, .next, .promised])
        case .promiseDropped:
            always.formUnion([.formerDate, .reason])
            needed.formUnion([.formerDate, .reason])
            sometimes.formUnion([.contactBy, .resolveBy, .next, .promised])
        case .closed:
            always.insert(.reopenUntil)
            sometimes.insert(.outside)
        case .reopeningGranted:
            sometimes.formUnion([.contactBy, .resolveBy, .next])
            always.insert(.reason)
            needed.insert(.reason)
        case .reopeningRefused:
            sometimes.insert(.outside)
            always.insert(.reason)
            needed.insert(.reason)
        case .satisfaction:
            always.formUnion([.ratingLink, .rateUntil])
            needed = [.ratingLink]
        case .withdrawn: sometimes.formUnion([.reason, .outside])
        case .referred:
            sometimes.insert(.outside)
            always.formUnion([.referredTo, .reason])
            needed.formUnion([.referredTo, .reason])
        case .merged:
            always.insert(.otherNumber)
            needed.insert(.otherNumber)
        }
        self.always = always
        self.sometimes = sometimes
        self.needed = needed
    }

    package var all: Set<LetterTag> { always.union(sometimes) }
}
