#include "CXMLShim.h"
#include <libxml/globals.h>

void muniment_xml_free(void *memory) {
    if (memory != NULL) xmlFree(memory);
}
