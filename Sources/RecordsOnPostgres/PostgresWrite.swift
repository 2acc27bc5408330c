import Foundation
import Records

/// One write, from the first attempt to the answer.
///
/// ## Isolation
/// Writes run READ COMMITTED, each statement seeing what was committed before it, and take hold of what they decide upon first:
/// * whatever changes a complaint holds its row (`complaintToChange`), and so with a measure (`measureToChange`): decisions about one come
///   one after another, on every node; should one ever forget, the journal's key (stream, its key, sequence) refuses the second;
/// * a draft is read and written while its complaint's row is held, or its author's where it is about none yet;
/// * whoever marks a duplicate holds every complaint of the chain that he looks at, so that no two can close a ring;
/// * whatever decides upon a member of staff holds that member's row, and changes to who administers hold all of them: of two who take
///   each other's role the second is refused, and no session outlives the password that it was opened with;
/// * numbers, addresses, request keys, versions of settings, seals and what was taken over are unique keys: the second to write one is
///   refused, and its write looks a second time, when it finds what the first one wrote.
///
/// Nothing else that is written rests on what another complaint or another member of staff is; the room for waiting files may be
/// exceeded by as many files as come in one moment. SERIALIZABLE would need none of this, and would make complaints that have nothing in
/// common but a page of an index fail each other; REPEATABLE READ would fail whoever learns a word at the same moment as another.
///
/// Rows held twice in another order are a deadlock: PostgreSQL ends one of the two, which runs once more. The caller hears nothing of it.
///
/// ## In doubt
/// When the connection is lost after COMMIT was sent, nobody here knows whether it was kept. The server does: see `WriteMark`.
struct PostgresWrite<T> {
    /// So often at most a write begins again because of others.
    private static var mostAttempts: Int { 12 }

    private enum Outcome {
        case kept(T)
        case refused(any Error)
        case again(PostgresFault)
        case doubtful(T, mark: WriteMark)
    }

    let lane: Lane
    let known: KnownWords
    let body: (Transaction) throws -> T

    func run() throws -> T {
        var attempts = 0
        var doublings = 0
        while true {
            switch attempt(on: try lane.connected()) {
            case .kept(let answer): return answer
            case .refused(let error): throw error
            case .doubtful(let answer, let mark):
                lane.close()
                if try settle(mark) { return answer }
            case .again(let fault):
                attempts += 1
                if fault.isLoss { lane.close() }
                if fault.isDoubling { doublings += 1 }
                if attempts >= Self.mostAttempts || doublings > 1 { throw fault.fault }
                if fault.isContention { Thread.sleep(forTimeInterval: Double.random(in: 0...0.01) * Double(attempts)) }
            }
        }
    }

    private func attempt(on link: PostgresLink) -> Outcome {
        let answer: T
        let words: [String]
        do {
            try link.begin("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", isMarked: true)
            let connection = PostgresConnection(link, knowing: known, isWriting: true)
            answer = try body(Transaction(connection: connection))
            words = try connection.writeSearchChanges()
            if let swallowed = link.ending { throw swallowed.fault }
            // Nobody asked anything yet: without its number nobody could look the transaction up.
            if link.mark == nil { try link.catchUp() }
        } catch {
            link.leave("ROLLBACK")
            return verdict(error, of: link)
        }
        do {
            let result = try link.finish("COMMIT")
            if result.tag == "ROLLBACK" { return verdict(DatabaseFault.other(code: 25, "the transaction was undone"), of: link) }
            known.note(words)
            return .kept(answer)
        } catch {
            if link.ending?.isLoss == true, let mark = link.mark { return .doubtful(answer, mark: mark) }
            // What was refused before the commit leaves the transaction open.
            link.leave("ROLLBACK")
            return verdict(error, of: link)
        }
    }

    /// What the server's fault means for the write, whatever the body made of it. A doubled key is the body's to explain.
    private func verdict(_ error: any Error, of link: PostgresLink) -> Outcome {
        guard let fault = link.ending else { return .refused(error) }
        if fault.isLoss || fault.isContention { return .again(fault) }
        if fault.isDoubling, error is DatabaseFault { return .again(fault) }
        return .refused(error)
    }

    /// Whether the transaction was kept. Throws `DatabaseFault.inDoubt` when the server can't tell in time.
    private func settle(_ mark: WriteMark) throws -> Bool {
        for _ in 0..<100 {
            do {
                switch try mark.fate(on: try lane.connected()) {
                case .kept: return true
                case .undone: return false
                case .underWay: Thread.sleep(forTimeInterval: 0.1)
                case .unknown: throw DatabaseFault.inDoubt
                }
            } catch {
                lane.close()
                guard case DatabaseFault.unreachable = error else { throw DatabaseFault.inDoubt }
                Thread.sleep(forTimeInterval: 0.3)
            }
        }
        throw DatabaseFault.inDoubt
    }
}
