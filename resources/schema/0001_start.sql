-- The register as it began. Days are whole numbers (days since 1 January of the year 1 is 1).
-- Lists inside a record are JSON. Every record table has the same front:
--   seq            place of the entry in the log that this record belongs to
--   id             which thing this is; its versions share it
--   supersedes     the record this one puts right
--   superseded_by  the record that put this one right; set once, re-derived when checking
--   reason         why it was put right
--   salt           16 random bytes that keep the log's digest from being guessed

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE log (
    seq        INTEGER PRIMARY KEY,
    at         TEXT NOT NULL,
    person     TEXT NOT NULL,
    operation  TEXT NOT NULL CHECK (operation IN ('add', 'supersede')),
    entity     TEXT NOT NULL,
    entity_id  INTEGER NOT NULL,
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    hash       BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE item_set (
    number INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    items  TEXT NOT NULL
) STRICT;

CREATE TABLE cohort (
    number INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    base   INTEGER NOT NULL,
    top    INTEGER NOT NULL,
    bits   BLOB NOT NULL,
    n      INTEGER NOT NULL
) STRICT;

CREATE TABLE school (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES school (seq),
    superseded_by INTEGER REFERENCES school (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    name          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    nation        TEXT NOT NULL,
    address       TEXT NOT NULL,
    phone         TEXT NOT NULL,
    email         TEXT NOT NULL,
    website       TEXT NOT NULL,
    head          TEXT NOT NULL,
    dpo           TEXT NOT NULL,
    dpo_contact   TEXT NOT NULL,
    laestab       TEXT NOT NULL,
    urn           TEXT NOT NULL,
    practice      INTEGER NOT NULL,
    marking       TEXT NOT NULL
) STRICT;

CREATE TABLE pupil (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES pupil (seq),
    superseded_by INTEGER REFERENCES pupil (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    surname       TEXT NOT NULL,
    forename      TEXT NOT NULL,
    born          INTEGER NOT NULL,
    upn           TEXT NOT NULL,
    upn_state     TEXT NOT NULL,
    known_as      TEXT NOT NULL,
    former_names  TEXT NOT NULL,
    former_upns   TEXT NOT NULL,
    admission_number TEXT NOT NULL,
    protected     INTEGER NOT NULL,
    flags         TEXT NOT NULL
) STRICT;

CREATE TABLE spell (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES spell (seq),
    superseded_by INTEGER REFERENCES spell (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    pupil         INTEGER NOT NULL,
    year          TEXT NOT NULL,
    class_name    TEXT NOT NULL,
    first_day     INTEGER NOT NULL,
    last_day      INTEGER,
    left_for      TEXT NOT NULL
) STRICT;

CREATE TABLE contact (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES contact (seq),
    superseded_by INTEGER REFERENCES contact (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    pupil         INTEGER NOT NULL,
    name          TEXT NOT NULL,
    relationship  TEXT NOT NULL,
    responsibility INTEGER NOT NULL,
    restriction   TEXT NOT NULL,
    restriction_note TEXT NOT NULL,
    phone         TEXT NOT NULL,
    email         TEXT NOT NULL,
    address       TEXT NOT NULL,
    rank          INTEGER NOT NULL
) STRICT;

CREATE TABLE recipient (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES recipient (seq),
    superseded_by INTEGER REFERENCES recipient (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    name          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    role          TEXT NOT NULL,
    units         TEXT NOT NULL,
    former_names  TEXT NOT NULL,
    person        TEXT NOT NULL,
    secure_address TEXT NOT NULL,
    phone         TEXT NOT NULL,
    dpo           TEXT NOT NULL,
    country       TEXT NOT NULL,
    keeps_for     TEXT NOT NULL,
    contract      TEXT NOT NULL,
    placeholder   INTEGER NOT NULL
) STRICT;

CREATE TABLE agreement (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES agreement (seq),
    superseded_by INTEGER REFERENCES agreement (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    title         TEXT NOT NULL,
    recipients    TEXT NOT NULL,
    starts        INTEGER NOT NULL,
    ends          INTEGER,
    review_due    INTEGER,
    owner         TEXT NOT NULL,
    directorate   TEXT NOT NULL,
    covers        TEXT NOT NULL,
    version       TEXT NOT NULL,
    partners      TEXT NOT NULL,
    purposes      TEXT NOT NULL,
    statutes      TEXT NOT NULL,
    history       TEXT NOT NULL,
    approvals     TEXT NOT NULL
) STRICT;

CREATE TABLE heading (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES heading (seq),
    superseded_by INTEGER REFERENCES heading (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    code          TEXT NOT NULL,
    words         TEXT NOT NULL,
    purpose       TEXT NOT NULL,
    lead_in       TEXT NOT NULL,
    place         INTEGER NOT NULL
) STRICT;

CREATE TABLE flow (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES flow (seq),
    superseded_by INTEGER REFERENCES flow (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    version       INTEGER NOT NULL,
    recipient     INTEGER NOT NULL,
    purpose       TEXT NOT NULL,
    valid_from    INTEGER NOT NULL,
    unit          TEXT NOT NULL,
    valid_to      INTEGER,
    items         INTEGER NOT NULL REFERENCES item_set (number),
    optional_items INTEGER NOT NULL REFERENCES item_set (number),
    basis         TEXT NOT NULL,
    heading       TEXT NOT NULL,
    notice_line   TEXT NOT NULL,
    method        TEXT NOT NULL,
    cycle         TEXT NOT NULL,
    safeguards    TEXT NOT NULL,
    covers        TEXT NOT NULL,
    standing      TEXT NOT NULL,
    condition     TEXT NOT NULL,
    agreement     INTEGER,
    role          TEXT NOT NULL,
    starter       TEXT NOT NULL
) STRICT;

CREATE TABLE exclusion (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES exclusion (seq),
    superseded_by INTEGER REFERENCES exclusion (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    pupil         INTEGER NOT NULL,
    recipient     INTEGER NOT NULL,
    why           TEXT NOT NULL,
    first_day     INTEGER NOT NULL,
    last_day      INTEGER,
    flow          INTEGER
) STRICT;

CREATE TABLE disclosure (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES disclosure (seq),
    superseded_by INTEGER REFERENCES disclosure (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    day           INTEGER NOT NULL,
    time          TEXT NOT NULL,
    recipient     INTEGER NOT NULL,
    n_pupils      INTEGER NOT NULL,
    cohort        INTEGER REFERENCES cohort (number),
    purpose       TEXT NOT NULL,
    decision      TEXT NOT NULL,
    unit          TEXT NOT NULL,
    flow          INTEGER,
    flow_version  INTEGER,
    items         INTEGER NOT NULL REFERENCES item_set (number),
    description   TEXT NOT NULL,
    basis         TEXT NOT NULL,
    heading       TEXT NOT NULL,
    method        TEXT NOT NULL,
    safeguards    TEXT NOT NULL,
    trigger_code  TEXT NOT NULL,
    asker         TEXT NOT NULL,
    decided_by    TEXT NOT NULL,
    decided_post  TEXT NOT NULL,
    decided_because TEXT NOT NULL,
    emergency     TEXT NOT NULL,
    consent       TEXT NOT NULL,
    receipt       TEXT NOT NULL,
    tracking      TEXT NOT NULL,
    family_told   TEXT NOT NULL,
    note          TEXT NOT NULL,
    imported      INTEGER NOT NULL
) STRICT;

CREATE TABLE call (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES call (seq),
    superseded_by INTEGER REFERENCES call (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    pupil         INTEGER NOT NULL,
    day           INTEGER NOT NULL,
    time          TEXT NOT NULL,
    caller        INTEGER,
    caller_name   TEXT NOT NULL,
    known_by      TEXT NOT NULL,
    note          TEXT NOT NULL,
    answer_digest TEXT NOT NULL,
    organisations INTEGER NOT NULL
) STRICT;

CREATE TABLE disclosure_pupil (
    pupil      INTEGER NOT NULL,
    disclosure INTEGER NOT NULL REFERENCES disclosure (seq),
    PRIMARY KEY (pupil, disclosure)
) STRICT, WITHOUT ROWID;

-- Everyone in every disclosure, small and large, for any SQLite tool.
CREATE VIEW disclosure_member (disclosure, pupil) AS
WITH RECURSIVE place (cohort, pupil, top) AS (
    SELECT number, base, top FROM cohort WHERE base < top
    UNION ALL
    SELECT cohort, pupil + 1, top FROM place WHERE pupil + 1 < top
),
member (cohort, pupil) AS (
    SELECT place.cohort, place.pupil
    FROM place
    JOIN cohort ON cohort.number = place.cohort
    WHERE instr('0123456789ABCDEF', substr(hex(substr(
              cohort.bits, (place.pupil - cohort.base) / 8 + 1, 1)),
              2 - (place.pupil - cohort.base) % 8 / 4, 1)) - 1
          >> (place.pupil - cohort.base) % 4 & 1
)
SELECT disclosure, pupil FROM disclosure_pupil
UNION ALL
SELECT disclosure.seq, member.pupil
FROM disclosure
JOIN member ON member.cohort = disclosure.cohort;

CREATE VIRTUAL TABLE pupil_fts
    USING fts5 (key, tokenize = 'trigram', content = '', contentless_delete = 1);
INSERT INTO pupil_fts (pupil_fts, rank) VALUES ('secure-delete', 1);

-- For the first one or two letters, which trigrams cannot find.
CREATE TABLE pupil_word (
    word  TEXT NOT NULL,
    pupil INTEGER NOT NULL,
    PRIMARY KEY (word, pupil)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX school_current ON school (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX school_supersedes ON school (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX pupil_current ON pupil (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX pupil_supersedes ON pupil (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX spell_current ON spell (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX spell_supersedes ON spell (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX contact_current ON contact (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX contact_supersedes ON contact (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX recipient_current ON recipient (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX recipient_supersedes ON recipient (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX agreement_current ON agreement (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX agreement_supersedes ON agreement (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX heading_current ON heading (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX heading_supersedes ON heading (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX flow_current ON flow (id, version) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX flow_supersedes ON flow (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX exclusion_current ON exclusion (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX exclusion_supersedes ON exclusion (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX disclosure_current ON disclosure (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX disclosure_supersedes ON disclosure (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX call_current ON call (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX call_supersedes ON call (supersedes) WHERE supersedes IS NOT NULL;

CREATE INDEX log_entity ON log (entity, seq);
CREATE INDEX pupil_id ON pupil (id);
CREATE INDEX flow_id ON flow (id);
CREATE INDEX flow_recipient ON flow (recipient);
CREATE INDEX disclosure_id ON disclosure (id);
CREATE INDEX spell_pupil ON spell (pupil);
CREATE INDEX spell_roll ON spell (first_day, last_day, class_name, pupil) WHERE superseded_by IS NULL;
CREATE INDEX contact_pupil ON contact (pupil);
CREATE INDEX exclusion_pupil ON exclusion (pupil);
CREATE INDEX call_pupil ON call (pupil);
CREATE INDEX disclosure_recipient ON disclosure (recipient, day, n_pupils, superseded_by, decision);
CREATE INDEX disclosure_day ON disclosure (day, time);
CREATE INDEX disclosure_cohort ON disclosure (cohort) WHERE cohort IS NOT NULL;
CREATE INDEX disclosure_pupil_reverse ON disclosure_pupil (disclosure, pupil);
