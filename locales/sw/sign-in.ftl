# Not yet reviewed by a native speaker.
sign-in-title = Ingia
sign-in-name = Jina
sign-in-passphrase = Maneno ya siri
sign-in-code = Msimbo
sign-in-code-hint = Tarakimu sita kutoka programu yako ya uthibitishaji, au mmoja wa misimbo yako ya akiba.
sign-in-submit = Ingia

sign-in-demo-title = Chagua kazi yako
sign-in-demo-invented = Watu wote hapa ni wa kubuniwa. Jaribu chochote.
sign-in-by-name = Ingia kwa jina badala yake
sign-in-role-outreach = Husajili watu mitaani, kwa simu
sign-in-role-caseworker = Humfuatilia kila mtu hadi awe salama
sign-in-role-protection-officer = Husikiliza watu na kulinda usalama wao
sign-in-role-consular-officer = Hupokea orodha na kutoa hati
sign-in-role-shelter-manager = Humtafutia kila mtu mahali pa kulala
sign-in-role-fund-manager = Hulipa tiketi na ada
sign-in-role-analyst = Huona takwimu, kamwe si majina
sign-in-role-auditor = Husoma kumbukumbu, kamwe si kesi
sign-in-role-administrator = Huendesha mfumo, kamwe hasomi kesi

passphrase-title = Badilisha maneno yako ya siri
passphrase-explain = Chagua maneno machache ambayo ni wewe tu ungeyaweka pamoja. Kuingia kwako kwingine kote kutaisha; huku kutabaki.
passphrase-now = Maneno yako ya siri ya sasa
passphrase-new = Maneno mapya ya siri
passphrase-new-hint = Angalau herufi { $count }.
passphrase-again = Maneno mapya ya siri, mara nyingine
passphrase-submit = Badilisha maneno ya siri
passphrase-changed = Maneno yako ya siri yamebadilishwa. Kuingia kwako kwingine kote kumeisha.
passphrase-short = Maneno mapya ya siri ni mafupi mno. Yanahitaji angalau herufi { $count }.
passphrase-same = Haya ndiyo maneno yako ya siri ya sasa. Tafadhali chagua mengine.
passphrase-different = Hayafanani. Tafadhali andika maneno mapya ya siri mara mbili.
passphrase-refused = Maneno ya siri na msimbo havilingani. Msimbo hutumika mara moja tu. Hakuna kilichobadilishwa.

opening-title = Kesi za timu yako zinafunguliwa
opening-explain = Inachukua muda kidogo. Ukurasa utaendelea wenyewe.
opening-progress = { $done } kati ya { $total }
opening-again = Tazama tena
