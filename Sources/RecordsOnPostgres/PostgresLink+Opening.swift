import CLibPQ
import Foundation
import Records

extension PostgresLink {
    /// What a connection is for: how long it may wait and work.
    enum Use {
        case work
        /// Migrations and rebuilding take as long as they take.
        case maintenance

        private static let ofOneMoment =
            "SET default_transaction_isolation = 'repeatable read'; SET default_transaction_read_only = on"

        /// Statements are short and written to be carried out step by step, each by an index, as SQLite does: then joins that read all of
        /// a table first, and more processes for one statement, cost more than they save. What is often read is in memory, where no place is further than another.
        /// So a statement is planned once on each connection, for any values: planning takes longer than carrying out.
        ///
        /// What is not begun as a write is of one moment, and changes nothing: so a read needs no words around it.
        var settings: String {
            let limit = self == .work ? "60s" : "0"
            let patience = self == .work ? "10s" : "0"
            return """
                SET client_encoding = 'UTF8'; SET timezone = 'UTC'; SET statement_timeout = '\(limit)'; SET lock_timeout = '\(patience)';
                SET idle_in_transaction_session_timeout = '\(limit)'; SET client_min_messages = warning;
                SET standard_conforming_strings = on; SET bytea_output = hex; SET jit = off;
                SET max_parallel_workers_per_gather = 0; SET random_page_cost = 1.1; SET enable_hashjoin = off; SET enable_mergejoin = off;
                SET plan_cache_mode = force_generic_plan\(self == .work ? "; \(Self.ofOneMoment)" : "")
                """
        }
    }

    private static let oldestVersion: Int32 = 150_000
    /// How long connecting may take, in seconds.
    private static let patience: TimeInterval = 10

    /// Connects, sets the connection, and looks whether the server keeps what it acknowledges. Throws `PostgresRefusal`.
    static func open(_ address: PostgresAddress, for use: Use = .work) throws -> PostgresLink {
        PostgresLink(try openHandle(address, for: use))
    }

    /// The same, for whoever does without a pipeline; to be ended by `PQfinish`.
    static func openHandle(_ address: PostgresAddress, for use: Use) throws -> OpaquePointer {
        // What the address says itself comes later and wins.
        let keywords = ["application_name", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout", "dbname"]
        let values = ["gehoor", "10", "5", "3", "20000", address.url]
        guard let handle = start(keywords, values) else { throw PostgresRefusal.gone(address.shown, "no memory") }
        do {
            PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
            PQsetNoticeProcessor(handle, { _, _ in }, nil)
            try wait(for: handle, at: address)
            try prove(handle, use)
        } catch {
            PQfinish(handle)
            throw error
        }
        return handle
    }

    private static func start(_ keywords: [String], _ values: [String]) -> OpaquePointer? {
        let keys = keywords.map { strdup($0) }
        let texts = values.map { strdup($0) }
        defer { for text in keys + texts { free(text) } }
        var keyPointers = keys.map { UnsafePointer<CChar>($0) } + [nil]
        var textPointers = texts.map { UnsafePointer<CChar>($0) } + [nil]
        return PQconnectStartParams(&keyPointers, &textPointers, 1)
    }

    private static func wait(for handle: OpaquePointer, at address: PostgresAddress) throws {
        let deadline = Date(timeIntervalSinceNow: patience)
        var wanted = PGRES_POLLING_WRITING
        if PQstatus(handle) == CONNECTION_BAD { throw refusal(of: handle, at: address) }
        while wanted != PGRES_POLLING_OK {
            let left = deadline.timeIntervalSinceNow
            if left <= 0 { throw PostgresRefusal.gone(address.shown, "no answer within \(Int(patience)) seconds") }
            var place = pollfd(
                fd: PQsocket(handle), events: Int16(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT), revents: 0)
            if poll(&place, 1, Int32(left * 1000)) == 0 { continue }
            wanted = PQconnectPoll(handle)
            if wanted == PGRES_POLLING_FAILED { throw refusal(of: handle, at: address) }
        }
    }

    /// What the server said before it let us in. `FATAL:  28P01: password authentication failed …`
    private static func refusal(of handle: OpaquePointer, at address: PostgresAddress) -> PostgresRefusal {
        let message = address.cleaned(PQerrorMessage(handle).map { String(cString: $0) } ?? "")
        let code = message.range(of: "FATAL:  ").map { String(message[$0.upperBound...].prefix(5)) } ?? ""
        // The code, and where in the server's source it was said, are for programs.
        var words = message.replacingOccurrences(of: "\(code): ", with: "")
        if let place = words.range(of: " LOCATION:") { words = String(words[..<place.lowerBound]) }
        switch code {
        case "28P01": return .wrongCredentials(address.shown)
        case "3D000": return .noDatabase(address.shown)
        case "28000", "42501": return .notAdmitted(address.shown, words)
        default: return words.contains("no password supplied") ? .wrongCredentials(address.shown) : .gone(address.shown, words)
        }
    }

    private static func prove(_ handle: OpaquePointer, _ use: Use) throws {
        let version = PQserverVersion(handle)
        if version < oldestVersion { throw PostgresRefusal.tooOld("\(version / 10_000).\(version % 10_000)") }
        let encoding = PQparameterStatus(handle, "server_encoding").map { String(cString: $0) } ?? ""
        if encoding != "UTF8" { throw PostgresRefusal.notUTF8(encoding) }
        let set = PostgresResult(PQexec(handle, use.settings))
        guard set.status == PGRES_COMMAND_OK else { throw PostgresRefusal.notOurs("its settings can't be made") }
        let names = ["fsync", "full_page_writes", "synchronous_commit"]
        let found = PostgresResult(PQexec(handle, "SELECT \(names.map { "current_setting('\($0)')" }.joined(separator: ", "))"))
        for (column, name) in zip(Int32(0)..., names) {
            let value = PQgetvalue(found.pointer, 0, column).map { String(cString: $0) } ?? ""
            if value == "off" || value.isEmpty { throw PostgresRefusal.unsafe(setting: name, value: value) }
        }
    }
}
