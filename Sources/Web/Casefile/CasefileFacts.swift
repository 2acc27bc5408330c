import Casework
import Complaints
import Markup
import Records

/// The facts at the right, in the order in which one asks for them: promises, customer, nature, handler, contributions,
/// documents, and what else can be done.
struct CasefileFacts {
    let desk: Desk
    let file: Casefile
    let possible: Set<Act>
    let typed: TypedForms
    let wanted: Act?

    private var say: Wording { desk.say }
    private var complaint: Complaint { file.complaint }

    var html: HTML {
        group {
            promises
            customer
            nature
            people
            documents
            SimilarComplaints(desk: desk, complaint: complaint, similar: file.similar).html
            ThemesOfFile(desk: desk, complaint: complaint, themes: file.themes).html
            CausesFound(desk: desk, complaint: complaint).html
            measures
            CasefileMoreActs(desk: desk, file: file, possible: possible, typed: typed, wanted: wanted).html
            p(.class("muted")) { Link(say("Is de procedure gevolgd?", "Was the procedure followed?"), to: Paths.conduct(complaint.number)) }
            p(.class("muted")) { Link(say("Bewijs van dit dossier", "Proof of this file"), to: Paths.proof(complaint.number)) }
        }
    }

    private var promises: HTML {
        FactGroup(say("Toezeggingen", "Promises")) {
            for promise in current { self.promise(promise) }
            if earlier.isEmpty == false {
                details(.class("inner on-paper")) {
                    summary { say("Eerder toegezegd", "Promised before") }
                    for promise in earlier { self.promise(promise) }
                }
            }
        }.html
    }

    /// The last promise of each kind: after a reopening those of before are history.
    private var current: [Promise] { complaint.promises.filter { promise in !isFollowed(promise) } }
    private var earlier: [Promise] { complaint.promises.filter(isFollowed) }

    private func isFollowed(_ promise: Promise) -> Bool {
        if promise.kind.isKeptByHand { return !promise.isOutstanding }
        return complaint.promises.contains { $0.kind == promise.kind && $0.ordinal > promise.ordinal }
    }

    private func promise(_ promise: Promise) -> HTML {
        let due = DateWords.brief(desk.calendar.zone.moment(at: promise.due), desk.language, today: desk.now.day)
        let met = promise.metAt.map { DateWords.brief(desk.calendar.zone.moment(at: $0), desk.language, today: desk.now.day) }
        let forms = PromiseForms(desk: desk, file: file, possible: possible, typed: typed, promise: promise)
        let pill = pill(for: promise)
        return details(.class("promise-fact"), .open(forms.isReturned)) {
            summary {
                span(.class("promise-name")) { file.name(of: promise, say, desk.house).capitalisedFirst }
                pill
                // What is near and has no working day left is told by its date already.
                if pill.words != due { span(.class("muted")) { " " + due } }
                if desk.closedDay(of: promise) != nil { span(.class("mark soon")) { say("kantoor dan dicht", "office closed then") } }
            }
            p { file.explanation(of: promise, say) }
            forms.html
            if let met { p { say("Nagekomen op \(met).", "Met on \(met).") } }
            for former in promise.history {
                p {
                    say(
                        "Was: \(DateWords.brief(desk.calendar.zone.moment(at: former.due), desk.language, today: desk.now.day)).",
                        "Was: \(DateWords.brief(desk.calendar.zone.moment(at: former.due), desk.language, today: desk.now.day)).")
                }
            }
        }
    }

    private func pill(for promise: Promise) -> PromisePill {
        switch promise.state(at: desk.now.instant) {
        case .kept: PromisePill(say("nagekomen", "kept"), .good)
        case .withdrawn: PromisePill(say("vervallen", "withdrawn"), .waiting)
        case .broken where promise.metAt != nil: PromisePill(say("te laat nagekomen", "met late"), .late)
        case .broken where promise.withdrawnAt != nil: PromisePill(say("niet nagekomen", "broken"), .late)
        case .open where promise.isWaiting: PromisePill(say("staat stil", "stands still"), .waiting)
        case .open, .broken: say.nearness(of: promise.due, now: desk.now, on: desk.calendar)
        }
    }

    private var customer: HTML {
        FactGroup(say("Klant", "Customer")) {
            if let person = complaint.customer {
                FactList(facts: facts(of: person))
            } else {
                p(.class("muted")) { say("Gewist", "Erased") }
            }
            if let representative = complaint.representative {
                h2 { say("Vertegenwoordiger", "Representative") }
                FactList(
                    facts: facts(of: representative.person) + [
                        Fact(say("Machtiging", "Authority"), say.authority(representative.authority))
                    ])
            }
        }.html
    }

    private func facts(of person: Person) -> [Fact] {
        var facts = [Fact(say("Naam", "Name"), person.name)]
        if let organisation = person.organisation { facts.append(Fact(say("Organisatie", "Organisation"), organisation)) }
        if let number = person.customerNumber { facts.append(Fact(say("Klantnummer", "Customer number"), number)) }
        if let phone = person.phone { facts.append(Fact(say("Telefoon", "Phone"), a(.href("tel:\(phone.e164)")) { phone.display })) }
        if let email = person.email { facts.append(Fact(say("E-mail", "E-mail"), email.text)) }
        if let address = person.address { facts.append(Fact(say("Adres", "Address"), span(.class("pre")) { address })) }
        if let preferred = person.preferredContact { facts.append(Fact(say("Hoort graag per", "Prefers"), say.means(preferred))) }
        if person.language != .dutch { facts.append(Fact(say("Taal", "Language"), say("Engels", "English"))) }
        return facts
    }

