"""Which disclosures hold one pupil, as a condition for `Reader.read`; bind `pupil`."""

HOLDS = """WHERE r.seq IN (
    SELECT disclosure FROM disclosure_pupil WHERE pupil = :pupil
    UNION ALL
    SELECT d.seq FROM cohort c CROSS JOIN disclosure d ON d.cohort = c.number
    WHERE c.base <= :pupil AND :pupil < c.top
      AND instr('0123456789ABCDEF', substr(hex(substr(
              c.bits, (:pupil - c.base) / 8 + 1, 1)), 2 - (:pupil - c.base) % 8 / 4, 1)) - 1
          >> (:pupil - c.base) % 4 & 1)"""
