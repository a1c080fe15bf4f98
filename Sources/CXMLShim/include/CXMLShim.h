#ifndef MUNIMENT_CXMLSHIM_H
#define MUNIMENT_CXMLSHIM_H

/* Frees what libxml2 allocated. `xmlFree` is a mutable global, which Swift 6 does not let through. */
void muniment_xml_free(void *memory);

#endif
