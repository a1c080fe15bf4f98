#ifndef MUNIMENT_CIDN2_H
#define MUNIMENT_CIDN2_H
#include <idn2.h>
#endif
