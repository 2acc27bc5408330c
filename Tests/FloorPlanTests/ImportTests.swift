import Testing

struct ImportTests {
    /// What each target may import: see ARCHITECTURE.md, and beside it what the platform gives (files and locks).
    private static let plan: [String: Set<String>] = [
        "Complaints": ["FoundationEssentials"],
        "Analysis": ["RealModule"],
        "Records": ["Complaints", "CMigrations", "Crypto", "Foundation", "Synchronization"],
        "RecordsOnSQLite": ["Records", "GRDB", "GRDBSQLite", "Foundation", "Dispatch", "Synchronization", "Glibc"],
        "RecordsOnPostgres": ["Records", "CLibPQ", "Foundation", "Synchronization"],
        "Archives": ["CArchive", "Foundation"],
        "Dialling": ["CCurl", "Foundation", "Dispatch", "Synchronization"],
        "Mail": ["CGMime", "CGumbo", "Dialling", "Foundation"],
        "Exports": ["CCairo", "CXLSXWriter", "Foundation"],
        "Casework": [
            "Analysis", "Archives", "Complaints", "Dialling", "Exports", "Mail", "Markup", "Records", "Crypto", "CryptoExtras",
            "_CryptoExtras", "Mustache",
            "ServiceLifecycle", "Logging",
            "Foundation",
            "Dispatch",
            "Synchronization", "Yams",
        ],
        "Markup": [],
        "Web": [
            "Analysis", "Complaints", "Dialling", "Exports", "Mail", "Markup", "Records", "Casework", "CAssets", "Hummingbird",
            "HummingbirdCore", "HTTPTypes",
            "NIOCore", "NIOHTTP1",
            "Crypto",
            "Logging", "Foundation", "Synchronization",
        ],
        "Gehoor": [
            "CMimalloc", "Analysis", "Complaints", "Mail", "Records", "RecordsOnPostgres", "RecordsOnSQLite", "Casework", "Web",
            "ArgumentParser", "Configuration",
            "ServiceLifecycle", "Logging",
            "Hummingbird", "NIOCore", "NIOPosix", "UnixSignals", "Foundation", "Synchronization",
        ],
        "Rehearsal": ["Complaints", "Records", "RecordsOnPostgres", "RecordsOnSQLite", "Casework", "Foundation", "Synchronization"],
    ]

    @Test func `every target is on the floor plan`() {
        #expect(Set(SourceTree.sources.map(\.target)) == Set(Self.plan.keys))
    }

    @Test(arguments: SourceTree.sources)
    func `a file imports what its target may`(file: SourceFile) throws {
        let allowed = try #require(Self.plan[file.target])
        #expect(Set(file.imports).subtracting(allowed) == [])
    }

    @Test func `nothing that ships looks inside another module`() {
        let looking = SourceTree.sources.filter { file in file.lines.contains { $0.hasPrefix("@testable") } }
        #expect(looking.map(\.path) == [])
    }
}
