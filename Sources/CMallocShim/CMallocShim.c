#include "CMallocShim.h"

#if __has_include(<malloc.h>)
#include <malloc.h>
#include <stddef.h>
#endif

int shim_bound_arenas(int count) {
#ifdef M_ARENA_MAX
    return mallopt(M_ARENA_MAX, count);
#else
    (void)count;
    return 0;
#endif
}

int shim_give_back(int kept) {
#ifdef M_ARENA_MAX
    return malloc_trim((size_t)kept);
#else
    (void)kept;
    return 0;
#endif
}

int shim_widen_heap(int bytes) {
#ifdef M_TOP_PAD
    // Texts of pages come from the heap as well: each in a mapping of its own would be new memory each time.
    enum { least_mapping = 4 << 20 };
    return mallopt(M_MMAP_THRESHOLD, least_mapping) && mallopt(M_TRIM_THRESHOLD, bytes) && mallopt(M_TOP_PAD, bytes);
#else
    (void)bytes;
    return 0;
#endif
}
