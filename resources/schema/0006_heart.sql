-- What the heart of the register asks for beyond its beginning: what was weighed before a decision,
-- the in-tray, incidents, copies of what was sent, sets of safeguards, templates, households, findings
-- that are left as they are, and more about recipients, flows, spells, contacts and agreements.
-- A new column stands empty in every record written before, so their digests stay.

ALTER TABLE disclosure ADD COLUMN considered TEXT NOT NULL DEFAULT '{}';
ALTER TABLE disclosure ADD COLUMN not_told TEXT NOT NULL DEFAULT '{}';
ALTER TABLE disclosure ADD COLUMN request INTEGER;
ALTER TABLE flow ADD COLUMN safeguard_set INTEGER;
ALTER TABLE flow ADD COLUMN safeguards_except TEXT NOT NULL DEFAULT '[]';
ALTER TABLE flow ADD COLUMN onward TEXT NOT NULL DEFAULT '';
ALTER TABLE flow ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE flow ADD COLUMN transfer TEXT NOT NULL DEFAULT '';
ALTER TABLE flow ADD COLUMN transfer_assessment TEXT NOT NULL DEFAULT '';
ALTER TABLE flow ADD COLUMN protected_off INTEGER NOT NULL DEFAULT 0;
ALTER TABLE flow ADD COLUMN let_in TEXT NOT NULL DEFAULT '[]';
ALTER TABLE recipient ADD COLUMN post TEXT NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN dpo_contact TEXT NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN onward TEXT NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN transfer TEXT NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN transfer_assessment TEXT NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN replaces INTEGER;
ALTER TABLE recipient ADD COLUMN ended INTEGER;
ALTER TABLE recipient ADD COLUMN unit_contacts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE spell ADD COLUMN enrolment TEXT NOT NULL DEFAULT '';
ALTER TABLE spell ADD COLUMN other_school TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN orders TEXT NOT NULL DEFAULT '[]';
ALTER TABLE contact ADD COLUMN address_protected INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN no_reports INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agreement ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN kept_at TEXT NOT NULL DEFAULT '';

