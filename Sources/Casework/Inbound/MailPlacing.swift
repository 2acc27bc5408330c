import Complaints
import Mail
import Records

/// Decides where one mail belongs, and writes that down, in one transaction with what follows from it.
struct MailPlacing {
    let mail: InboxMail
    let read: ReadMail
    /// Its attachments, kept already.
    let files: [Document]
    let fingerprint: String
    let references: LetterReferences
    let house: CurrentHouse
    let now: Instant
    /// Where the mail went that this one answers, when both are of an old mailbox.
    var earlier: ComplaintID?

    /// It is of an old mailbox: it counts from when it came, and nobody is written to about it.
    private var isOld: Bool { mail.source == .file }
    /// When what is done with it happens.
    private var moment: Instant { isOld ? mail.receivedAt : now }

    /// The complaint of a genuine reference, and which question it answers, if it is a colleague's.
    private struct Thread {
        let complaint: Complaint
        var question: NewMemo?
    }

    /// False when somebody else was first.
    func place(in tx: Transaction) throws -> Bool {
        guard try tx.holdMail(mail.id) else { return false }
        if let first = try tx.snapshot.mail(fingerprint: fingerprint), first.id != mail.id {
            var placing = described(.placed, .double)
            let isIn = first.outcome == .registered || first.outcome == .joined
            (placing.fingerprint, placing.complaint) = (nil, isIn ? first.complaint : nil)
            try tx.placeMail(mail.id, placing, by: nil, at: moment)
            return true
        }
        let settings = try house.settings(in: tx.snapshot)
        let (token, thread) = try thread(in: tx.snapshot)
        let numbered = try numberedComplaint(in: tx.snapshot)
        let sender = try sender(of: thread, settings.mail, in: tx.snapshot)
        let authentication = PlacingQuestion.Authentication(read.authentication, isAsked: !settings.mail.trustedServers.isEmpty)
        let budget = try MailBudget.state(of: key ?? "", isFailed: authentication == .failed, at: now, in: tx.snapshot)
        let answer = PlacingPolicy.answer(
            to: PlacingQuestion(
                token: token, sender: sender, authentication: authentication, robot: PlacingQuestion.Robot(read),
                number: numbered?.whose ?? .none, hasContent: !MailWords.story(of: read).isBlank || !files.isEmpty,
                isEncrypted: read.remarks.contains(.encrypted), isCrowd: budget.isCrowd, old: try old(in: tx.snapshot)))
        try carryOut(
            answer, thread: thread, numbered: numbered?.complaint, receivedAt: receivedAt(settings.mail), ready: budget.ready, in: tx)
        return true
    }

    /// Shows it to a person, since it could not be taken in as it is; beside the file that it belongs to or names, as ever.
    func ask(in tx: Transaction) throws -> Bool {
        guard try tx.holdMail(mail.id) else { return false }
        var placing = described(.asked, .unfit)
        placing.receivedAt = receivedAt(try house.settings(in: tx.snapshot).mail)
        placing.complaint = try thread(in: tx.snapshot).1?.complaint.id ?? earlier ?? numberedComplaint(in: tx.snapshot)?.complaint
        try tx.placeMail(mail.id, placing, by: nil, at: now)
        return true
    }

    /// When our server got it: by a mailbox that server says so, else the mail does.
    private func receivedAt(_ settings: MailSettings) -> Instant {
        guard mail.source == .pipe || mail.source == .api else { return mail.receivedAt }
        return Arrival.moment(of: read, broughtAt: mail.receivedAt, trusting: settings.trustedServers)
    }

    private func carryOut(
        _ answer: PlacingPolicy.Answer, thread: Thread?, numbered: ComplaintID?, receivedAt: Instant, ready: Instant?, in tx: Transaction
    ) throws {
        var placing: InboxPlacing
        switch answer {
        case .register:
            let complaint = try tx.register(
                MailWords.registration(of: read, receivedAt: receivedAt), documents: files, by: .customer, house: house, at: moment,
                ready: ready, isWrittenTo: !isOld)
            placing = described(.placed, .registered)
            (placing.complaint, placing.sequence) = (complaint.id, 1)
        case .join:
            guard let complaint = thread?.complaint.id ?? earlier else { return }
            placing = described(.placed, .joined)
            (placing.complaint, placing.sequence) = (
                complaint, try tx.add(read, files, to: complaint, by: .customer, house: house, at: moment).sequence
            )
        case .contribute:
            guard let thread, let question = thread.question, let ordinal = question.ordinal else { return }
            placing = described(.placed, .contributed)
            placing.complaint = thread.complaint.id
            placing.sequence = try contribute(to: ordinal, of: thread.complaint.id, by: question.staff, in: tx)
        case .set(let outcome):
            placing = described(.placed, outcome)
            placing.complaint = thread?.complaint.id
            if outcome == .report { placing = try reported(in: tx, beside: thread?.complaint.id) }
        case .ask(let outcome):
            placing = described(.asked, outcome)
            placing.complaint =
                try thread?.complaint.id ?? earlier ?? (outcome == .maybeBounce ? reportedLetter(in: tx.snapshot)?.complaintID : numbered)
        }
        placing.receivedAt = receivedAt
        try tx.placeMail(mail.id, placing, by: nil, at: moment)
    }

