"""A release with marks of all kinds, for what must hold of any release."""

from marked import release

from topline.training.release import MarkedRelease

LINES = (
    "# [COMPANY Merrow Bay] Reports First Quarter; [DRUG RELOVA] Approved",
    "SAVANNAH, Ga., May 4, 2004 -- [COMPANY Merrow Bay Therapeutics, Inc.] today {results_reported occurred today #r |"
    " announced results} for the quarter. {#r | Net loss} was [MONEY:net_loss@r $3.14 million], or"
    " [PER_SHARE:loss_per_share@r $0.34 per share], and [PERSON Dr. Ann Orrin] {organisation_change occurred |"
    " was appointed} Chief Medical Officer of [COMPANY Merrow Bay].",
    "## First Quarter Highlights",
    "* In [DATE:when@a February 2004] the [AGENCY U.S. Food and Drug Administration] ([AGENCY FDA]) {approval occurred"
    " positive #a | approved [DRUG Relova]} ([DRUG MB-4171]) for [INDICATION gout], and [COMPANY Orrin Pharma]"
    " {launch planned #l | will launch} it in [DATE:when@l June 2004].",
    "* A [PHASE Phase 2] trial of [DRUG Zanvorilate] {trial_start ongoing period | is enrolling} 200 to 240 people, of"
    " whom [COUNT:patients 120 patients] have been treated; {enrollment_complete planned | the last is expected} in"
    " [DATE:when the third quarter of 2004].",
    "* {private_placement occurred #p | A placement} of [SHARES:shares@p 2,500,000 shares] at"
    " [PER_SHARE:price_per_share@p $5.15 per share] raised [MONEY:gross@p=12875000 $12.9 million] from"
    " [COMPANY Fenland Capital]. {guidance planned #g | Costs} will be [MONEY:other@g $21 million to $24 million].",
    "| Revenue       1,200\n| Net loss     (3,140)",
    "{!approval !launch | If approved, Zanvorilate may be sold} by [COMPANY Merrow Bay] or by others in many lands, as"
    " the law of each of them asks, and in the way that [COMPANY Merrow Bay] then holds to be the best one for all.",
)


def written() -> MarkedRelease:
    return release(*LINES, period="2004-01-01/2004-03-31")
