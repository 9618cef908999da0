-- The school's own word on a row of the law's lists (docs/adr/0018-catalogues.md). It names the row by
-- its code, so that it finds the row again whatever a later program ships.

CREATE TABLE amendment (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES amendment (seq),
    superseded_by INTEGER REFERENCES amendment (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    catalogue     TEXT NOT NULL,
    row           TEXT NOT NULL,
    switch        TEXT NOT NULL CHECK (switch IN ('shipped', 'on', 'off')),
    first_day     INTEGER NOT NULL,
    words         TEXT NOT NULL,
    because       TEXT NOT NULL,
    approved_by   TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX amendment_current ON amendment (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX amendment_supersedes ON amendment (supersedes) WHERE supersedes IS NOT NULL;

CREATE TRIGGER amendment_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, catalogue, row, switch, first_day, words, because,
    approved_by
ON amendment
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER amendment_superseded_once BEFORE UPDATE OF superseded_by ON amendment
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER amendment_no_delete BEFORE DELETE ON amendment
BEGIN SELECT raise(ABORT, 'append only'); END;
