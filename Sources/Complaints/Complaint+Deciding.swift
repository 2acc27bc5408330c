extension Complaint {
    /// What happens when this is asked: the one question every door asks before anything is written.
    ///
    /// - Parameter seen: the sequence that the author had in view, where acting on an older one would be wrong.
    /// - Returns: what happens, in order; never nothing.
    /// - Throws: the refusal, of which `notThere` and `notAllowed` look alike from outside.
    package func decide(
        _ command: ComplaintCommand, by actor: Actor, seen: Int? = nil, at moment: Moment, with facts: Facts
    ) throws(Refusal) -> [Occurrence] {
        try permit(command.act, by: actor, with: facts)
        if let seen, seen != sequence { throw .movedOn(seen: seen, now: sequence) }
        return movingClocks(with: try answer(to: command, by: actor, at: moment, with: facts), by: actor, at: moment, facts)
    }

    private func answer(
        to command: ComplaintCommand, by actor: Actor, at moment: Moment, with facts: Facts
    ) throws(Refusal) -> [Occurrence] {
        switch command {
        case .correct(let input): return try correcting(input, at: moment, with: facts)
        case .classify(let input): return try classifying(input, with: facts)
        case .assign(let handler, let reason): return try assigning(to: handler, reason, by: actor, with: facts)
        case .accept: return [Occurrence(.accepted)]
        case .return(let reason): return try returning(reason)
        case .contact(let outcome, let at, let note): return try contacting(outcome, at: at, note: note, now: moment, with: facts)
        case .note(let text): return try noting(text)
        case .ask(let text, let day): return [Occurrence(.asked(try message(text)), promises: try promised(day, at: moment, with: facts))]
        case .receiveAnswer(let text, let channel): return try receivingAnswer(text, through: channel)
        case .consult(let colleague, let question, let due):
            return try consulting(colleague, question, due: due, by: actor, at: moment, with: facts)
        case .contribute(let id, let text): return try contributing(to: id, text, by: actor)
        case .propose(let text, let day):
            return [Occurrence(.proposed(try message(text)), promises: try promised(day, at: moment, with: facts))]
        case .answer(let text, let day):
            // Nobody watches over a promise in what has come to its end.
            if day != nil, Phase.ended.contains(phase) { throw .notNow(.promise, phase, called: facts.procedure.name(of: phase)) }
            return [Occurrence(.answered(try message(text)), promises: try promised(day, at: moment, with: facts))]
        case .resolve(let input): return try resolving(input, by: actor, at: moment, with: facts)
        case .close: return try closing(at: moment, with: facts)
        case .reopen(let reason): return try requestingReopening(reason, by: actor, at: moment, with: facts)
        case .rate(let input): return try rating(input, at: moment, with: facts)
        case .decideReopening(let granted, let reason): return try decidingReopening(granted, reason, by: actor, at: moment, with: facts)
        case .withdraw(let reason): return try withdrawing(reason, by: actor)
        case .investigate(let input): return try investigating(input, with: facts)
        case .refer(let to, let reason): return try referring(to: to, reason)
        case .duplicate(let other): return try markingDuplicate(of: other, with: facts)
        case .notDuplicate: return [Occurrence(.unmarkedDuplicate, promises: restoringPromises())]
        case .attach(let document): return [Occurrence(.attached(document))]
        case .informed(let letter, let means, let at): return try informing(letter, by: means, at: at, now: moment, with: facts)
        case .extend(let ordinal, let more, let reason): return try extending(ordinal, by: more, reason, at: moment, with: facts)
        case .promise(let text, let due): return try promising(text, due: due, at: moment, with: facts)
        case .keepPromise(let ordinal, let at, let note): return try keeping(ordinal, at: at, note: note, now: moment, with: facts)
        case .movePromise(let ordinal, let day, let reason): return try moving(ordinal, to: day, reason, at: moment, with: facts)
        case .dropPromise(let ordinal, let reason): return try dropping(ordinal, reason, at: moment)
        case .undo(let sequence): return try undoing(sequence, by: actor, at: moment, with: facts)
        }
    }

    /// Refuses what this actor may not do to this complaint, or what can't be done now.
    func permit(_ act: Act, by actor: Actor, with facts: Facts) throws(Refusal) {
        // An act may have hidden the file from who did it: that too can be undone, and each refusal to has a name.
        if act == .undo, isAuthor(actor) { return }
        guard isVisible(to: actor) || isAsked(of: actor) else { throw .notThere }
        if act == .undo { return }
        let isOnlyJudge =
            act == .decideReopening && !hasOtherJudge(among: Array(facts.colleagues.values), under: facts.procedure)
        guard isAllowed(act, to: standings(of: actor), under: facts.procedure, isOnlyJudge: isOnlyJudge) else {
            throw .notAllowed(act)
        }
        guard isPossible(act) else { throw .notNow(act, phase, called: facts.procedure.name(of: phase)) }
        try requireWay(for: act, by: actor, under: facts.procedure)
    }

    /// A text that an act can't do without.
    ///
    /// - Parameter isQuoted: words of somebody else, taken as they came.
    func passage(_ raw: String, _ field: String = "text", limit: Int = Complaint.longestText, isQuoted: Bool = false) throws(Refusal)
        -> Passage
    {
        var check = FieldCheck()
        let text = check.prose(raw, at: field, limit: limit, required: true, isQuoted: isQuoted)
        try check.finish()
        return Passage(text ?? "")
    }

    /// What goes to a customer as it is: nothing in it may wait for somebody to fill it in.
    func message(_ raw: String) throws(Refusal) -> Passage {
        let text = try passage(raw)
        if text.text?.contains("{{?") == true { throw .invalid([FieldProblem("text", .unfilled)]) }
        return text
    }

    /// The longest note, question, answer or reason, in Unicode scalars.
    package static let longestText = 20_000
    /// The longest story, in Unicode scalars.
    package static let longestStory = 10_000
}
