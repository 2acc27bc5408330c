import Casework
import Complaints
import NIOCore
import Records
import Synchronization

/// One open page that is told of changes. It holds little: what it is about, what it was told last, and at most a few events that its
/// reader has not taken yet; a reader who takes none is let go, and asks anew.
final class LiveStream: Sendable {
    enum Subject: Hashable, Sendable {
        case file(ComplaintID, seen: Int)
        case list(WorklistQuery)
        case board
    }

    /// What the page knows.
    struct Told: Sendable {
        var isFresh = true
        var sequence = 0
        var company = ""
        var list: [UInt8] = []
    }

    private static let mostWaiting = 16

    let id: Int
    let member: StaffMember
    let session: String
    let subject: Subject
    let events: AsyncStream<ByteBuffer>
    private let outlet: AsyncStream<ByteBuffer>.Continuation
    private let told: Mutex<Told>

    init(id: Int, _ member: StaffMember, session: String, _ subject: Subject) {
        (self.id, self.member, self.session, self.subject) = (id, member, session, subject)
        (events, outlet) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.mostWaiting))
        var told = Told()
        if case .file(_, let seen) = subject { told.sequence = seen }
        self.told = Mutex(told)
    }

    var file: ComplaintID? { if case .file(let id, _) = subject { id } else { nil } }
    var isFresh: Bool { told.withLock { $0.isFresh } }

    /// Changes what the page knows; the answer of `change` tells whether it is to be sent.
    func tell(_ event: @autoclosure () -> ByteBuffer, if change: (inout Told) -> Bool) {
        if told.withLock({ change(&$0) }) { send(event()) }
    }

    func send(_ event: ByteBuffer) {
        if case .dropped = outlet.yield(event) { end() }
    }

    func end() { outlet.finish() }
}

/// Every page that is told of changes.
final class LiveStreams: Sendable {
    private struct State {
        var streams: [Int: LiveStream] = [:]
        var last = 0
        var isClosed = false
    }

    /// Open at once, for one person; and for all, of what connections there can be.
    static let mostOfOne = 12
    static let most = 1000

    private let state = Mutex(State())

    var all: [LiveStream] { state.withLock { Array($0.streams.values) } }
    var count: Int { state.withLock { $0.streams.count } }

    func hasRoom(for staff: StaffID) -> Bool { state.withLock { Self.hasRoom($0, staff) } }

    private static func hasRoom(_ state: State, _ staff: StaffID) -> Bool {
        !state.isClosed && state.streams.count < min(most, EdgeLimits().connectionsThatFit / 2)
            && state.streams.values.count { $0.member.id == staff } < mostOfOne
    }

    /// Nil when there is no room.
    func open(_ member: StaffMember, session: String, _ subject: LiveStream.Subject) -> LiveStream? {
        state.withLock { state in
            guard Self.hasRoom(state, member.id) else { return nil }
            state.last += 1
            let stream = LiveStream(id: state.last, member, session: session, subject)
            state.streams[stream.id] = stream
            return stream
        }
    }

    func close(_ stream: LiveStream) {
        stream.end()
        state.withLock { $0.streams[stream.id] = nil }
    }

    /// Ends those of a session, at once when somebody signs out.
    func end(session: String) {
        let open = state.withLock { $0.streams.values.filter { $0.session == session } }
        for stream in open {
            stream.send(LiveEvent.end)
            stream.end()
        }
    }

    /// Ends all, and takes no more: the server stops.
    func closeAll() {
        let open = state.withLock { state in
            state.isClosed = true
            return Array(state.streams.values)
        }
        for stream in open { stream.end() }
    }
}
