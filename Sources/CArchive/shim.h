/* libarchive: reads and writes tar, and compresses it. */
#include <archive.h>
#include <archive_entry.h>
