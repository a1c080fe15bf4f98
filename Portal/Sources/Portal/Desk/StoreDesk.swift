internal import Canonical
internal import Dispatch
internal import Foundation
internal import Registry

/// One connection to the registry's store, and a thread of its own: SQLite waits for the disk, and no request of others
/// shall wait with it.
final class StoreDesk: Sendable {
    private let store: RegistryStore
    private let queue: DispatchQueue

    init(_ store: RegistryStore, label: String) {
        (self.store, queue) = (store, DispatchQueue(label: "muniment.portal.\(label)"))
    }

    var origin: String { store.origin }

    func seal(_ text: String, for use: String) -> String { store.seal(text, for: use) }

    /// Runs some work on the store, after all that was asked for before.
    func run<Value: Sendable>(_ body: @escaping @Sendable (RegistryStore) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { [store] in continuation.resume(with: Result { try body(store) }) }
        }
    }

    /// Runs work that appends to the log.
    ///
    /// The time is taken when the work begins. Another program may write in between while SQLite is waited for, and then
    /// the time is before its event's: it is taken anew.
    func change<Value: Sendable>(
        _ body: @escaping @Sendable (RegistryStore, Timestamp) throws -> Value
    ) async throws -> Value {
        try await run { store in
            do { return try body(store, .now) } catch let error as RegistryError where error.code == .badValue {
                return try body(store, .now)
            }
        }
    }
}

extension Timestamp {
    static var now: Timestamp { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) }
}
