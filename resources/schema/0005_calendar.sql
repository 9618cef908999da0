-- The school's terms and closures, and that a receipt was asked for again (docs/adr/0005).

CREATE TABLE school_date (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES school_date (seq),
    superseded_by INTEGER REFERENCES school_date (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    kind          TEXT NOT NULL,
    name          TEXT NOT NULL,
    first_day     INTEGER NOT NULL,
    last_day      INTEGER NOT NULL,
    removed       INTEGER NOT NULL
) STRICT;

CREATE TABLE chase (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES chase (seq),
    superseded_by INTEGER REFERENCES chase (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    entry         INTEGER NOT NULL,
    day           INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX school_date_current ON school_date (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX school_date_supersedes ON school_date (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX chase_current ON chase (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX chase_supersedes ON chase (supersedes) WHERE supersedes IS NOT NULL;

CREATE TRIGGER school_date_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, kind, name, first_day, last_day, removed
ON school_date
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER school_date_superseded_once BEFORE UPDATE OF superseded_by ON school_date
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER school_date_no_delete BEFORE DELETE ON school_date
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER chase_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, entry, day
ON chase
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER chase_superseded_once BEFORE UPDATE OF superseded_by ON chase
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER chase_no_delete BEFORE DELETE ON chase
BEGIN SELECT raise(ABORT, 'append only'); END;