    private var nature: HTML {
        FactGroup(say("Aard en ernst", "Nature and severity")) {
            FactList(facts: natureFacts)
        }.html
    }

    private var natureFacts: [Fact] {
        var facts = [
            Fact(say("Aard", "Nature"), complaint.nature.map { desk.nature($0) } ?? say("nog niet bepaald", "not determined yet")),
            Fact(say("Ernst", "Severity"), severity), Fact(say("Kanaal", "Channel"), say.channel(complaint.channel)),
            Fact(
                say("Ontvangen", "Received"),
                DateWords.brief(desk.calendar.zone.moment(at: complaint.receivedAt), desk.language, today: desk.now.day)),
        ]
        if complaint.isConfidential { facts.append(Fact(say("Inzage", "Access"), say("vertrouwelijk", "confidential"))) }
        // What was investigated stands by itself; the solution can name another.
        if let cause = complaint.cause, cause != complaint.investigation.flatMap({ $0.root ?? $0.direct }) {
            facts.append(Fact(say("Oorzaak", "Cause"), desk.cause(cause)))
        }
        if let amount = complaint.remedy?.amount {
            facts.append(Fact(say("Tegemoetkoming", "Remedy"), DateWords.money(amount, desk.language)))
        }
        for grievance in complaint.grievances where complaint.grievances.count > 1 || grievance.finding != nil {
            let words = [grievance.text?.text, grievance.finding.map { say.finding($0) }].compactMap(\.self).joined(separator: ": ")
            facts.append(
                Fact(
                    complaint.grievances.count == 1 ? say("Oordeel", "Finding") : say("Punt \(grievance.id)", "Point \(grievance.id)"),
                    words))
        }
        return facts
    }

    private var severity: String {
        ([say.severity(complaint.severity)] + complaint.severityReasons.map { say.reason($0) }.sorted()).joined(separator: ", ")
    }

    private var people: HTML {
        FactGroup(say("Behandeling", "Handling")) {
            FactList(
                facts: [
                    Fact(say("Behandelaar", "Handler"), (desk.name(of: complaint.handler) ?? say("nog niemand", "nobody yet")) + standIn)
                ]
                    + consultations)
        }.html
    }

    private var standIn: String { complaint.isStandIn(desk.actor) ? say(" (afwezig: u neemt waar)", " (away: you stand in)") : "" }

    private var consultations: [Fact] {
        complaint.consultations.map { consultation in
            let due = DateWords.brief(consultation.due, desk.language, today: desk.now.day)
            let state =
                consultation.isOpen
                ? say("bijdrage gevraagd, uiterlijk \(due)", "contribution asked, by \(due)") : say("droeg bij", "contributed")
            let refused = file.questionsRefused[consultation.id].map {
                say("; de mail kwam niet aan: \(say.sendingReason($0))", "; the mail did not arrive: \(say.sendingReason($0))")
            }
            return Fact(desk.name(of: consultation.colleague) ?? "", state + (refused ?? ""))
        }
    }

    /// What was learnt from it.
    private var measures: HTML {
        let shown = file.measures.filter { MeasurePermissions.sees(desk.actor, owner: $0.owner) }
        let mayRaise = MeasurePermissions.allows(.raise, desk.actor, owner: nil)
        if shown.isEmpty, !mayRaise { return HTML() }
        return FactGroup(say("Maatregelen", "Measures")) {
            if !shown.isEmpty {
                ul(.class("attached")) {
                    for measure in shown {
                        li {
                            Link(measure.title ?? say("(gewist)", "(erased)"), to: Paths.measure(measure.id))
                            span(.class("muted")) { " \(say.measurePhase(measure.phase))" }
                        }
                    }
                }
            }
            if mayRaise { p { Link(say("Neem een maatregel", "Take a measure"), to: Paths.newMeasure(from: complaint.number)) } }
        }.html
    }

    private var documents: HTML {
        FactGroup(say("Bestanden", "Documents")) {
            if complaint.documents.isEmpty {
                p(.class("muted")) { say("Nog geen bestanden.", "No documents yet.") }
            } else {
                ul(.class("attached")) {
                    for (index, document) in complaint.documents.enumerated() {
                        li { Link(document.name.text ?? say("(gewist)", "(erased)"), to: Paths.document(index + 1, complaint.number)) }
                    }
                }
            }
            if possible.contains(.attach) { upload }
        }.html
    }

    private var upload: HTML {
        let fields = ActFields(act: .attach, typed: typed, say: say)
        return details(.class("inner"), .open(fields.isReturned)) {
            summary { say("Voeg een bestand toe", "Add a file") }
            desk.form(to: Paths.act(Act.attach.rawValue, complaint.number), isUpload: true) {
                FileField(field: fields.field("file", say("Bestand (hoogstens 25 MB)", "File (at most 25 MB)")))
                actions { Button(say("Voeg toe", "Add")) }
            }
        }
    }
}

extension String {
    /// With a capital first letter, to begin a line.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
