import CLibPQ
import Foundation
import Records

/// One connection, used by one thread at a time. Statements are sent in a pipeline: those whose answer nobody waits for go along with the
/// next one that somebody does, so that a transaction costs as many waits as it asks questions.
final class PostgresLink {
    private enum Sent {
        case preparation(Prepared)
        case statement
        /// Whose answer is asked for later.
        case question(Question)
        /// The statement that tells by which number the transaction can be looked up afterwards.
        case mark
        case sync
    }

    /// A statement that the server knows by name.
    private final class Prepared {
        let name: String
        let values: Int
        var isReady = false

        init(name: String, values: Int) { (self.name, self.values) = (name, values) }
    }

    private struct Question: Hashable {
        let sql: String
        let values: [SQLValue]
    }

    private static let mostPrepared = 500
    private static let mostSent = 100

    let handle: OpaquePointer
    private var prepared: [String: Prepared] = [:]
    private var order: [String] = []
    private var names = 0
    private var sent: [Sent] = []
    private var hasTakenSync = false
    /// Questions that were sent ahead, with their answers as far as these came.
    private var foreseen: [Question: PostgresResult?] = [:]
    /// Whether all is seen as of one moment: then an answer stays true, however often it is asked for.
    private var isOfOneMoment = false
    /// What went wrong first since the last `begin`.
    private(set) var ending: PostgresFault?
    /// What the transaction that is open can be looked up by.
    private(set) var mark: WriteMark?
    private let name = UUID().uuidString
    /// Where each wait is counted.
    var waits: WaitCount?
    private var hasSweptMarks = false

    /// Takes a connection over that is open and idle.
    init(_ handle: OpaquePointer) {
        self.handle = handle
        PQenterPipelineMode(handle)
    }

    deinit { PQfinish(handle) }

    var isBroken: Bool { PQstatus(handle) != CONNECTION_OK || ending?.isLoss == true }

    /// A read begins, of the moment at which the first statement is carried out: what is sent before `leave` is one transaction.
    func beginReading() throws {
        try forget()
        isOfOneMoment = true
        mark = nil
    }

    /// A new transaction begins: what went wrong in the one before is forgotten.
    func begin(_ sql: String, isMarked: Bool) throws {
        try forget()
        isOfOneMoment = false
        mark = nil
        try post(sql, [])
        guard isMarked else { return }
        if !hasSweptMarks { try post(WriteMark.sweep, []) }
        hasSweptMarks = true
        try post(WriteMark.note, [.text(name)], as: .mark)
    }

    /// Between two transactions: takes in what is left of the one before, and forgets what went wrong in it.
    func forget() throws {
        ending = nil
        // Also what comes in only now: it was true of the one before.
        defer { foreseen = [:] }
        if sent.isEmpty { return }
        do {
            _ = try collect()
        } catch {
            if isBroken { throw error }
            ending = nil
        }
    }

    /// Sends a statement whose answer nobody waits for. What is wrong with it, the next to wait is told.
    func post(_ sql: String, _ values: [SQLValue]) throws { try post(sql, values, as: .statement) }

    /// Sends a question that is going to be asked next.
    func foresee(_ sql: String, _ values: [SQLValue]) throws {
        let question = Question(sql: sql, values: values)
        if foreseen.keys.contains(question) { return }
        try post(sql, values, as: .question(question))
        foreseen[question] = .some(nil)
    }

    /// Sends a statement and waits for its answer, and for those before it.
    func ask(_ sql: String, _ values: [SQLValue]) throws -> PostgresResult {
        if !foreseen.isEmpty {
            let question = Question(sql: sql, values: values)
            if case .some(nil) = foreseen[question] { try catchUp() }
            if case .some(let answer?) = foreseen[question] {
                if !isOfOneMoment { foreseen[question] = nil }
                return answer
            }
        }
        // What went wrong ended the transaction; what comes after it would be of another moment.
        if isOfOneMoment, let ending { throw ending.fault }
        try post(sql, values)
        waits?.note()
        guard PQsendFlushRequest(handle) == 1 else { throw lost() }
        return try collect()
    }

    /// Waits for the answers to what was sent.
    func catchUp() throws {
        waits?.note()
        guard PQsendFlushRequest(handle) == 1 else { throw lost() }
        _ = try collect()
    }

    /// Sends a statement that ends a transaction, and waits.
    func finish(_ sql: String) throws -> PostgresResult {
        try post(sql, [])
        waits?.note()
        try synchronise()
        return try collect()
    }

    /// Sends a statement that ends a transaction which changed nothing, or only that a read has ended, and does not wait.
    func leave(_ sql: String? = nil) {
        if let sql, (try? post(sql, [])) == nil { return }
        guard (try? synchronise()) != nil else { return }
        PQflush(handle)
    }

