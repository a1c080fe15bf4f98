#define _GNU_SOURCE
#include "CMallocShim.h"

#include <stdint.h>
#include <stdlib.h>

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif
#if __has_include(<sys/mman.h>)
#include <sys/mman.h>
#include <unistd.h>
#endif

int shim_bound_arenas(int count) {
#ifdef M_ARENA_MAX
    return mallopt(M_ARENA_MAX, count);
#else
    (void)count;
    return 0;
#endif
}

#if defined(M_TOP_PAD) && defined(MADV_HUGEPAGE)
// The size of a large page on the machines that have them by default, and that of the areas in which glibc keeps the arenas of threads.
enum { large_page = 2 << 20, arena_area = 64 << 20 };

static int advise(uintptr_t start, uintptr_t end) {
    start = (start + large_page - 1) & ~(uintptr_t)(large_page - 1);
    end &= ~(uintptr_t)(large_page - 1);
    return start < end && madvise((void *)start, end - start, MADV_HUGEPAGE) == 0;
}

int shim_widen_heap(size_t bytes) {
    // Texts of pages come from the heap as well: each in a mapping of its own would be new memory each time.
    enum { least_mapping = 4 << 20, piece = 96 << 10, most_pieces = 64 };
    mallopt(M_MMAP_THRESHOLD, least_mapping);
    mallopt(M_TRIM_THRESHOLD, bytes > INT32_MAX ? INT32_MAX : (int)bytes);
    mallopt(M_TOP_PAD, bytes > INT32_MAX ? INT32_MAX : (int)bytes);
    uintptr_t before = (uintptr_t)sbrk(0);
    void *pieces[most_pieces];
    int count = 0;
    while (count < most_pieces && (uintptr_t)sbrk(0) == before) pieces[count++] = malloc(piece);
    int taken = advise(before, (uintptr_t)sbrk(0));
    while (count > 0) free(pieces[--count]);
    return taken;
}

int shim_widen_arena(void) {
    void *piece = malloc(1 << 10);
    uintptr_t area = (uintptr_t)piece & ~(uintptr_t)(arena_area - 1);
    free(piece);
    // Of an area only the beginning is in use; the advice holds for what it grows by.
    return area != 0 && madvise((void *)area, arena_area, MADV_HUGEPAGE) == 0;
}
#else
int shim_widen_heap(size_t bytes) {
    (void)bytes;
    return 0;
}

int shim_widen_arena(void) { return 0; }
#endif
