internal import Canonical

/// The manifests of one C2PA store, in order.
///
/// Source: C2PA 2.1, sections 11.1.4 and 11.2 (`jumb` boxes of the types `c2pa`, `c2ma`, `c2um`, `c2as`, `c2cs`), read
/// 2026-11-24. Signatures are noticed, not verified.
public struct C2PAStore: Sendable {
    public internal(set) var manifests: [C2PAManifest] = []
    /// Index of the active manifest: the last of the store, or the one a JSON store names; nil if there is none.
    public internal(set) var active: Int?
    /// False if something in it could not be read, so that what is not in it may be.
    public internal(set) var isWhole = true

    init() {}

    /// Reads a store as it stands in a file.
    public init(_ bytes: [UInt8]) {
        guard let first = JUMBFBox.list(in: bytes[...]).boxes.first, let store = JUMBFSuperbox(first),
            store.kind == "c2pa"
        else {
            isWhole = false
            return
        }
        // Bytes after the store may be a second one; zeros are padding.
        isWhole = bytes[first.data.endIndex...].allSatisfy { $0 == 0 }
        let inner = store.superboxes
        if !inner.isWhole || inner.boxes.isEmpty { self.isWhole = false }
        for box in inner.boxes {
            switch box.kind {
            case "c2ma", "c2um": manifests.append(Self.manifest(box))
            // A compressed manifest, or one of a version to come.
            default: self.isWhole = false
            }
        }
        active = manifests.indices.last
        if manifests.contains(where: { !$0.isWhole }) { self.isWhole = false }
    }

    /// Whether a manifest speaks: the active one, and those it only adds to.
    public func isInForce(_ index: Int) -> Bool {
        guard let active, index <= active else { return false }
        return index == active || manifests[(index + 1)...active].allSatisfy(\.isUpdate)
    }

    /// What the manifests in force assert.
    public var assertions: [TrainingMining] {
        manifests.indices.filter(isInForce).flatMap { manifests[$0].assertions.map(\.mining) }
    }

    private static func manifest(_ box: JUMBFSuperbox) -> C2PAManifest {
        let inner = box.superboxes
        let isSigned = inner.boxes.contains { $0.kind == "c2cs" }
        var manifest = C2PAManifest(
            label: box.label, isUpdate: box.kind == "c2um", signature: isSigned ? .unverified : .absent)
        manifest.isWhole = inner.isWhole
        for store in inner.boxes where store.kind == "c2as" { read(store, into: &manifest) }
        return manifest
    }

    private static func read(_ store: JUMBFSuperbox, into manifest: inout C2PAManifest) {
        let inner = store.superboxes
        if !inner.isWhole { manifest.isWhole = false }
        for box in inner.boxes where TrainingMining.isLabel(box.label) {
            guard let assertion = assertion(box) else {
                manifest.isWhole = false
                continue
            }
            if !assertion.isWhole || !box.isWhole { manifest.isWhole = false }
            manifest.assertions.append(assertion)
        }
    }

    private static func assertion(_ box: JUMBFSuperbox) -> C2PAManifest.Assertion? {
        let contents = box.contents.filter { $0.type == "cbor" || $0.type == "json" }
        guard let content = contents.first else { return nil }
        let value: AssertionValue
        var isWhole = contents.count == 1
        if content.type == "cbor" {
            guard let read = CBORReader.read(content.data) else { return nil }
            value = AssertionValue(read.value)
            isWhole = isWhole && read.isWhole
        } else {
            do throws(JSONError) { value = AssertionValue(try JSONReader.read(Array(content.data))) } catch {
                return nil
            }
        }
        let mining = TrainingMining(label: box.label, value)
        return C2PAManifest.Assertion(
            mining: mining, isWhole: isWhole && mining.isWhole, offset: content.data.startIndex,
            bytes: Array(content.data.prefix(1024)))
    }
}
