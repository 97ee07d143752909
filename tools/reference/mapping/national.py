"""The draft national standard, as far as judgement could be said in it: which draft, which codes."""

DRAFT = "Safeguarding Standard (PUB02), draft of 17 July 2026, SocialCareData/standard at commit ac47964"
"""What was read, whole: its page of properties and vocabularies. Its diagrams are pictures and were not."""

CODES = {
    "LifeEvent.type": (
        *("birth", "death", "ae-attendance", "school-exclusion", "school-suspension", "missing-person"),
        *("safeguarding-concern", "referral", "homeless"),
    ),
    "ServiceEpisode.type": (
        *("early-help", "ehcp", "family-court-order", "cin-plan", "cp-plan", "CAMHS-plan", "section-47"),
        *("care-leaver", "child-looked-after", "adult-safeguarding"),
    ),
    "Organisation.type": ("local-authority", "nhs-trust", "police-force"),
    "Measurement.unit": ("count", "pct"),
    "Observation.type": (
        *("SEND", "EAL", "free-school-meals", "NEET", "non-accidental-injury", "persistent-school-absences"),
        *("pupil-premium", "religion", "temp-accomodation", "accommodation-status", "asd-diagnosis"),
        *("client-funding-status", "dbs-check", "dementia-diagnosis", "employment-status"),
        *("has-unpaid-carer", "hearing-impairment", "support-reason", "visual-impairment"),
    ),
    "involvement": ("SBJ", "PPRF", "WIT", "RESP", "AUT", "INF"),
}
"""Its own codes, top level, spelt as they are there; of involvement the six that it shows of HL7's list."""

ABOUT = """\
The draft Safeguarding Standard for multi-agency information sharing knows *who* is involved with a
person, *what* support is given and *what* happened: organisations, services, professionals, service
episodes, life events. An episode carries findings (an observation, a measurement or free text); a life
event carries none. Below, each part of judgement is held against it.

- **exact**: it says the same there. **broader**: there it becomes part of something wider, and what is
  ours alone is lost. **narrower**: only some of ours can be said there. **none**: there is no place for
  it.
- **What was read** is the text of the draft named above, whole. Its diagrams are pictures and were not
  read. Rows on people rest on the draft Person Standard (PUB01) of the same authors, rows on requests on
  version 0.1 of their model of a request; what was read of either only at second hand is marked
  **unverified**.
- **A false friend.** Their *episode* is a service that somebody receives; ours is something that happened
  to the child before. Neither can be written as the other."""
