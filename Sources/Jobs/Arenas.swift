internal import CMallocShim

/// How many places the C library's allocator may keep freed memory in.
///
/// glibc gives new threads arenas of their own, up to eight for each core, and each grows to the largest page that ever
/// passed through it. Workers are new threads for every input, so a long run would slowly come to hold all of them.
enum Arenas {
    /// As many as workers, which is where the large pieces come from. Call it before the first worker starts.
    static func bound(workers: Int) {
        _ = shim_bound_arenas(CInt(max(2, min(workers, 1024))))
    }
}
