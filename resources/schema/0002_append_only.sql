-- Nothing is edited and nothing is deleted; a record is superseded once.

CREATE TRIGGER meta_no_update BEFORE UPDATE ON meta
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER meta_no_delete BEFORE DELETE ON meta
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER log_no_update BEFORE UPDATE ON log
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER log_no_delete BEFORE DELETE ON log
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER item_set_no_update BEFORE UPDATE ON item_set
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER item_set_no_delete BEFORE DELETE ON item_set
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER cohort_no_update BEFORE UPDATE ON cohort
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER cohort_no_delete BEFORE DELETE ON cohort
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER disclosure_pupil_no_update BEFORE UPDATE ON disclosure_pupil
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER disclosure_pupil_no_delete BEFORE DELETE ON disclosure_pupil
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER school_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, name, kind, nation, address, phone, email, website,
    head, dpo, dpo_contact, laestab, urn, practice, marking
ON school
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER school_superseded_once BEFORE UPDATE OF superseded_by ON school
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER school_no_delete BEFORE DELETE ON school
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER pupil_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, surname, forename, born, upn, upn_state, known_as,
    former_names, former_upns, admission_number, protected, flags
ON pupil
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER pupil_superseded_once BEFORE UPDATE OF superseded_by ON pupil
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER pupil_no_delete BEFORE DELETE ON pupil
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER spell_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, pupil, year, class_name, first_day, last_day, left_for
ON spell
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER spell_superseded_once BEFORE UPDATE OF superseded_by ON spell
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER spell_no_delete BEFORE DELETE ON spell
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER contact_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, pupil, name, relationship, responsibility, restriction,
    restriction_note, phone, email, address, rank
ON contact
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER contact_superseded_once BEFORE UPDATE OF superseded_by ON contact
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER contact_no_delete BEFORE DELETE ON contact
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER recipient_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, name, kind, role, units, former_names, person,
    secure_address, phone, dpo, country, keeps_for, contract, placeholder
ON recipient
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER recipient_superseded_once BEFORE UPDATE OF superseded_by ON recipient
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER recipient_no_delete BEFORE DELETE ON recipient
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER agreement_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, title, recipients, starts, ends, review_due, owner,
    directorate, covers, version, partners, purposes, statutes, history, approvals
ON agreement
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER agreement_superseded_once BEFORE UPDATE OF superseded_by ON agreement
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER agreement_no_delete BEFORE DELETE ON agreement
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER heading_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, code, words, purpose, lead_in, place
ON heading
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER heading_superseded_once BEFORE UPDATE OF superseded_by ON heading
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER heading_no_delete BEFORE DELETE ON heading
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER flow_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, version, recipient, purpose, valid_from, unit,
    valid_to, items, optional_items, basis, heading, notice_line, method, cycle, safeguards,
    covers, standing, condition, agreement, role, starter
ON flow
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER flow_superseded_once BEFORE UPDATE OF superseded_by ON flow
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER flow_no_delete BEFORE DELETE ON flow
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER exclusion_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, pupil, recipient, why, first_day, last_day, flow
ON exclusion
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER exclusion_superseded_once BEFORE UPDATE OF superseded_by ON exclusion
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER exclusion_no_delete BEFORE DELETE ON exclusion
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER disclosure_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, day, time, recipient, n_pupils, cohort, purpose,
    decision, unit, flow, flow_version, items, description, basis, heading, method,
    safeguards, trigger_code, asker, decided_by, decided_post, decided_because, emergency,
    consent, receipt, tracking, family_told, note, imported
ON disclosure
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER disclosure_superseded_once BEFORE UPDATE OF superseded_by ON disclosure
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER disclosure_no_delete BEFORE DELETE ON disclosure
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER call_no_update BEFORE UPDATE OF
    seq, id, supersedes, reason, salt, pupil, day, time, caller, caller_name, known_by, note,
    answer_digest, organisations
ON call
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER call_superseded_once BEFORE UPDATE OF superseded_by ON call
WHEN old.superseded_by IS NOT NULL OR new.superseded_by IS NULL
BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER call_no_delete BEFORE DELETE ON call
BEGIN SELECT raise(ABORT, 'append only'); END;
