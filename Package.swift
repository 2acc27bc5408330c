// swift-tools-version: 6.2
// The floor plan: which target exists and what it may import. ARCHITECTURE.md says why; FloorPlanTests hold it.

import PackageDescription

/// What every Swift target of ours is built with.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")

let package = Package(
    name: "gehoor",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "gehoor", targets: ["Gehoor"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "Complaints", swiftSettings: house),
        .target(name: "Analysis", dependencies: [realModule], swiftSettings: house),
        .target(name: "CMigrations", cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
        .target(
            name: "Records", dependencies: ["CMigrations", "Complaints", crypto], exclude: ["Schema/Migrations"], swiftSettings: house),
        .target(name: "RecordsOnSQLite", dependencies: ["Records", grdb, grdbSQLite], swiftSettings: house),
        .target(name: "CLate"),
        .target(name: "CLibPQ", dependencies: ["CLate"]),
        .target(name: "RecordsOnPostgres", dependencies: ["CLibPQ", "Records"], swiftSettings: house),
        .systemLibrary(name: "CArchive"),
        .target(name: "Archives", dependencies: ["CArchive"], swiftSettings: house),
        .target(name: "CCurl", dependencies: ["CLate"]),
        .target(name: "Dialling", dependencies: ["CCurl"], swiftSettings: house),
        .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0"),
        .target(name: "CGumbo", linkerSettings: [.linkedLibrary("gumbo")]),
        .target(name: "Mail", dependencies: ["CGMime", "CGumbo", "Dialling"], swiftSettings: house),
        .systemLibrary(name: "CCairo"),
        .systemLibrary(name: "CXLSXWriter"),
        .target(name: "Exports", dependencies: ["CCairo", "CXLSXWriter"], swiftSettings: house),
        .testTarget(name: "ExportsTests", dependencies: ["Exports"], swiftSettings: house),
        .target(
            name: "Casework",
            dependencies: [
                "Analysis", "Archives", "Complaints", "Dialling", "Exports", "Mail", "Markup", "Records", crypto, cryptoExtras, mustache,
                lifecycle,
                logging, yams,
            ],
            swiftSettings: house),
        .target(name: "Markup", swiftSettings: house),
        .target(name: "CAssets", cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
        .target(
            name: "Web",
            dependencies: [
                "Analysis", "Complaints", "Dialling", "Exports", "Mail", "Markup", "Records", "Casework", "CAssets", hummingbird,
                hummingbirdCore,
                httpTypes,
                nioCore, nioHTTP1,
                crypto,
                logging,
            ],
            swiftSettings: house),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Casework", "Complaints", "Dialling", "Mail", "Records", "Rehearsal", "Web", hummingbird, hummingbirdTesting, httpTypes,
                nioCore, crypto,
                lifecycle, logging,
            ],
            swiftSettings: house),
        .systemLibrary(name: "CMimalloc"),
        .executableTarget(
            name: "Gehoor",
            dependencies: [
                "Analysis", "CMimalloc", "Complaints", "Mail", "Records", "RecordsOnPostgres", "RecordsOnSQLite", "Casework", "Web",
                argumentParser, configuration, unixSignals,
                lifecycle,
                logging, hummingbird, nioCore, nioPosix,
            ],
            swiftSettings: house),
        .target(
            name: "Rehearsal", dependencies: ["Complaints", "Records", "RecordsOnPostgres", "RecordsOnSQLite", "Casework"],
            swiftSettings: house),
        .testTarget(name: "AnalysisTests", dependencies: ["Analysis", realModule], swiftSettings: house),
        .testTarget(name: "ComplaintsTests", dependencies: ["Complaints"], swiftSettings: house),
        .testTarget(
            name: "RecordsTests", dependencies: ["Complaints", "Records", "RecordsOnPostgres", "RecordsOnSQLite", "Casework", "Rehearsal"],
            exclude: ["Search/search-pairs.tsv"], swiftSettings: house),
        .testTarget(
            name: "CaseworkTests",
            dependencies: [
                "Analysis", "Archives", "Complaints", "Casework", "Dialling", "Gehoor", "Mail", "Records", "RecordsOnPostgres",
                "RecordsOnSQLite",
                "Rehearsal", crypto, logging,
            ],
            swiftSettings: house),
        .testTarget(
            name: "CommandTests",
            dependencies: ["Gehoor", "Casework", "Complaints", "Records", "RecordsOnPostgres", "RecordsOnSQLite", "Rehearsal"],
            swiftSettings: house),
        .testTarget(name: "DiallingTests", dependencies: ["Dialling"], swiftSettings: house),
        .testTarget(name: "FloorPlanTests", swiftSettings: house),
        .testTarget(
            name: "MailTests", dependencies: ["Casework", "Complaints", "Dialling", "Gehoor", "Mail", "Records", "Rehearsal", logging],
            exclude: ["Servers/scripts"], swiftSettings: house),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: house),
    ]
)
