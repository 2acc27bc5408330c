// Carries Records/Schema/Migrations inside the binary (SwiftPM's own way, embedInCode, takes seconds where this takes none).
// To add a migration, write here what is marked 1 and 2.

#include "migrations.h"

#include <stddef.h>

// 1:
static const unsigned char m0001[] = {
#embed "../Records/Schema/Migrations/0001-build-the-house.sql"
};
static const unsigned char m0002[] = {
#embed "../Records/Schema/Migrations/0002-remember-what-was-taken-over.sql"
};
static const unsigned char m0003[] = {
#embed "../Records/Schema/Migrations/0003-seal-the-journal.sql"
};
static const unsigned char m0004[] = {
#embed "../Records/Schema/Migrations/0004-look-up-words.sql"
};
static const unsigned char m0005[] = {
#embed "../Records/Schema/Migrations/0005-walk-lists-in-order.sql"
};
static const unsigned char m0006[] = {
#embed "../Records/Schema/Migrations/0006-keep-drafts.sql"
};
static const unsigned char m0007[] = {
#embed "../Records/Schema/Migrations/0007-hold-letters-that-can-be-undone.sql"
};

static const unsigned char m0008[] = {
#embed "../Records/Schema/Migrations/0008-keep-bytes-for-several-nodes.sql"
};
static const unsigned char m0009[] = {
#embed "../Records/Schema/Migrations/0009-keep-the-procedure.sql"
};
static const unsigned char m0010[] = {
#embed "../Records/Schema/Migrations/0010-take-mail-in.sql"
};

static const unsigned char m0011[] = {
#embed "../Records/Schema/Migrations/0011-mark-each-write.sql"
};

static const unsigned char m0012[] = {
#embed "../Records/Schema/Migrations/0012-remind-of-promises.sql"
};

static const unsigned char m0013[] = {
#embed "../Records/Schema/Migrations/0013-send-letters.sql"
};

static const unsigned char m0014[] = {
#embed "../Records/Schema/Migrations/0014-note-who-is-away.sql"
};

static const unsigned char m0015[] = {
#embed "../Records/Schema/Migrations/0015-count-promises-by-week.sql"
};

static const unsigned char m0016[] = {
#embed "../Records/Schema/Migrations/0016-keep-renewed-tokens.sql"
};

static const unsigned char m0017[] = {
#embed "../Records/Schema/Migrations/0017-write-to-colleagues.sql"
};

static const unsigned char m0018[] = {
#embed "../Records/Schema/Migrations/0018-keep-what-is-counted.sql"
};

static const unsigned char m0019[] = {
#embed "../Records/Schema/Migrations/0019-keep-signals.sql"
};

static const unsigned char m0020[] = {
#embed "../Records/Schema/Migrations/0020-count-what-there-is.sql"
};

static const unsigned char m0021[] = {
#embed "../Records/Schema/Migrations/0021-keep-measures.sql"
};

static const unsigned char m0022[] = {
#embed "../Records/Schema/Migrations/0022-collect-complaints-in-themes.sql"
};

static const unsigned char m0023[] = {
#embed "../Records/Schema/Migrations/0023-remind-by-mail.sql"
};

static const unsigned char m0024[] = {
#embed "../Records/Schema/Migrations/0024-name-teams.sql"
};

static const unsigned char m0025[] = {
#embed "../Records/Schema/Migrations/0025-send-reports.sql"
};

static const unsigned char m0026[] = {
#embed "../Records/Schema/Migrations/0026-shelve-hits.sql"
};

static const unsigned char m0027[] = {
#embed "../Records/Schema/Migrations/0027-decide-what-is-kept.sql"
};

