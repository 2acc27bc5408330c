/* libxlsxwriter: writes spreadsheets. */
#include <xlsxwriter.h>
