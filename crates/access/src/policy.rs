//! The table of roles: which compartments a role reads and writes, and what it may do.

use vault::Compartment::{self, Care, Identity, Journey, Protection, Testimony};

/// What a member of staff is here to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Outreach,
    Caseworker,
    ProtectionOfficer,
    ConsularOfficer,
    ShelterManager,
    FundManager,
    Analyst,
    Auditor,
    Administrator,
    /// A program of somebody else; each has rights of its own instead of those of a role.
    Integration,
}

base::keys!(Role {
    Outreach = "outreach",
    Caseworker = "caseworker",
    ProtectionOfficer = "protection-officer",
    ConsularOfficer = "consular-officer",
    ShelterManager = "shelter-manager",
    FundManager = "fund-manager",
    Analyst = "analyst",
    Auditor = "auditor",
    Administrator = "administrator",
    Integration = "integration",
});

/// What somebody may ask the registry to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    Register,
    FindPeople,
    OpenCase,
    Correct,
    TakeInList,
    Export,
    PrintCard,
    /// Hear a person: ask, keep what they say, see what it comes to, and note what was decided.
    Hear,
    /// Write letters about a person, and take them back.
    WriteLetter,
    /// See and note what leads a person out: the safety check, the way they choose, how far each step is.
    Plan,
    ManageMembers,
    ReadLog,
    ReadChanges,
    ManageWebhooks,
    /// Record consent, give parts of a case to others and take them back.
    Refer,
    AnswerReferral,
    ReadLedger,
    ReadDirectory,
    KeepDirectory,
    /// Bring an instrument of one's own, by which people are heard.
    KeepInstruments,
    AddAttachment,
    OpenAttachment,
    RemoveAttachment,
    IssueDocument,
    /// See who has read a case of the own team.
    SeeReadings,
    /// Ask for the keys of a case that is not open to oneself.
    AskEmergency,
    /// Give them, as the second person, or not.
    GrantEmergency,
    /// Say afterwards whether it was right.
    ReviewEmergency,
    /// Ask for a person to be erased, and confirm what somebody else asked for.
    Erase,
}

base::keys!(Action {
    Register = "register",
    FindPeople = "find-people",
    OpenCase = "open-case",
    Correct = "correct",
    TakeInList = "take-in-list",
    Export = "export",
    PrintCard = "print-card",
    Hear = "hear",
    WriteLetter = "write-letter",
    Plan = "plan",
    ManageMembers = "manage-members",
    ReadLog = "read-log",
    ReadChanges = "read-changes",
    ManageWebhooks = "manage-webhooks",
    Refer = "refer",
    AnswerReferral = "answer-referral",
    ReadLedger = "read-ledger",
    ReadDirectory = "read-directory",
    KeepDirectory = "keep-directory",
    KeepInstruments = "keep-instruments",
    AddAttachment = "add-attachment",
    OpenAttachment = "open-attachment",
    RemoveAttachment = "remove-attachment",
    IssueDocument = "issue-document",
    SeeReadings = "see-readings",
    AskEmergency = "ask-emergency",
    GrantEmergency = "grant-emergency",
    ReviewEmergency = "review-emergency",
    Erase = "erase",
});

