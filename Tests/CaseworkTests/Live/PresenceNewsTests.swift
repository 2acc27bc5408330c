import Casework
import Complaints
import Testing

/// What nodes tell each other of who has which file open.
@Suite struct PresenceNewsTests {
    /// A node, and what it knows.
    private struct Node {
        let presence = Presence()
        let news: PresenceNews

        init(_ name: String) { news = PresenceNews(presence, as: name) }

        func open(_ file: Int64, by staff: Int64) { presence.arrive(StaffID(staff), at: ComplaintID(file), as: "\(file)-\(staff)") }
        func close(_ file: Int64, by staff: Int64) { presence.leave(ComplaintID(file), as: "\(file)-\(staff)") }
        func people(at file: Int64) -> Set<Int64> { Set(presence.people(at: ComplaintID(file)).map(\.value)) }
    }

    private let here = Node("a1")
    private let there = Node("b2")
    private let start = ContinuousClock.now

    @discardableResult
    private func tell(from one: Node, to other: Node, after seconds: Int = 0) -> Int {
        let texts = one.news.texts(at: start + .seconds(seconds))
        for text in texts { other.news.hear(text, at: start + .seconds(seconds)) }
        return texts.count
    }

    @Test func `who opens a file on the one node is known on the other, and no longer when it is closed`() {
        here.open(7, by: 1)
        #expect(tell(from: here, to: there) == 1)
        #expect(there.people(at: 7) == [1] && there.people(at: 8) == [])
        there.open(7, by: 2)
        tell(from: there, to: here)
        #expect(here.people(at: 7) == [1, 2] && there.people(at: 7) == [1, 2])
        here.close(7, by: 1)
        tell(from: here, to: there)
        #expect(there.people(at: 7) == [2])
    }

    @Test func `what did not change is said again only now and then`() {
        here.open(7, by: 1)
        #expect(tell(from: here, to: there) == 1)
        #expect(tell(from: here, to: there, after: 5) == 0)
        let stamp = there.presence.stamp
        #expect(tell(from: here, to: there, after: 11) == 1)
        #expect(there.presence.stamp == stamp, "nothing has changed")
        here.close(7, by: 1)
        #expect(tell(from: here, to: there, after: 12) == 1)
        #expect(tell(from: here, to: there, after: 60) == 0, "an empty node has nothing to say")
    }

    @Test func `a node that comes later asks, and is told at once`() {
        here.open(7, by: 1)
        tell(from: here, to: Node("c3"))
        #expect(tell(from: here, to: there, after: 1) == 0)
        here.news.hear(there.news.opening)
        #expect(tell(from: here, to: there, after: 2) == 1)
        #expect(there.people(at: 7) == [1])
    }

    @Test func `a node that died is forgotten after a while, one that says goodbye at once`() {
        here.open(7, by: 1)
        tell(from: here, to: there)
        _ = there.news.texts(at: start + .seconds(20))
        #expect(there.people(at: 7) == [1])
        _ = there.news.texts(at: start + .seconds(26))
        #expect(there.people(at: 7) == [])
        tell(from: here, to: there, after: 40)
        #expect(there.people(at: 7) == [1])
        there.news.hear(here.news.farewell)
        #expect(there.people(at: 7) == [])
    }

    @Test func `many places go in several texts that PostgreSQL carries, and count when all have come`() {
        for file in 1...1000 { here.open(.max - Int64(file), by: .max) }
        let texts = here.news.texts()
        #expect(texts.count > 1 && texts.allSatisfy { $0.utf8.count < 8000 })
        for text in texts.dropLast() { there.news.hear(text) }
        #expect(there.people(at: .max - 1) == [])
        there.news.hear(texts[texts.count - 1])
        #expect((1...1000).allSatisfy { there.people(at: .max - $0) == [.max] })
    }

    @Test(arguments: [
        "", "b2", "b2 1", "b2 1 0/0", "b2 1 2/1 7:1", "b2 1 1/1 7:x x:1 7 :", "b2 1 -1/1 7:1", "b2 1 1/9223372036854775808 7:1",
    ])
    func `what can't be read is passed over`(text: String) {
        here.news.hear(text)
        #expect(here.people(at: 7) == [])
    }

    @Test func `its own words tell a node nothing`() {
        here.open(7, by: 1)
        tell(from: here, to: here)
        here.close(7, by: 1)
        #expect(here.people(at: 7) == [])
    }
}
