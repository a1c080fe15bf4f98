// swift-tools-version: 6.2
import PackageDescription

/// The rules of the root package's targets.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .swiftLanguageMode(.v6),
]

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let server: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let rooms: Target.Dependency = .product(name: "MunimentRooms", package: "muniment")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "muniment-portal",
    platforms: [.macOS(.v14)],
    products: [.executable(name: "muniment-portal", targets: ["muniment-portal"])],
    dependencies: [
        .package(name: "muniment", path: ".."),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .target(
            name: "Portal", dependencies: [rooms, hummingbird, server, mustache],
            resources: [.copy("Resources")], swiftSettings: strict),
        .executableTarget(
            name: "muniment-portal", dependencies: ["Portal", arguments, hummingbird, rooms], swiftSettings: strict),
        .testTarget(
            name: "PortalTests",
            dependencies: [
                "Portal", rooms, hummingbird, .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: strict),
    ]
)