    private func old(in snapshot: Snapshot) throws -> PlacingQuestion.Old {
        if !isOld { return .no }
        guard let complaint = try earlier.flatMap({ try snapshot.complaint($0) }) else { return .alone }
        return complaint.customer?.email?.normalised == key ? .continued : .answering
    }
}

extension Transaction {
    /// A mail's words and files into a file: the first entry that came of it, and the complaint after it. Words that are missing are refused
    /// as on a page, unless files came.
    func add(_ mail: ReadMail, _ files: [Document], to id: ComplaintID, by actor: Actor, house: CurrentHouse, at now: Instant) throws
        -> (sequence: Int, complaint: Complaint)
    {
        let before = try complaintToChange(id)
        let text = MailWords.answer(of: mail)
        let words = text.isBlank && !files.isEmpty ? [] : [ComplaintCommand.receiveAnswer(text, through: .email)]
        var after = before
        for command in words + files.map({ .attach($0) }) {
            after = try carryOut(command, on: after, by: actor, seen: nil, house: house, at: now)
        }
        try remember(after, after: before, by: actor)
        return (before.complaint.sequence + 1, after.complaint)
    }
}

extension MailPlacing {
    /// The one sender's address as it is compared; nil without one, or with several.
    private var key: String? { read.from.count == 1 ? read.from.first.map { EmailAddress.normalise($0.address) } : nil }

    /// What lists say of it.
    private func described(_ state: InboxState, _ outcome: InboxOutcome) -> InboxPlacing {
        var placing = InboxPlacing(state, outcome)
        placing.sender = key ?? read.from.first?.key
        placing.senderName = read.from.first?.name
        placing.subject = read.subject
        placing.opening = MailWords.opening(of: read)
        placing.fingerprint = fingerprint
        return placing
    }

    /// A mail server's report in the form for it. One that names no letter of ours by its id, and somebody we wrote to, is shown to a person.
    private func reported(in tx: Transaction, beside complaint: ComplaintID?) throws -> InboxPlacing {
        var placing = described(.placed, .report)
        placing.complaint = try noteBounce(in: tx) ?? complaint
        let hasFailed = read.deliveryReport?.recipients.contains(where: \.isFinal) == true
        if placing.complaint == nil, hasFailed, let letter = try reportedLetter(in: tx.snapshot) {
            placing = described(.asked, .maybeBounce)
            placing.complaint = letter.complaintID
        }
        return placing
    }

    private func reportedLetter(in snapshot: Snapshot) throws -> Records.Letter? {
        let arrival = receivedAt(try house.settings(in: snapshot).mail)
        return try BounceFinding(read: read, references: references).letter(in: snapshot, at: arrival)
    }

    /// A mail server reports on a letter of ours: what became of it is written down beside the letter. The complaint that it is about.
    private func noteBounce(in tx: Transaction) throws -> ComplaintID? {
        guard let report = read.deliveryReport else { return nil }
        let named = [report.originalMessageID].compactMap(\.self) + read.nested.compactMap(\.messageID) + read.inReplyTo + read.references
        for id in named.prefix(20) {
            if let memo = try memo(Self.local(id), in: tx.snapshot) {
                let failed = report.recipients.first(where: \.isFinal)
                if let failed {
                    try tx.settle(memo.id, as: .refused, words: [failed.status, failed.reason].joined(separator: " ").trimmed)
                    try tx.noteUnforwarded(memo, at: now)
                }
                return memo.content.complaint
            }
            guard let letter = try reference(.message, Self.local(id), in: tx.snapshot) else { continue }
            if let failed = report.recipients.first(where: \.isFinal) {
                let words = [failed.status, failed.reason].filter { !$0.isEmpty }.joined(separator: " ")
                try tx.noteBounce(of: letter.id, words: words.isEmpty ? "undeliverable" : words, at: now)
            }
            return letter.complaintID
        }
        return nil
    }

    private func sender(of thread: Thread?, _ settings: MailSettings, in snapshot: Snapshot) throws -> PlacingQuestion.Sender {
        if try isOwnLetter(in: snapshot) { return .own }
        guard let key, let address = try? EmailAddress(parsing: key) else { return .unclear }
        if OwnAddress.isOwn(key, settings) { return .own }
        if let member = try snapshot.staffMember(email: address), member.isActive {
            if !member.answersByMail { return .staff }
            if isAsked(member.id, in: thread) { return .asked }
            // Who was asked something once is a customer like everybody else, unless it may be the answer that we wait for.
            if try snapshot.openConsultationCount(of: member.id) > 0 { return .staff }
        }
        guard let complaint = thread?.complaint else { return .stranger }
        return isFrom(participantOf: complaint) ? .participant : .stranger
    }