    /// Several statements without values, outside the pipeline.
    func script(_ sql: String) throws {
        try synchronise()
        _ = try collect()
        guard PQexitPipelineMode(handle) == 1 else { throw lost() }
        let result = PostgresResult(PQexec(handle, sql))
        let isDone = result.status == PGRES_COMMAND_OK || result.status == PGRES_TUPLES_OK || result.status == PGRES_EMPTY_QUERY
        let fault = isDone ? nil : note(PQstatus(handle) == CONNECTION_OK ? PostgresFault(result.pointer) : PostgresFault(lost: reason))
        PQenterPipelineMode(handle)
        if let fault { throw fault.fault }
        if result.tag == "ROLLBACK", sql == "COMMIT" { throw ending?.fault ?? DatabaseFault.other(code: 25, "the transaction was undone") }
    }
}

extension PostgresLink {
    private func post(_ sql: String, _ values: [SQLValue], as kind: Sent) throws {
        // A server that sends answers which nobody takes would stop listening.
        if sent.count >= Self.mostSent {
            guard PQsendFlushRequest(handle) == 1 else { throw lost() }
            _ = try collect()
        }
        let statement = try prepared(sql)
        guard statement.values == values.count else {
            throw DatabaseFault.other(code: 26, "\(statement.values) placeholders, \(values.count) values")
        }
        let packed = try PackedValues(values)
        let isSent = packed.lend { pointers, lengths, formats in
            PQsendQueryPrepared(handle, statement.name, Int32(packed.count), pointers, lengths, formats, 1)
        }
        guard isSent == 1 else { throw lost() }
        sent.append(kind)
    }

    private func prepared(_ sql: String) throws -> Prepared {
        if let known = prepared[sql] { return known }
        if order.count >= Self.mostPrepared { try forgetOldest() }
        let (text, count) = Placeholders.numbered(sql)
        names += 1
        let statement = Prepared(name: "s\(names)", values: count)
        guard PQsendPrepare(handle, statement.name, text, 0, nil) == 1 else { throw lost() }
        sent.append(.preparation(statement))
        prepared[sql] = statement
        order.append(sql)
        return statement
    }

    private func forgetOldest() throws {
        let sql = order.removeFirst()
        guard let statement = prepared.removeValue(forKey: sql), statement.isReady else { return }
        guard PQsendQueryParams(handle, "DEALLOCATE \(statement.name)", 0, nil, nil, nil, nil, 1) == 1 else { throw lost() }
        sent.append(.statement)
    }

    private func synchronise() throws {
        guard PQpipelineSync(handle) == 1 else { throw lost() }
        sent.append(.sync)
    }

    /// Takes in the answers to all that was sent; the last statement's. After a refusal the server passes over everything up to the next
    /// point where both agree to go on.
    private func collect() throws -> PostgresResult {
        var last = PostgresResult(nil)
        var refusal: PostgresFault?
        var index = 0
        while index < sent.count {
            if PQstatus(handle) != CONNECTION_OK { throw lost() }
            let kind = sent[index]
            index += 1
            if case .sync = kind {
                try takeSync()
                continue
            }
            let result = PostgresResult(PQgetResult(handle))
            switch result.status {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK: note(kind, result, &last)
            case PGRES_PIPELINE_ABORTED: break
            default:
                if PQstatus(handle) != CONNECTION_OK { throw lost() }
                let fault = PostgresFault(result.pointer)
                if fault.isLoss { throw lost(fault) }
                refusal = refusal ?? note(fault)
            }
            takeEnd()
            if refusal != nil, !sent[index...].contains(where: { if case .sync = $0 { true } else { false } }) { try synchronise() }
        }
        hasTakenSync = false
        sent = []
        if let refusal {
            forgetUnready()
            throw refusal.fault
        }
        return last
    }

    /// What ends the answers to one statement. After a refusal libpq may leave it out and go on to the point where both agree.
    private func takeEnd() {
        while let more = PQgetResult(handle) {
            defer { PQclear(more) }
            if PQresultStatus(more) == PGRES_PIPELINE_SYNC {
                hasTakenSync = true
                return
            }
        }
    }

    private func takeSync() throws {
        if hasTakenSync {
            hasTakenSync = false
            return
        }
        let result = PostgresResult(PQgetResult(handle))
        if result.status != PGRES_PIPELINE_SYNC { throw lost() }
    }

    private func note(_ kind: Sent, _ result: PostgresResult, _ last: inout PostgresResult) {
        switch kind {
        case .preparation(let statement): statement.isReady = true
        case .mark: mark = PostgresRow(result).optionalText(0).map { WriteMark(connection: name, transaction: $0) }
        case .question(let question): foreseen[question] = result
        case .statement, .sync: last = result
        }
    }

    @discardableResult
    private func note(_ fault: PostgresFault) -> PostgresFault {
        if ending == nil { ending = fault }
        return ending ?? fault
    }

    private func forgetUnready() {
        order.removeAll { sql in
            guard prepared[sql]?.isReady == false else { return false }
            prepared[sql] = nil
            return true
        }
    }

    private var reason: String {
        let message = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
        return message.contains("timeout") ? "no answer in time" : "the connection was lost"
    }

    private func lost(_ fault: PostgresFault? = nil) -> DatabaseFault {
        sent = []
        let fault = fault ?? PostgresFault(lost: reason)
        if ending?.isLoss != true { ending = fault }
        return fault.fault
    }
}
