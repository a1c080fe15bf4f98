internal import CMallocShim

/// How the C library's allocator keeps memory in a long run.
///
/// glibc gives new threads arenas of their own, up to eight for each core, and each grows to the largest page that ever
/// passed through it. Workers are new threads for every input, so a long run would slowly come to hold all of them.
/// Large pages under the heap were tried: a run is a twenty-fifth faster with them, and a fifth slower where other programs
/// have left the memory in pieces that the kernel has to move together first.
enum Arenas {
    /// Bytes by which the heap of the main thread grows, and which it keeps.
    private static let heap: CInt = 64 << 20

    /// Gives back what lies free between what is kept: rows of one archive stand among the pages of it, so that over hundreds of
    /// archives the heap came to be twice as large as what is in it.
    static func giveBack() { _ = shim_give_back(heap) }

    /// As many as workers, which is where the large pieces come from. Call it before the first worker starts.
    static func prepare(workers: Int) {
        _ = shim_bound_arenas(CInt(max(2, min(workers, 1024))))
        _ = shim_widen_heap(heap)
    }
}