static const unsigned char m0028[] = {
#embed "../Records/Schema/Migrations/0028-take-back-decisions-on-mail.sql"
};
static const unsigned char m0029[] = {
#embed "../Records/Schema/Migrations/0029-remember-what-requests-made.sql"
};
static const unsigned char m0030[] = {
#embed "../Records/Schema/Migrations/0030-erase-what-is-past-its-term.sql"
};
static const unsigned char m0031[] = {
#embed "../Records/Schema/Migrations/0031-say-what-could-not-be-fetched.sql"
};
static const unsigned char m0032[] = {
#embed "../Records/Schema/Migrations/0032-send-letters-once-more.sql"
};
static const unsigned char m0033[] = {
#embed "../Records/Schema/Migrations/0033-find-who-waits-for-the-customer.sql"
};
static const unsigned char m0034[] = {
#embed "../Records/Schema/Migrations/0034-judge-each-week.sql"
};
static const unsigned char m0035[] = {
#embed "../Records/Schema/Migrations/0035-choose-days-for-limits.sql"
};
static const unsigned char m0036[] = {
#embed "../Records/Schema/Migrations/0036-tell-what-was-decided.sql"
};
static const unsigned char m0037[] = {
#embed "../Records/Schema/Migrations/0037-take-back-what-did-not-arrive.sql"
};
static const unsigned char m0038[] = {
#embed "../Records/Schema/Migrations/0038-list-what-is-owed-after-the-end.sql"
};

static const struct gehoor_migration all[] = {
    // 2:
    {"0001-build-the-house", m0001, sizeof m0001},
    {"0002-remember-what-was-taken-over", m0002, sizeof m0002},
    {"0003-seal-the-journal", m0003, sizeof m0003},
    {"0004-look-up-words", m0004, sizeof m0004},
    {"0005-walk-lists-in-order", m0005, sizeof m0005},
    {"0006-keep-drafts", m0006, sizeof m0006},
    {"0007-hold-letters-that-can-be-undone", m0007, sizeof m0007},
    {"0008-keep-bytes-for-several-nodes", m0008, sizeof m0008},
    {"0009-keep-the-procedure", m0009, sizeof m0009},
    {"0010-take-mail-in", m0010, sizeof m0010},
    {"0011-mark-each-write", m0011, sizeof m0011},
    {"0012-remind-of-promises", m0012, sizeof m0012},
    {"0013-send-letters", m0013, sizeof m0013},
    {"0014-note-who-is-away", m0014, sizeof m0014},
    {"0015-count-promises-by-week", m0015, sizeof m0015},
    {"0016-keep-renewed-tokens", m0016, sizeof m0016},
    {"0017-write-to-colleagues", m0017, sizeof m0017},
    {"0018-keep-what-is-counted", m0018, sizeof m0018},
    {"0019-keep-signals", m0019, sizeof m0019},
    {"0020-count-what-there-is", m0020, sizeof m0020},
    {"0021-keep-measures", m0021, sizeof m0021},
    {"0022-collect-complaints-in-themes", m0022, sizeof m0022},
    {"0023-remind-by-mail", m0023, sizeof m0023},
    {"0024-name-teams", m0024, sizeof m0024},
    {"0025-send-reports", m0025, sizeof m0025},
    {"0026-shelve-hits", m0026, sizeof m0026},
    {"0027-decide-what-is-kept", m0027, sizeof m0027},
    {"0028-take-back-decisions-on-mail", m0028, sizeof m0028},
    {"0029-remember-what-requests-made", m0029, sizeof m0029},
    {"0030-erase-what-is-past-its-term", m0030, sizeof m0030},
    {"0031-say-what-could-not-be-fetched", m0031, sizeof m0031},
    {"0032-send-letters-once-more", m0032, sizeof m0032},
    {"0033-find-who-waits-for-the-customer", m0033, sizeof m0033},
    {"0034-judge-each-week", m0034, sizeof m0034},
    {"0035-choose-days-for-limits", m0035, sizeof m0035},
    {"0036-tell-what-was-decided", m0036, sizeof m0036},
    {"0037-take-back-what-did-not-arrive", m0037, sizeof m0037},
    {"0038-list-what-is-owed-after-the-end", m0038, sizeof m0038},
    {"", (const unsigned char *)"", 0},  // the end
};

const struct gehoor_migration *gehoor_migration(unsigned long index) {
    return index + 1 < sizeof all / sizeof *all ? &all[index] : NULL;
}