CREATE TABLE request (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES request (seq),
    superseded_by INTEGER REFERENCES request (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    received_on   INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    recipient     INTEGER,
    asker         TEXT NOT NULL,
    pupils        TEXT NOT NULL,
    items         TEXT NOT NULL,
    asked_for     TEXT NOT NULL,
    purpose       TEXT NOT NULL,
    power         TEXT NOT NULL,
    wanted_by     INTEGER,
    method        TEXT NOT NULL,
    tracking      TEXT NOT NULL,
    entry         INTEGER,
    closed_on     INTEGER,
    outcome       TEXT NOT NULL,
    note          TEXT NOT NULL
) STRICT;

CREATE TABLE incident (
    seq             INTEGER PRIMARY KEY REFERENCES log (seq),
    id              INTEGER NOT NULL,
    supersedes      INTEGER REFERENCES incident (seq),
    superseded_by   INTEGER REFERENCES incident (seq) DEFERRABLE INITIALLY DEFERRED,
    reason          TEXT NOT NULL,
    salt            BLOB NOT NULL CHECK (length(salt) = 16),
    entry           INTEGER NOT NULL,
    aware_on        INTEGER NOT NULL,
    aware_at        TEXT NOT NULL,
    kind            TEXT NOT NULL,
    what            TEXT NOT NULL,
    owner           TEXT NOT NULL,
    recalled_on     INTEGER,
    confirmed_on    INTEGER,
    partner_told_on INTEGER,
    closed_on       INTEGER,
    outcome         TEXT NOT NULL
) STRICT;

CREATE TABLE attachment (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES attachment (seq),
    superseded_by INTEGER REFERENCES attachment (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    entry         INTEGER NOT NULL,
    name          TEXT NOT NULL,
    size          INTEGER NOT NULL,
    digest        TEXT NOT NULL,
    removed       INTEGER NOT NULL
) STRICT;

CREATE TABLE safeguard_set (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES safeguard_set (seq),
    superseded_by INTEGER REFERENCES safeguard_set (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    name          TEXT NOT NULL,
    safeguards    TEXT NOT NULL,
    starter       TEXT NOT NULL,
    removed       INTEGER NOT NULL
) STRICT;

CREATE TABLE template (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES template (seq),
    superseded_by INTEGER REFERENCES template (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    name          TEXT NOT NULL,
    draft         TEXT NOT NULL,
    about         TEXT,
    removed       INTEGER NOT NULL
) STRICT;

CREATE TABLE household (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES household (seq),
    superseded_by INTEGER REFERENCES household (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    pupils        TEXT NOT NULL
) STRICT;

CREATE TABLE acknowledgement (
    seq           INTEGER PRIMARY KEY REFERENCES log (seq),
    id            INTEGER NOT NULL,
    supersedes    INTEGER REFERENCES acknowledgement (seq),
    superseded_by INTEGER REFERENCES acknowledgement (seq) DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    salt          BLOB NOT NULL CHECK (length(salt) = 16),
    about         TEXT NOT NULL,
    number        INTEGER NOT NULL,
    code          TEXT NOT NULL,
    because       TEXT NOT NULL,
    day           INTEGER NOT NULL,
    version       INTEGER,
    removed       INTEGER NOT NULL
) STRICT;

-- The bytes of attached files, by their SHA-256; several entries may share one. A disposal, and nothing
-- else, takes out what no standing attachment names any more.
CREATE TABLE attached_file (
    digest  TEXT PRIMARY KEY CHECK (length(digest) = 64),
    content BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX request_current ON request (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX request_supersedes ON request (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX incident_current ON incident (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX incident_supersedes ON incident (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX attachment_current ON attachment (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX attachment_supersedes ON attachment (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX safeguard_set_current ON safeguard_set (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX safeguard_set_supersedes ON safeguard_set (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX template_current ON template (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX template_supersedes ON template (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX household_current ON household (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX household_supersedes ON household (supersedes) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX acknowledgement_current ON acknowledgement (id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX acknowledgement_supersedes ON acknowledgement (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX incident_entry ON incident (entry);
CREATE INDEX attachment_entry ON attachment (entry);
CREATE INDEX request_entry ON request (entry);
CREATE INDEX attachment_digest ON attachment (digest);
CREATE INDEX disclosure_request ON disclosure (request) WHERE request IS NOT NULL;

DROP TRIGGER disclosure_no_update;
CREATE TRIGGER disclosure_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, day, time, recipient, n_pupils, cohort, purpose,
    decision, unit, flow, flow_version, items, description, basis, heading, method, safeguards,
    trigger_code, asker, decided_by, decided_post, decided_because, emergency, consent, receipt,
    tracking, family_told, note, imported, considered, not_told, request
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
    AND new.considered IS '{}'
    AND new.not_told IS '{}'
    AND new.request IS old.request
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
DROP TRIGGER flow_no_update;
CREATE TRIGGER flow_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, version, recipient, purpose, valid_from, unit, valid_to,
    items, optional_items, basis, heading, notice_line, method, cycle, safeguards, covers,
    standing, condition, agreement, role, starter, safeguard_set, safeguards_except, onward,
    country, transfer, transfer_assessment, protected_off, let_in
ON flow
BEGIN SELECT raise(ABORT, 'append only'); END;
DROP TRIGGER recipient_no_update;
CREATE TRIGGER recipient_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, name, kind, role, units, former_names, person,
    secure_address, phone, dpo, country, keeps_for, contract, placeholder, post, address,
    dpo_contact, onward, transfer, transfer_assessment, replaces, ended, unit_contacts
ON recipient
BEGIN SELECT raise(ABORT, 'append only'); END;
DROP TRIGGER spell_no_update;
CREATE TRIGGER spell_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, pupil, year, class_name, first_day, last_day, left_for,
    enrolment, other_school
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
    AND new.other_school IS ''
    AND new.enrolment IS old.enrolment
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
DROP TRIGGER contact_no_update;
CREATE TRIGGER contact_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, pupil, name, relationship, responsibility, restriction,
    restriction_note, phone, email, address, rank, evidence, orders, address_protected,
    no_reports
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
    AND new.evidence IS ''
    AND new.orders IS '[]'
    AND new.address_protected IS 0
    AND new.no_reports IS 0
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
DROP TRIGGER agreement_no_update;
CREATE TRIGGER agreement_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, title, recipients, starts, ends, review_due, owner,
    directorate, covers, version, partners, purposes, statutes, history, approvals, kind,
    kept_at
ON agreement
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER request_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, received_on, kind, recipient, asker, pupils, items,
    asked_for, purpose, power, wanted_by, method, tracking, entry, closed_on, outcome, note
ON request
WHEN NOT (
    new.seq = old.seq
    AND new.id = old.id
    AND new.supersedes IS old.supersedes
    AND new.reason = ''
    AND new.salt = zeroblob(16)
    AND new.received_on IS old.received_on
    AND new.kind IS old.kind
    AND new.recipient IS old.recipient
    AND new.asker IS '{}'
    AND new.pupils IS old.pupils
    AND new.items IS '[]'
    AND new.asked_for IS ''
    AND new.purpose IS ''
    AND new.power IS ''
    AND new.wanted_by IS old.wanted_by
    AND new.method IS old.method
    AND new.tracking IS ''
    AND new.entry IS old.entry
    AND new.closed_on IS old.closed_on
    AND new.outcome IS ''
    AND new.note IS ''
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER request_superseded_once BEFORE UPDATE OF superseded_by ON request
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER request_no_delete BEFORE DELETE ON request
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER incident_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, entry, aware_on, aware_at, kind, what, owner,
    recalled_on, confirmed_on, partner_told_on, closed_on, outcome
ON incident
WHEN NOT (
    new.seq = old.seq
    AND new.id = old.id
    AND new.supersedes IS old.supersedes
    AND new.reason = ''
    AND new.salt = zeroblob(16)
    AND new.entry IS old.entry
    AND new.aware_on IS old.aware_on
    AND new.aware_at IS ''
    AND new.kind IS old.kind
    AND new.what IS ''
    AND new.owner IS ''
    AND new.recalled_on IS old.recalled_on
    AND new.confirmed_on IS old.confirmed_on
    AND new.partner_told_on IS old.partner_told_on
    AND new.closed_on IS old.closed_on
    AND new.outcome IS ''
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER incident_superseded_once BEFORE UPDATE OF superseded_by ON incident
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER incident_no_delete BEFORE DELETE ON incident
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER attachment_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, entry, name, size, digest, removed
ON attachment
WHEN NOT (
    new.seq = old.seq
    AND new.id = old.id
    AND new.supersedes IS old.supersedes
    AND new.reason = ''
    AND new.salt = zeroblob(16)
    AND new.entry IS old.entry
    AND new.name IS ''
    AND new.size IS 0
    AND new.digest IS ''
    AND new.removed IS old.removed
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER attachment_superseded_once BEFORE UPDATE OF superseded_by ON attachment
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER safeguard_set_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, name, safeguards, starter, removed
ON safeguard_set
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER safeguard_set_superseded_once BEFORE UPDATE OF superseded_by ON safeguard_set
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER safeguard_set_no_delete BEFORE DELETE ON safeguard_set
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER template_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, name, draft, about, removed
ON template
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER template_superseded_once BEFORE UPDATE OF superseded_by ON template
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER template_no_delete BEFORE DELETE ON template
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER household_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, pupils
ON household
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER household_superseded_once BEFORE UPDATE OF superseded_by ON household
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER household_no_delete BEFORE DELETE ON household
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER acknowledgement_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, about, number, code, because, day, version, removed
ON acknowledgement
WHEN NOT (
    new.seq = old.seq
    AND new.id = old.id
    AND new.supersedes IS old.supersedes
    AND new.reason = ''
    AND new.salt = zeroblob(16)
    AND new.about IS old.about
    AND new.number IS old.number
    AND new.code IS old.code
    AND new.because IS ''
    AND new.day IS old.day
    AND new.version IS old.version
    AND new.removed IS old.removed
    AND old.salt <> zeroblob(16)
    AND EXISTS (SELECT 1 FROM disposed WHERE seq = old.seq
                AND disposal = (SELECT max(seq) FROM log))
)
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER acknowledgement_superseded_once BEFORE UPDATE OF superseded_by ON acknowledgement
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER acknowledgement_no_delete BEFORE DELETE ON acknowledgement
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER attached_file_no_update BEFORE UPDATE ON attached_file
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER attached_file_no_delete BEFORE DELETE ON attached_file
WHEN EXISTS (SELECT 1 FROM attachment WHERE digest = old.digest)
BEGIN SELECT raise(ABORT, 'append only'); END;
