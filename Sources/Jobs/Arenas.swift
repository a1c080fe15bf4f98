internal import CMallocShim

/// How the C library's allocator keeps memory in a long run.
///
/// glibc gives new threads arenas of their own, up to eight for each core, and each grows to the largest page that ever
/// passed through it. Workers are new threads for every input, so a long run would slowly come to hold all of them.
/// Beside that a run touches new memory all the time, each 4 KiB of it for the first time at the price of a fault; with
/// large pages it is a fault for 2 MiB (an eighth of the time of a short run went into them).
enum Arenas {
    /// Bytes by which the heap of the main thread grows, and which it keeps.
    private static let heap = 64 << 20

    /// As many as workers, which is where the large pieces come from. Call it before the first worker starts.
    static func prepare(workers: Int) {
        _ = shim_bound_arenas(CInt(max(2, min(workers, 1024))))
        // Where the kernel has no large pages to give, small ones do.
        _ = shim_widen_heap(heap)
    }

    /// Call it on a new thread of a worker.
    static func prepareThread() { _ = shim_widen_arena() }
}