    private func isFrom(participantOf complaint: Complaint) -> Bool {
        guard let address = key.flatMap({ try? EmailAddress(parsing: $0) }) else { return false }
        return [complaint.customer, complaint.representative?.person].contains { $0?.email == address }
    }

    /// Whether this is whom the question was asked, and it waits for an answer.
    private func isAsked(_ id: StaffID, in thread: Thread?) -> Bool {
        guard let thread, let question = thread.question, question.staff == id else { return false }
        return thread.complaint.consultations.contains { $0.id == question.ordinal && $0.isOpen }
    }

    /// A letter of ours that came back to us as if it were new.
    private func isOwnLetter(in snapshot: Snapshot) throws -> Bool {
        guard let id = read.messageID else { return false }
        if try memo(Self.local(id), in: snapshot) != nil { return true }
        return try reference(.message, Self.local(id), in: snapshot) != nil
    }

    private func thread(in snapshot: Snapshot) throws -> (PlacingQuestion.Token, Thread?) {
        var isForged = false
        for (purpose, text) in candidates() {
            guard LetterReferences.letter(in: text) != nil else { continue }
            if let question = try question(purpose, text, in: snapshot), let id = question.complaint,
                let complaint = try snapshot.complaint(id)
            {
                return (.question, Thread(complaint: complaint, question: question))
            }
            guard let letter = try reference(purpose, text, in: snapshot), let complaint = try snapshot.complaint(letter.complaintID) else {
                isForged = true
                continue
            }
            return (.genuine, Thread(complaint: complaint))
        }
        return (isForged ? .forged : .none, nil)
    }

    /// What may be references: behind the plus of addresses, and in the ids of mails that it answers, the newest first.
    private func candidates() -> [(LetterReferences.Purpose, ArraySlice<UInt8>)] {
        let addresses = (read.to + read.deliveredTo + read.cc).prefix(60).compactMap {
            address -> (LetterReferences.Purpose, ArraySlice<UInt8>)? in
            let local = Self.local(address.address)
            return local.lastIndex(of: UInt8(ascii: "+")).map { (.answer, local[($0 + 1)...]) }
        }
        let ids = (read.inReplyTo + read.references.reversed()).prefix(60).map { (LetterReferences.Purpose.message, Self.local($0)) }
        return addresses + ids
    }

    private static func local(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8).prefix { $0 != UInt8(ascii: "@") } }

    private func reference(_ purpose: LetterReferences.Purpose, _ text: ArraySlice<UInt8>, in snapshot: Snapshot) throws -> Records.Letter?
    {
        guard let id = LetterReferences.letter(in: text), let letter = try snapshot.letter(id) else { return nil }
        return references.isGenuine(text, purpose, of: letter) ? letter : nil
    }

    /// A mail of ours to a colleague, by its Message-ID.
    private func memo(_ text: ArraySlice<UInt8>, in snapshot: Snapshot) throws -> Memo? {
        guard let id = LetterReferences.letter(in: text), let memo = try snapshot.memo(MemoID(id.value)) else { return nil }
        return references.isGenuine(text, .memo, of: memo) ? memo : nil
    }

    /// The colleague's files, and their words as their contribution, after which they may do no more. The entry of the words.
    private func contribute(to ordinal: Int, of id: ComplaintID, by colleague: StaffID, in tx: Transaction) throws -> Int {
        var journalled = try tx.complaintToChange(id)
        func carryOut(_ command: ComplaintCommand) throws {
            journalled = try tx.carryOut(command, on: journalled, by: Actor(.colleague(colleague)), seen: nil, house: house, at: moment)
        }
        for file in files { try carryOut(.attach(Document(digest: file.digest, size: file.size, name: file.name, isFromCustomer: false))) }
        let words = MailWords.answer(of: read)
        let sequence = journalled.complaint.sequence + 1
        try carryOut(.contribute(to: ordinal, words.isBlank ? read.attachments.map(\.name).joined(separator: ", ") : words))
        return sequence
    }

    /// The question that a colleague without an account was asked by mail.
    private func question(_ purpose: LetterReferences.Purpose, _ text: ArraySlice<UInt8>, in snapshot: Snapshot) throws -> NewMemo? {
        guard let id = LetterReferences.letter(in: text), let memo = try snapshot.memo(MemoID(id.value)), memo.content.kind == .question
        else { return nil }
        return references.isGenuine(text, purpose == .answer ? .question : .memo, of: memo) ? memo.content : nil
    }

    /// A complaint whose number it names: one that its sender belongs to before any other.
    private func numberedComplaint(in snapshot: Snapshot) throws -> (complaint: ComplaintID, whose: PlacingQuestion.Number)? {
        var other: ComplaintID?
        for number in NumberHints.numbers(in: read.subject + "\n" + MailWords.answer(of: read)) {
            guard let id = try snapshot.complaintID(of: number) else { continue }
            if let complaint = try snapshot.complaint(id), isFrom(participantOf: complaint) { return (id, .own) }
            other = other ?? id
        }
        return other.map { ($0, .other) }
    }
}
