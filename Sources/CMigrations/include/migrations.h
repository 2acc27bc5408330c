#pragma once

/// One migration file as it was when the program was built.
struct gehoor_migration {
    const char *_Nonnull name;
    const unsigned char *_Nonnull text;
    unsigned long length;
};

/// The migration at `index` from 0, in order; null past the last.
const struct gehoor_migration *_Nullable gehoor_migration(unsigned long index);
