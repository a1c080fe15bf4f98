#ifndef MUNIMENT_CPSL_H
#define MUNIMENT_CPSL_H
#include <libpsl.h>
#endif
