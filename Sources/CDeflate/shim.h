#ifndef MUNIMENT_CDeflate_H
#define MUNIMENT_CDeflate_H
#include <libdeflate.h>
#endif
