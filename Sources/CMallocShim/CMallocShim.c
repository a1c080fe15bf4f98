#include "CMallocShim.h"

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

int shim_bound_arenas(int count) {
#ifdef M_ARENA_MAX
    return mallopt(M_ARENA_MAX, count);
#else
    (void)count;
    return 0;
#endif
}
