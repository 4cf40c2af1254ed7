# The directory of services and the list of known traps.
services-title = Services
services-explain = Who can help, with what, whom, where. What is not known is to be asked, and never means no.
services-printed = As of { $what }. Nobody's name belongs on this paper.
services-add = Add an organisation
services-back = All services
services-back-one = Back to the organisation
services-look = Look
services-everything = Show everything
services-any = Any
services-choose = Please choose
services-service = Service
services-gives = Services
services-for-whom = For whom
services-everybody = everybody
services-nationality = Nationality
services-nationals = nationals of { $what }
services-nationalities = Only for nationals of these countries, if so
services-area = Area
services-area-hint = Area: province, and district at the most. Never a street.
services-language = Language
services-languages = Languages
services-capacity = Places
services-hours = Hours
services-contact = Contact
services-contact-hint = Public contact: telephone, e-mail, site
services-source = Source
services-source-team = a team on this server
services-source-here = added here by { $what }
services-unknown = unknown, ask
services-is-team = works on this server
services-works-as = works on this server as { $what }
services-care = Nobody is named here without a safety check and the person's own consent. Help never depends on it.
services-count =
    { $count ->
        [one] 1 organisation
       *[other] { $count } organisations
    }
services-fitting =
    { $count ->
        [0] Nobody is known to have this
        [one] 1 organisation has this
       *[other] { $count } organisations have this
    }
services-to-ask =
    { $count ->
        [one] 1 organisation to ask
       *[other] { $count } organisations to ask
    }
services-to-ask-explain = Nobody has written down whether they have it.
services-never-checked = Nobody has checked this yet
services-checked =
    { $count ->
        [0] Checked today by { $who }
        [one] Checked yesterday by { $who }
       *[other] Checked { $count } days ago by { $who }
    }
services-stale = Not checked for { $count } days; last by { $who }
services-not-answering =
    { $count ->
        [0] Not answering, says { $who } today
        [one] Not answering since yesterday, says { $who }
       *[other] Not answering for { $count } days, says { $who }
    }
services-check = I asked: it is so
services-say-not-answering = Nobody answers
services-correct = Correct it
services-correct-what = Correct: { $what }
services-check-hint = What you say stands here with your name and today's date. What was said before stays.
services-write-explain = What you do not know, leave empty: it is shown as unknown, to be asked.
services-nobody = Nothing about any survivor belongs here. Shelters and safe houses are shown by area alone: no street, no house, no map.
services-none-is-unknown = none ticked: unknown
services-save = Save
services-history = Who said what
services-history-none = Nobody here has said anything about it yet.
services-history-team = It stands here because it is a team on this server.
services-outdated = A newer pack says otherwise; this no longer counts.
services-link-title = Team on this server
services-link-explain = Referrals to this organisation go to the team. Link them only when you know that they are the same.
services-link-team = Works as
services-link-none = No team here
services-link = Save the team
services-done-checked = Kept: it was checked today.
services-done-not-answering = Kept: nobody answers.
services-done-corrected = Kept, with what stood there before.
services-done-added = The organisation was added.
services-done-linked = Kept.


service-kind-government = Authority
service-kind-police = Police
service-kind-mission = Mission
service-kind-international = International organisation
service-kind-ngo = Organisation
service-kind-shelter = Shelter
service-kind-safe-house = Safe house
service-kind-clinic = Clinic
service-kind-fund = Fund
service-kind-hotline = Hotline
service-kind-research = Research and reporting
service-kind-other = Other

service-group-women = Women
service-group-men = Men
service-group-children = Children
service-group-families = Families

service-said-added = added it
service-said-checked = checked it
service-said-corrected = corrected it
service-said-not-answering = found nobody answering
service-said-linked = linked it to a team on this server
service-said-unlinked = took the link to a team away

service-column-name = Name
service-column-kind = Kind
service-column-services = Services
service-column-for_whom = For whom
service-column-area = Area
service-column-capacity = How many places
service-column-hours = Hours
service-column-languages = Languages
service-column-contact = Contact
service-column-note = What to know before calling


## Known traps: false brokers, impersonated embassies, recruiters.
warnings-title = Warnings
warnings-explain = Known traps: who pretends to help, how it works, what to do.
warnings-ask = Is this a known trap?
warnings-ask-hint = A telephone, an account, a site, a name, or a whole message. Look-alikes are found too. It is kept nowhere.
warnings-look = Look
warnings-found =
    { $count ->
        [0] Not on the list
        [one] One known trap
       *[other] { $count } known traps
    }
warnings-found-none = That says nothing: traps change their names often. If it asks for money, papers or where people sleep, treat it as one, and add it.
warnings-all = All warnings
warnings-add = Add a warning
warnings-add-explain = Say how it works, so that somebody who never met it knows it.
warnings-nobody = Nothing about any survivor, and no private person by name: only what the trap goes by.
warnings-back = All warnings
warnings-name = In a line
warnings-trap = What kind of trap
warnings-goes-by = Goes by:
warnings-goes-by-each = What it goes by: accounts, telephones, sites. One on a line.
warnings-says = How it works
warnings-what = What to do
warnings-what-to-do = What to do:
warnings-save = Warn everybody here
warnings-example = an example, invented
warnings-withdraw = This is no trap
warnings-withdraw-now = Take the warning back
warnings-reason = Why it is none
warnings-withdrawn =
    { $count ->
        [one] 1 warning was taken back
       *[other] { $count } warnings were taken back
    }
warnings-withdrawn-by = Taken back on { $when } by { $who }:
warnings-done-added = Everybody here is warned.
warnings-done-withdrawn = The warning was taken back. It stays readable below, with your reason.

trap-false-broker = False broker
trap-impersonated-mission = Pretends to be a mission
trap-impersonated-helper = Pretends to be an organisation or an authority
trap-recruiter = Recruiter
trap-false-rescue = False rescue
trap-extortion = Extortion
trap-other = Other trap

likeness-same = This is it:
likeness-looks-alike = Looks the same as:
likeness-similar = Nearly the same as:
