#ifndef MUNIMENT_CZlib_H
#define MUNIMENT_CZlib_H
#include <zlib.h>
#endif
