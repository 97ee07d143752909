"""The layout of a census return, 2021 to 2027, element by element.

Source: the reconstruction of the department's schemas in SocialFinanceDigitalLabs/liia-tools-pipeline
@4aff918 (MIT). The group on pre-proceedings is UNVERIFIED: it is in the sample for 2026-27 and the
2026-27 rules of csc-validator-be-cin (MIT), and in no published schema.
"""

import re

from heeded.adapters.exchange.census.layout import codes
from heeded.adapters.exchange.census.layout.codes import CodeList
from heeded.adapters.exchange.census.layout.shapes import Field, Group, Kind, Nested, Spread
from heeded.adapters.exchange.census.records import (
    Assessment,
    CensusChild,
    CensusHeader,
    CinPlan,
    Episode,
    PreProceedings,
    ProtectionPlan,
    Review,
    Section47,
)

LAYOUT_YEARS = range(2021, 2028)
"""The years in which a census year ends whose layouts are known here."""

SEX_SINCE = 2025
CIN_PLANS_SINCE = 2022
PRE_PROCEEDINGS_SINCE = 2027
UPN = re.compile(r"[A-Za-z][0-9]{11}[0-9A-Za-z]")


def _event(attribute: str, label: str) -> Field:
    return Field(attribute, label, Kind.EVENT)


def _closing(attribute: str, label: str) -> Field:
    return Field(attribute, label, Kind.CLOSING)


def _code(attribute: str, label: str, codes: CodeList) -> Field:
    return Field(attribute, label, Kind.CODE, codes)


def _yes_no(attribute: str, label: str) -> Field:
    return Field(attribute, label, Kind.YES_NO)


def _text(attribute: str, label: str) -> Field:
    return Field(attribute, label, Kind.TEXT)


HEADER = Group(
    "the header",
    CensusHeader,
    {
        "CollectionDetails": Spread(
            {
                "Collection": _text("collection", "name of the collection"),
                "Year": Field("year", "year of the return", Kind.YEAR),
                "ReferenceDate": Field("reference_date", "reference date", Kind.DAY),
            }
        ),
        "Source": Spread(
            {
                "SourceLevel": _text("source_level", "level of the source"),
                "LEA": Field("lea", "local authority's number", Kind.FORM, form=re.compile("[0-9]{3}")),
                "SoftwareCode": _text("software", "software"),
                "Release": _text("release", "release of the software"),
                "SerialNo": _text("serial", "serial number"),
                "DateTime": _text("written_at", "time at which the file was written"),
            }
        ),
    },
    required=(("year", "Year"), ("lea", "LEA")),
)

ASSESSMENT = Group(
    "an assessment",
    Assessment,
    {
        "AssessmentActualStartDate": _event("start", "start of the assessment"),
        "AssessmentInternalReviewDate": _event("internal_review", "internal review of the assessment"),
        "AssessmentAuthorisationDate": _closing("authorised", "authorisation of the assessment"),
        "FactorsIdentifiedAtAssessment": Spread(
            {
                "AssessmentFactors": Field(
                    "factors", "factor found at assessment", Kind.CODE, codes.ASSESSMENT_FACTORS, many=True
                )
            }
        ),
    },
    required=(("start", "AssessmentActualStartDate"),),
    order=(("start", "internal_review"), ("start", "authorised")),
)

CIN_PLAN = Group(
    "a child-in-need plan",
    CinPlan,
    {
        "CINPlanStartDate": _event("start", "start of the child-in-need plan"),
        "CINPlanEndDate": _event("end", "end of the child-in-need plan"),
    },
    required=(("start", "CINPlanStartDate"),),
    order=(("start", "end"),),
)

SECTION_47 = Group(
    "a section 47 enquiry",
    Section47,
    {
        "S47ActualStartDate": _event("start", "start of the section 47 enquiry"),
        "InitialCPCtarget": Field("conference_target", "day set for the initial conference", Kind.PLANNED),
        "DateOfInitialCPC": _event("conference_date", "initial child protection conference"),
        "ICPCnotRequired": _yes_no("conference_not_required", "whether no initial conference was required"),
    },
    required=(("start", "S47ActualStartDate"), ("conference_not_required", "ICPCnotRequired")),
    order=(("start", "conference_target"), ("start", "conference_date")),
)

PROTECTION_PLAN = Group(
    "a child protection plan",
    ProtectionPlan,
    {
        "CPPstartDate": _event("start", "start of the child protection plan"),
        "CPPendDate": _event("end", "end of the child protection plan"),
        "InitialCategoryOfAbuse": _code(
            "initial_category", "initial category of abuse", codes.CATEGORIES_OF_ABUSE
        ),
        "LatestCategoryOfAbuse": _code(
            "latest_category", "latest category of abuse", codes.CATEGORIES_OF_ABUSE
        ),
        "NumberOfPreviousCPP": Field("previous_plans", "number of earlier plans", Kind.COUNT),
        "Reviews": Spread(
            {
                "CPPreviewDate": Field(
                    "reviews", "review of the child protection plan", Kind.EVENT, many=True, wrap=Review
                )
            }
        ),
    },
    required=(
        ("start", "CPPstartDate"),
        ("initial_category", "InitialCategoryOfAbuse"),
        ("latest_category", "LatestCategoryOfAbuse"),
        ("previous_plans", "NumberOfPreviousCPP"),
    ),
    order=(("start", "end"), ("start", "reviews")),
)

