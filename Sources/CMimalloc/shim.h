/* The allocator of the whole program: linked in, it takes the place of malloc and free by itself. */
#include <mimalloc.h>
