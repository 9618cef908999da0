-- Keeping and disposing (docs/adr/0016-disposal.md). No table that stands is rebuilt: a disposed
-- record has its salt overwritten with zeros and its words emptied, and `disposed` says by which
-- disposal. The guards let exactly that through, once, right after the disposal was written.

CREATE TABLE hold (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES hold (seq),
    superseded_by INTEGER REFERENCES hold (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    why           TEXT NOT NULL,
    note          TEXT NOT NULL,
    first_day     INTEGER NOT NULL,
    pupil         INTEGER,
    recipient     INTEGER,
    lifted_on     INTEGER
) STRICT;

-- The school's own word on a retention rule of the catalogue.
CREATE TABLE keeping (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES keeping (seq),
    superseded_by INTEGER REFERENCES keeping (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    rule          TEXT NOT NULL,
    years         INTEGER NOT NULL,
    authority     TEXT NOT NULL,
    in_use        INTEGER NOT NULL
) STRICT;

CREATE TABLE disposal (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES disposal (seq),
    superseded_by INTEGER REFERENCES disposal (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    day           INTEGER NOT NULL,
    what          TEXT NOT NULL,
    because       TEXT NOT NULL,
    approved_by   TEXT NOT NULL,
    pupil         INTEGER,
    entries       TEXT NOT NULL,
    calls         INTEGER NOT NULL,
    records       INTEGER NOT NULL,
    first_day     INTEGER,
    last_day      INTEGER,
    rule          TEXT NOT NULL,
    years         INTEGER NOT NULL,
    skeleton      TEXT NOT NULL
) STRICT;

-- Which records each disposal blanked; held by the disposal's own digest.
CREATE TABLE disposed (
    seq      INTEGER PRIMARY KEY REFERENCES log (seq),
    disposal INTEGER NOT NULL REFERENCES disposal (seq)
) STRICT;

CREATE UNIQUE INDEX hold_current ON hold (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX hold_supersedes ON hold (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX keeping_current ON keeping (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX keeping_supersedes ON keeping (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX disposal_current ON disposal (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX disposal_supersedes ON disposal (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX hold_pupil ON hold (pupil);
CREATE INDEX disposal_pupil ON disposal (pupil);
CREATE INDEX disposed_disposal ON disposed (disposal, seq);

CREATE TRIGGER disposed_at_once BEFORE INSERT ON disposed
WHEN new.disposal IS NOT (SELECT max(seq) FROM log)
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER disposed_no_update BEFORE UPDATE ON disposed
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER disposed_no_delete BEFORE DELETE ON disposed
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER keeping_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, rule, years, authority, in_use
ON keeping
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER disposal_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, day, what, because, approved_by, pupil, entries, calls,
    records, first_day, last_day, rule, years, skeleton
ON disposal
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER hold_superseded_once BEFORE UPDATE OF superseded_by ON hold
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER hold_no_delete BEFORE DELETE ON hold
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER keeping_superseded_once BEFORE UPDATE OF superseded_by ON keeping
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER keeping_no_delete BEFORE DELETE ON keeping
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER disposal_superseded_once BEFORE UPDATE OF superseded_by ON disposal
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER disposal_no_delete BEFORE DELETE ON disposal
BEGIN SELECT raise(ABORT, 'append only'); END;

DROP TRIGGER pupil_no_update;
CREATE TRIGGER pupil_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, surname, forename, born, upn, upn_state, known_as,
    former_names, former_upns, admission_number, protected, flags
ON pupil
WHEN NOT (
    new.seq = old.seq
    AND new.id = old.id
    AND new.supersedes IS old.supersedes
    AND new.reason = ''
    AND new.salt = zeroblob(16)
    AND new.surname IS ''
    AND new.forename IS ''
    AND new.born IS 1
    AND new.upn IS ''
    AND new.upn_state IS 'none'
    AND new.known_as IS ''
    AND new.former_names IS '[]'
    AND new.former_upns IS '[]'
    AND new.admission_number IS ''
    AND new.protected IS 0
    AND new.flags IS '[]'
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
DROP TRIGGER spell_no_update;
CREATE TRIGGER spell_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, pupil, year, class_name, first_day, last_day, left_for
ON spell
WHEN NOT (
    new.seq = old.seq
    AND new.id = old.id
    AND new.supersedes IS old.supersedes
    AND new.reason = ''
    AND new.salt = zeroblob(16)
    AND new.class_name IS ''
    AND new.left_for IS ''
    AND new.pupil IS old.pupil
    AND new.year IS old.year
    AND new.first_day IS old.first_day
    AND new.last_day IS old.last_day
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
DROP TRIGGER contact_no_update;
CREATE TRIGGER contact_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, pupil, name, relationship, responsibility, restriction,
    restriction_note, phone, email, address, rank
ON contact
WHEN NOT (
    new.seq = old.seq
    AND new.id = old.id
    AND new.supersedes IS old.supersedes
    AND new.reason = ''
    AND new.salt = zeroblob(16)
    AND new.name IS ''
    AND new.relationship IS ''
    AND new.responsibility IS 0
    AND new.restriction IS 'none'
    AND new.restriction_note IS ''
    AND new.phone IS ''
    AND new.email IS ''
    AND new.address IS ''
    AND new.rank IS 1
    AND new.pupil IS old.pupil
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
DROP TRIGGER exclusion_no_update;
CREATE TRIGGER exclusion_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, pupil, recipient, why, first_day, last_day, flow
ON exclusion
WHEN NOT (
    new.seq = old.seq
    AND new.id = old.id
    AND new.supersedes IS old.supersedes
    AND new.reason = ''
    AND new.salt = zeroblob(16)
    AND new.why IS ''
    AND new.pupil IS old.pupil
    AND new.recipient IS old.recipient
    AND new.first_day IS old.first_day
    AND new.last_day IS old.last_day
    AND new.flow IS old.flow
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
DROP TRIGGER disclosure_no_update;
CREATE TRIGGER disclosure_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, day, time, recipient, n_pupils, cohort, purpose,
    decision, unit, flow, flow_version, items, description, basis, heading, method, safeguards,
    trigger_code, asker, decided_by, decided_post, decided_because, emergency, consent, receipt,
    tracking, family_told, note, imported
ON disclosure
WHEN NOT (
    new.seq = old.seq
    AND new.id = old.id
    AND new.supersedes IS old.supersedes
    AND new.reason = ''
    AND new.salt = zeroblob(16)
    AND new.time IS ''
    AND new.purpose IS ''
    AND new.description IS ''
    AND new.asker IS '{}'
    AND new.decided_by IS ''
    AND new.decided_post IS ''
    AND new.decided_because IS ''
    AND new.emergency IS ''
    AND new.consent IS ''
    AND new.tracking IS ''
    AND new.note IS ''
    AND new.day IS old.day
    AND new.recipient IS old.recipient
    AND new.n_pupils IS old.n_pupils
    AND new.cohort IS old.cohort
    AND new.decision IS old.decision
    AND new.unit IS old.unit
    AND new.flow IS old.flow
    AND new.flow_version IS old.flow_version
    AND new.heading IS old.heading
    AND new.method IS old.method
    AND new.safeguards IS old.safeguards
    AND new.trigger_code IS old.trigger_code
    AND new.receipt IS old.receipt
    AND new.family_told IS old.family_told
    AND new.imported IS old.imported
    AND (SELECT items FROM item_set WHERE number = new.items) IS '[]'
    AND new.basis IS json_remove(old.basis, '$.policy_document', '$.override_reason')
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
DROP TRIGGER call_no_update;
CREATE TRIGGER call_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, pupil, day, time, caller, caller_name, known_by, note,
    answer_digest, organisations
ON call
WHEN NOT (
    new.seq = old.seq
    AND new.id = old.id
    AND new.supersedes IS old.supersedes
    AND new.reason = ''
    AND new.salt = zeroblob(16)
    AND new.time IS ''
    AND new.caller IS NULL
    AND new.caller_name IS ''
    AND new.known_by IS '[]'
    AND new.note IS ''
    AND new.answer_digest IS ''
    AND new.pupil IS old.pupil
    AND new.day IS old.day
    AND new.organisations IS old.organisations
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER hold_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, note, why, first_day, pupil, recipient, lifted_on
ON hold
WHEN NOT (
    new.seq = old.seq
    AND new.id = old.id
    AND new.supersedes IS old.supersedes
    AND new.reason = ''
    AND new.salt = zeroblob(16)
    AND new.note IS ''
    AND new.why IS old.why
    AND new.first_day IS old.first_day
    AND new.pupil IS old.pupil
    AND new.recipient IS old.recipient
    AND new.lifted_on IS old.lifted_on
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
