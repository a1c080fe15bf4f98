// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target. Each flag carries the proposal that explains it.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .swiftLanguageMode(.v6),
]

func systemLibrary(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// - Parameter beside: Files in its folder that it reads where they lie.
func tests(_ name: String, _ dependencies: [Target.Dependency], beside: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: beside, swiftSettings: strict)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let structuredFields: Target.Dependency = .product(
    name: "RawStructuredFieldValues", package: "swift-http-structured-headers")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let common: [Target.Dependency] = ["Canonical", "WebAddress", "Provenance"]

let package = Package(
    name: "muniment",
    products: [
        .executable(name: "muniment", targets: ["muniment"]),
        .executable(name: "muniment-conformance", targets: ["muniment-conformance"]),
        .executable(name: "muniment-measure", targets: ["muniment-measure"]),
        .executable(name: "muniment-registry-measure", targets: ["muniment-registry-measure"]),
        .executable(name: "muniment-fuzz", targets: ["muniment-fuzz"]),
        // For the portal, a package of its own, so that its web framework is built only for it.
        .library(
            name: "MunimentRooms",
            targets: ["Canonical", "WebAddress", "Provenance", "Ledger", "Registry", "Jobs", "Settlement"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-http-structured-headers", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        // C libraries: module maps, and the few lines Swift cannot call.
        // Its headers alone: the shim loads it when it is first called.
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        systemLibrary("CLibXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
        systemLibrary("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
        systemLibrary("CZstd", pkgConfig: "libzstd", apt: "libzstd-dev"),
        systemLibrary("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev"),
        systemLibrary("CBrotli", pkgConfig: "libbrotlidec", apt: "libbrotli-dev"),
        systemLibrary("CIDN2", pkgConfig: "libidn2", apt: "libidn2-dev"),
        systemLibrary("CPSL", pkgConfig: "libpsl", apt: "libpsl-dev"),
        systemLibrary("COpenSSL", pkgConfig: "libcrypto", apt: "libssl-dev"),
        .target(name: "CCurlShim", dependencies: ["CCurl"]),
        .target(name: "CTimeStampShim", dependencies: ["COpenSSL"]),
        .target(name: "CXMLShim", dependencies: ["CLibXML2"]),
        // The system's resolver, which libc has as macros.
        .target(name: "CDNSShim", linkerSettings: [.linkedLibrary("resolv")]),
        .target(name: "CMallocShim"),
        // Loops over bytes in a version for each kind of processor.
        .target(name: "CByteShim"),

        // The rooms, in the direction data goes.
        room("Canonical", [crypto, yams]),
        room("WebAddress", ["CIDN2", "CPSL"]),
        room("Provenance", ["Canonical", "WebAddress"]),
        room("Transfer", common + ["CCurl", "CCurlShim"]),
        room("Frontier", common + [grdb]),
        room("Archive", common + ["CZlib", "CZstd", "CDeflate", "CBrotli"]),
        room("Markup", common + ["CLibXML2", "CXMLShim"]),
        room("Extraction", common + ["Markup"]),
        room("Embedded", common + ["Archive", "Markup"]),
        room("Rights", common + ["CByteShim", "Markup", "Extraction", "Embedded", structuredFields]),
        room("Registry", common + ["Ledger", grdb, crypto]),
        room("Licensing", common),
        room("Ledger", ["Canonical", "CTimeStampShim", crypto]),
        room("Shards", common + ["Archive", "Ledger"]),
        room(
            "Jobs",
            common + [
                "CDNSShim", "CMallocShim",
                "Transfer", "Frontier", "Archive", "Markup", "Extraction", "Embedded", "Rights", "Registry",
                "Licensing",
                "Ledger", "Shards",
            ]),
        room("Settlement", ["Canonical", "Provenance", "Ledger", "Licensing", "Shards"]),
        room(
            "Conformance",
            common + [
                "Archive", "Markup", "Extraction", "Embedded", "Rights", "Licensing", "Registry", structuredFields,
            ]),
        .executableTarget(name: "muniment-conformance", dependencies: ["Conformance"], swiftSettings: strict),
        room(
            "Measure",
            common + ["Archive", "Markup", "Extraction", "Rights", "Frontier", "Licensing", "Shards", "Jobs"]),
        .executableTarget(name: "muniment-measure", dependencies: ["Measure"], swiftSettings: strict),
        .executableTarget(
            name: "muniment-registry-measure", dependencies: common + ["Extraction", "Registry"], swiftSettings: strict),
        room(
            "Fuzzing",
            common + ["Archive", "Markup", "Extraction", "Embedded", "Rights", "Registry", "Licensing", "Settlement"]),
        .executableTarget(name: "muniment-fuzz", dependencies: ["Fuzzing"], swiftSettings: strict),
        .executableTarget(
            name: "muniment",
            dependencies: common + ["Jobs", "Ledger", "Registry", "Licensing", "Settlement", "Shards", arguments],
            swiftSettings: strict),

        tests("CanonicalTests", common),
        tests(
            "JobsTests",
            common + [
                "Jobs", "Archive", "Extraction", "Frontier", "Ledger", "Licensing", "Markup", "Registry", "Rights",
                "Shards", "Transfer",
            ]),
        tests("SettlementTests", ["Canonical", "Provenance", "Ledger", "Settlement", "Shards", grdb]),
        tests("LedgerTests", common + ["Ledger"]),
        tests("ShardsTests", common + ["Shards", "Archive", "Ledger"], beside: ["Golden"]),
        tests("ProvenanceTests", common),
        tests("ConformanceTests", common + ["Conformance"]),
        tests("WebAddressTests", common),
        tests("TransferTests", common + ["Transfer"]),
        tests("FrontierTests", common + ["Frontier"]),
        tests("ArchiveTests", common + ["Archive"]),
        tests("MarkupTests", common + ["Markup"]),
        tests("ExtractionTests", common + ["Extraction", "Markup"]),
        tests("EmbeddedTests", common + ["Embedded"]),
        tests("RightsTests", common + ["Rights", "Embedded", "Extraction", "Markup"]),
        tests("FuzzingTests", ["Fuzzing"]),
        tests("RegistryTests", common + ["Registry", "Ledger", grdb]),
        tests("LicensingTests", common + ["Licensing"]),
    ]
)
