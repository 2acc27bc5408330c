/* cairo: draws pages, and writes them as PDF with tags. */
#include <cairo/cairo.h>
#include <cairo/cairo-pdf.h>