PRE_PROCEEDINGS = Group(
    "pre-proceedings",
    PreProceedings,
    {
        "PPStartDate": _event("start", "decision to begin pre-proceedings"),
        "LBPSentDate": _event("letter_sent", "letter before proceedings"),
        "FGDMMeetingOffer": _yes_no("meeting_offered", "whether a family group meeting was offered"),
        "FGDMMeetingFac": _yes_no("meeting_facilitated", "whether a family group meeting was facilitated"),
        "InitialPPMeetingDate": _event("first_meeting", "first pre-proceedings meeting"),
        "ReviewMeetingsCount": Field("review_meetings", "number of review meetings", Kind.COUNT),
        "StepDecisionDate": _closing("step_decision", "decision to step up or down"),
        "PPOutcome": _code("outcome", "outcome of pre-proceedings", codes.OUTCOMES),
        "CourtAppDate": _event("court_application", "application to the court"),
        "LetterInitCPDate": _event("proceedings_letter", "letter beginning care proceedings"),
    },
    order=(
        ("start", "letter_sent"),
        ("start", "step_decision"),
        ("step_decision", "court_application"),
        ("court_application", "proceedings_letter"),
    ),
)
"""UNVERIFIED; the order of its days follows rules 9006, 9009, 9012 and 9013 of csc-validator-be-cin."""

EPISODE = Group(
    "an episode",
    Episode,
    {
        "CINreferralDate": _event("referral_date", "referral"),
        "ReferralSource": _code("referral_source", "source of the referral", codes.REFERRAL_SOURCES),
        "PrimaryNeedCode": _code("primary_need", "primary need", codes.PRIMARY_NEEDS),
        "CINclosureDate": _closing("closure_date", "closure"),
        "ReasonForClosure": _code("closure_reason", "reason for closure", codes.CLOSURE_REASONS),
        "DateOfInitialCPC": _event("conference_date", "initial conference, of a child moving in"),
        "Assessments": Nested("assessments", ASSESSMENT),
        "CINPlanDates": Nested("cin_plans", CIN_PLAN, since=CIN_PLANS_SINCE),
        "Section47": Nested("section47s", SECTION_47),
        "ReferralNFA": _yes_no("referral_nfa", "whether the referral led to no further action"),
        "ChildProtectionPlans": Nested("protection_plans", PROTECTION_PLAN),
        "PreProceedingsandFGDM": Nested("pre_proceedings", PRE_PROCEEDINGS, since=PRE_PROCEEDINGS_SINCE),
    },
    required=(("referral_source", "ReferralSource"), ("referral_nfa", "ReferralNFA")),
    order=(("referral_date", "closure_date"),),
)

CHILD = Group(
    "a child",
    CensusChild,
    {
        "ChildIdentifiers": Spread(
            {
                "LAchildID": Field("la_child_id", "council's identifier of the child", Kind.IDENTITY),
                "UPN": Field("upn", "unique pupil number", Kind.FORM, form=UPN),
                "FormerUPN": Field("former_upn", "former unique pupil number", Kind.FORM, form=UPN),
                "UPNunknown": _code("upn_unknown", "reason for no UPN", codes.UPN_UNKNOWN),
                "PersonBirthDate": Field("birth", "date of birth", Kind.PERSONAL),
                "ExpectedPersonBirthDate": Field("expected_birth", "expected date of birth", Kind.EXPECTED),
                "GenderCurrent": Field(
                    "sex", "gender", Kind.CODE, codes.GENDERS_AND_SEXES, until=SEX_SINCE - 1
                ),
                "Sex": Field("sex", "sex", Kind.CODE, codes.SEXES, since=SEX_SINCE),
                "PersonDeathDate": Field("death", "date of death", Kind.PERSONAL),
            }
        ),
        "ChildCharacteristics": Spread(
            {
                "Ethnicity": _code("ethnicity", "ethnicity", codes.ETHNICITIES),
                "Disabilities": Spread(
                    {
                        "Disability": Field(
                            "disabilities", "disability", Kind.CODE, codes.DISABILITIES, many=True
                        )
                    }
                ),
            }
        ),
        "CINdetails": Nested("episodes", EPISODE, late=True),
    },
    required=(("sex", "Sex"), ("ethnicity", "Ethnicity")),
    order=(("birth", "death"),),
)
