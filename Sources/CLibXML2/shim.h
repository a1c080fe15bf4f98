#ifndef MUNIMENT_CLibXML2_H
#define MUNIMENT_CLibXML2_H
#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU; its <unicode/*> headers clash with the ICU that Foundation carries.
   Hiding the switch hides two trailing fields of xmlCharEncodingHandler, which Swift code never touches. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/encoding.h>
#include <libxml/xmlerror.h>
#endif
