import Synchronization

/// What came to light during a request, for whoever stands around it and only holds the visit as it began.
final class VisitMemory: Sendable {
    private struct State {
        var person: SignedInPerson?
        var sent: (form: SubmittedForm, path: String)?
    }

    private let state = Mutex(State())

    /// Who turned out to be signed in.
    var person: SignedInPerson? { state.withLock { $0.person } }
    /// The form that was sent, and where to.
    var sent: (form: SubmittedForm, path: String)? { state.withLock { $0.sent } }

    func note(_ person: SignedInPerson) { state.withLock { $0.person = person } }
    func note(_ form: SubmittedForm, sentTo path: String) { state.withLock { $0.sent = (form, path) } }
}
