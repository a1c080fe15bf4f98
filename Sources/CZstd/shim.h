#ifndef MUNIMENT_CZstd_H
#define MUNIMENT_CZstd_H
#include <zstd.h>
#endif
