#include "CLate.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

void *gehoor_late(const char *library, const char *function) {
    // Loaded once, however often and from how many threads it is asked for; it is never given back.
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    void *found = handle ? dlsym(handle, function) : NULL;
    if (!found) {
        fprintf(stderr, "gehoor: a library is missing: %s\n", dlerror());
        abort();
    }
    return found;
}
