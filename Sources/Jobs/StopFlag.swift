internal import Synchronization

/// Set once by a signal or a deadline; jobs look at it between units of work and end cleanly.
public enum StopFlag {
    private static let raised = Atomic<Bool>(false)

    public static func raise() { raised.store(true, ordering: .relaxed) }

    public static var isRaised: Bool { raised.load(ordering: .relaxed) }
}
