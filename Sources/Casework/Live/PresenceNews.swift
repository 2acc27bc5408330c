import Complaints
import Synchronization

/// What nodes tell each other of who has which file open: each says all that it has, when that changes and now and then, so that what was
/// missed costs nothing; who is silent for too long is gone. In short texts of letters, digits, `:`, `/`, `?` and blanks.
package final class PresenceNews: Sendable {
    /// So often it is said again that somebody is here.
    private static let interval = Duration.seconds(10)
    /// Of whom nothing was heard for so long, nothing is known any more.
    private static let patience = Duration.seconds(25)
    /// PostgreSQL carries texts of fewer than 8,000 bytes; a place takes at most 41.
    private static let mostPlaces = 180
    private static let question = "?"

    private struct Node {
        var heardAt: ContinuousClock.Instant
        /// What is said in several texts counts when all have come.
        var turn = ""
        var parts: [Int: Set<Presence.Place>] = [:]
    }

    private struct State {
        var said: Set<Presence.Place> = []
        var saidAt: ContinuousClock.Instant?
        var turn = 0
        /// Somebody came who heard nothing yet.
        var isAsked = false
        var nodes: [String: Node] = [:]
    }

    private let presence: Presence
    private let name: String
    private let state = Mutex(State())

    /// - Parameter name: letters and digits by which no other node is called.
    package init(_ presence: Presence, as name: String = String(UInt64.random(in: .min ... .max), radix: 36)) {
        (self.presence, self.name) = (presence, name)
    }

    /// What to say first, whenever others can be heard (again): the question what they have.
    package var opening: String { "\(name) \(Self.question)" }

    /// What is to be said now; mostly nothing.
    package func texts(at now: ContinuousClock.Instant = .now) -> [String] {
        let here = presence.here
        return state.withLock { state in
            for (node, known) in state.nodes where now - known.heardAt > Self.patience {
                state.nodes[node] = nil
                presence.note([], at: node)
            }
            let isDue = state.saidAt.map { now - $0 >= Self.interval } ?? true
            guard here != state.said || (!here.isEmpty && (isDue || state.isAsked)) else {
                state.isAsked = false
                return []
            }
            (state.said, state.saidAt, state.isAsked) = (here, now, false)
            state.turn += 1
            return texts(of: here, turn: state.turn)
        }
    }

    /// The last that is said: nobody is here any more.
    package var farewell: String { texts(of: [], turn: 0)[0] }

    private func texts(of places: Set<Presence.Place>, turn: Int) -> [String] {
        let words = places.map { "\($0.file.value):\($0.staff.value)" }.sorted()
        let parts = stride(from: 0, to: max(1, words.count), by: Self.mostPlaces).map {
            words[min($0, words.count)..<min($0 + Self.mostPlaces, words.count)]
        }
        return parts.enumerated().map { number, part in (["\(name) \(turn) \(number + 1)/\(parts.count)"] + part).joined(separator: " ") }
    }

    /// Takes in what another node said; what can't be read is passed over.
    package func hear(_ text: String, at now: ContinuousClock.Instant = .now) {
        let words = text.split(separator: " ").map(String.init)
        guard words.count >= 2, words[0] != name else { return }
        if words[1] == Self.question { return state.withLock { $0.isAsked = true } }
        let numbers = words.count > 2 ? words[2].split(separator: "/").compactMap { Int($0) } : []
        guard numbers.count == 2, numbers[0] >= 1, numbers[0] <= numbers[1] else { return }
        let places = words.dropFirst(3).reduce(into: Set<Presence.Place>()) { places, word in
            let keys = word.split(separator: ":").compactMap { Int64($0) }
            if keys.count == 2 { places.insert(Presence.Place(file: ComplaintID(keys[0]), staff: StaffID(keys[1]))) }
        }
        state.withLock { state in
            var node = state.nodes[words[0]] ?? Node(heardAt: now)
            if node.turn != words[1] { (node.turn, node.parts) = (words[1], [:]) }
            node.parts[numbers[0]] = places
            node.heardAt = now
            state.nodes[words[0]] = node
            if node.parts.count == numbers[1] { presence.note(node.parts.values.reduce(into: []) { $0.formUnion($1) }, at: words[0]) }
        }
    }
}
