"""Types that keep one kind of identifier from being taken for another."""

from typing import NewType

Code = NewType("Code", str)  # a row of a catalogue
PupilId = NewType(
    "PupilId", int
)  # admission order from 1, dense, so that cohorts are small bitmaps
SpellId = NewType("SpellId", int)
ContactId = NewType("ContactId", int)
RecipientId = NewType("RecipientId", int)
FlowId = NewType("FlowId", int)
DisclosureId = NewType("DisclosureId", int)
AgreementId = NewType("AgreementId", int)
ExclusionId = NewType("ExclusionId", int)
CallId = NewType("CallId", int)
HeadingId = NewType("HeadingId", int)
RequestId = NewType("RequestId", int)
SafeguardSetId = NewType("SafeguardSetId", int)
IncidentId = NewType("IncidentId", int)
AttachmentId = NewType("AttachmentId", int)
TemplateId = NewType("TemplateId", int)
HouseholdId = NewType("HouseholdId", int)
AcknowledgementId = NewType("AcknowledgementId", int)
Seq = NewType("Seq", int)  # place of an entry in the register's chain, from 1

NO_CODE = Code("")
