#ifndef MUNIMENT_CBrotli_H
#define MUNIMENT_CBrotli_H
#include <brotli/decode.h>
#endif
