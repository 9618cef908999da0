-- Fewer indexes to write with every entry, and those that are left answer more.

-- Only the check of the whole register looked through it, and that reads the log anyway.
DROP INDEX log_entity;

-- One index finds every version of an entry, and lets only one of them be current.
DROP INDEX disclosure_id;
DROP INDEX disclosure_current;
CREATE UNIQUE INDEX disclosure_current ON disclosure (id, ifnull(superseded_by, 0));

-- When a recipient was last sent anything, in all and for each flow, without opening an entry.
DROP INDEX disclosure_recipient;
CREATE INDEX disclosure_recipient ON disclosure (recipient, day, superseded_by, decision, flow);

-- A pupil's own words are found when the name changes or is disposed of.
CREATE INDEX pupil_word_pupil ON pupil_word (pupil);
