-- Refresh tokens that a token endpoint gave in place of those in the settings, sealed by a key outside the database.

-- both:

CREATE TABLE renewed_token (
    origin TEXT NOT NULL PRIMARY KEY,
    sealed TEXT NOT NULL,
    renewed_at BIGINT NOT NULL
);