impl Role {
    /// The roles that people have.
    pub fn of_people() -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(|role| *role != Role::Integration)
    }

    /// The compartments whose team keys a member of this role is given.
    pub const fn reads(self) -> &'static [Compartment] {
        match self {
            Role::Caseworker => &[Identity, Journey, Care, Protection],
            Role::ProtectionOfficer => &[Identity, Journey, Care, Protection, Testimony],
            Role::ConsularOfficer => &[Identity, Journey],
            Role::ShelterManager => &[Identity, Journey, Care],
            Role::FundManager => &[Journey],
            Role::Outreach | Role::Analyst | Role::Auditor | Role::Administrator | Role::Integration => &[],
        }
    }

    /// The compartments in which this role may add to an open case.
    pub const fn writes(self) -> &'static [Compartment] {
        match self {
            Role::Outreach => &[Identity, Journey, Care, Protection],
            Role::Caseworker => &[Identity, Journey, Care, Protection],
            Role::ProtectionOfficer => &[Protection, Testimony],
            Role::ConsularOfficer | Role::ShelterManager | Role::FundManager => &[Journey],
            Role::Analyst | Role::Auditor | Role::Administrator | Role::Integration => &[],
        }
    }

    /// For how many hours this role reads the identity of those it registered itself.
    pub const fn reads_own_for_hours(self) -> Option<i64> {
        match self {
            Role::Outreach => Some(24),
            _ => None,
        }
    }

    pub const fn in_a_team(self) -> bool {
        !matches!(self, Role::Analyst | Role::Auditor | Role::Administrator)
    }

    /// Whether the role may be in a team of this kind. A consular officer is in a team of their mission alone: they would
    /// hold another team's key of *identity*, and read the names of people who fear their state.
    pub fn fits(self, kind: &str) -> bool {
        self != Role::ConsularOfficer || kind == "mission"
    }

    /// Registering delivers into all compartments without reading them, so whoever receives people may do it
    /// (docs/decisions/0002-registering-is-delivering.md).
    pub const fn may(self, action: Action) -> bool {
        use Action::*;
        match action {
            // Who can help is for everybody here; nobody in it is a survivor.
            ReadDirectory => return !matches!(self, Role::Integration),
            KeepDirectory => {
                return matches!(
                    self,
                    Role::Caseworker | Role::ProtectionOfficer | Role::ConsularOfficer | Role::ShelterManager
                );
            }
            AddAttachment | OpenAttachment | RemoveAttachment | IssueDocument => {
                return self.may_with_attachments(action);
            }
            KeepInstruments => return matches!(self, Role::ProtectionOfficer),
            Plan => return matches!(self, Role::Caseworker | Role::ProtectionOfficer | Role::ConsularOfficer),
            _ => {}
        }
        match self {
            Role::Outreach => matches!(action, Register | FindPeople | OpenCase | PrintCard | AskEmergency),
            Role::Caseworker => {
                Role::ConsularOfficer.may(action) || matches!(action, GrantEmergency | Hear | WriteLetter)
            }
            Role::ConsularOfficer | Role::ShelterManager => {
                let watches = matches!(action, GrantEmergency | ReviewEmergency | Hear | WriteLetter);
                (Role::ProtectionOfficer.may(action) && !watches) || matches!(action, Register | TakeInList)
            }
            Role::ProtectionOfficer => matches!(
                action,
                FindPeople
                    | OpenCase
                    | Correct
                    | Export
                    | PrintCard
                    | Hear
                    | WriteLetter
                    | ReadChanges
                    | Refer
                    | AnswerReferral
                    | ReadLedger
                    | SeeReadings
                    | AskEmergency
                    | GrantEmergency
                    | ReviewEmergency
                    | Erase
            ),
            Role::FundManager => matches!(action, FindPeople | OpenCase | AnswerReferral),
            Role::Analyst | Role::Integration => false,
            Role::Auditor => matches!(action, ReadLog),
            Role::Administrator => matches!(action, ManageMembers | ManageWebhooks),
        }
    }

    /// Whoever works with cases sees, adds and removes pictures as far as keys and authorship go; a travel document
    /// is noted as issued by those who bring it about (docs/access.md).
    const fn may_with_attachments(self, action: Action) -> bool {
        match self {
            Role::Caseworker | Role::ConsularOfficer => true,
            Role::Outreach | Role::ProtectionOfficer | Role::ShelterManager => !matches!(action, Action::IssueDocument),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reviewed table; change it only together with the table in docs/access.md.
    #[test]
    fn the_table_of_roles_is_the_reviewed_one() {
        let mut table = String::new();
        for role in Role::ALL {
            let list =
                |compartments: &[Compartment]| compartments.iter().map(|c| c.key()).collect::<Vec<_>>().join(" ");
            let actions: Vec<_> = Action::ALL.iter().filter(|a| role.may(**a)).map(|a| a.key()).collect();
            table += &format!(
                "{}\n  reads {}\n  writes {}\n  may {}\n",
                role.key(),
                list(role.reads()),
                list(role.writes()),
                actions.join(" ")
            );
        }
        assert_eq!(table, include_str!("policy.txt"), "\n{table}");
    }

    #[test]
    fn sec06_auditor_and_administrator_hold_no_key() {
        assert!(Role::Auditor.reads().is_empty() && Role::Administrator.reads().is_empty());
    }
}
