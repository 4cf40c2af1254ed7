//! The closed vocabularies. What stands in none of them can enter no plan.

use crate::set::{Set, words};

/// A way out. Which step ends it, and which steps lead there, is the pack's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// With the help of an organisation, a fund or the mission.
    ReturnWithHelp,
    /// Alone, with own papers and own money where possible.
    SelfPaid,
    /// A flight or a bus that the person's state sends for many.
    StateCharter,
    ThirdCountry,
    /// Asylum, or another protection from being returned.
    Protection,
    /// On a travel document of the Red Cross, where no mission issues one or none may be asked.
    IcrcDocument,
    /// With leave to stay, for as long as the person wishes.
    Staying,
    /// Done to the person by the authorities. Nobody chooses it, and it is never called a return.
    Deportation,
}

words!(Way {
    ReturnWithHelp = "return-with-help",
    SelfPaid = "self-paid",
    StateCharter = "state-charter",
    ThirdCountry = "third-country",
    Protection = "protection",
    IcrcDocument = "icrc-document",
    Staying = "staying",
    Deportation = "deportation",
});

pub type Ways = Set<Way>;

impl Way {
    /// Whether whoever goes it can be said to have wanted it. A pack has no say in this.
    pub const fn is_voluntary(self) -> bool {
        !matches!(self, Way::Deportation)
    }
}

/// A way that somebody chose: never deportation.
///
/// ```
/// use pathway::{Choice, Way};
/// assert!(Choice::of(Way::Deportation).is_none());
/// assert_eq!(Choice::of(Way::SelfPaid).unwrap().way(), Way::SelfPaid);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Choice(Way);

impl Choice {
    pub const fn of(way: Way) -> Option<Choice> {
        if way.is_voluntary() { Some(Choice(way)) } else { None }
    }
    pub const fn way(self) -> Way {
        self.0
    }
}

/// Who sees to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    Person,
    Caseworker,
    Supervisor,
    Lawyer,
    Clinic,
    Mission,
    Authority,
    Agency,
    Fund,
    Carrier,
    Reception,
}

words!(Owner {
    Person = "person",
    Caseworker = "caseworker",
    Supervisor = "supervisor",
    Lawyer = "lawyer",
    Clinic = "clinic",
    Mission = "mission",
    Authority = "authority",
    Agency = "agency",
    Fund = "fund",
    Carrier = "carrier",
    Reception = "reception",
});

impl Owner {
    /// Who learns of the person by seeing to a step, whatever else the step does.
    pub const fn learns(self) -> Option<Contact> {
        match self {
            Owner::Mission => Some(Contact::Mission),
            Owner::Authority => Some(Contact::Authority),
            Owner::Agency => Some(Contact::Agency),
            Owner::Fund => Some(Contact::Fund),
            Owner::Clinic => Some(Contact::Clinic),
            Owner::Person
            | Owner::Caseworker
            | Owner::Supervisor
            | Owner::Lawyer
            | Owner::Carrier
            | Owner::Reception => None,
        }
    }
}

/// To whose notice a step brings the person. Each needs consent of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Contact {
    /// A mission of the person's own state.
    Mission,
    /// Other offices of the person's own state: registries, whoever receives at the airport there.
    HomeState,
    /// Immigration and ministries where the response works.
    Authority,
    Police,
    /// A state that is neither: transit, the other side of a border, where somebody is taken in.
    ThirdState,
    /// The United Nations, the Red Cross and their like.
    Agency,
    Fund,
    Clinic,
    Carrier,
}

words!(Contact {
    Mission = "mission",
    HomeState = "home-state",
    Authority = "authority",
    Police = "police",
    ThirdState = "third-state",
    Agency = "agency",
    Fund = "fund",
    Clinic = "clinic",
    Carrier = "carrier",
});

pub type Contacts = Set<Contact>;

impl Contact {
    /// Whether this is a state, which nobody is put before without a safety check.
    pub const fn is_state(self) -> bool {
        use Contact::{Authority, HomeState, Mission, Police, ThirdState};
        matches!(self, Mission | HomeState | Authority | Police | ThirdState)
    }
}

/// Something that can be known of a person's situation. What is not known is not here, and nothing is skipped for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// A passport that is valid, in the person's hands.
    HoldsPassport,
    VisaValid,
    NoOverstay,
    PaysTheFine,
    FineWaived,
    PaysOwnTicket,
    NoMedicalFlag,
    DeclinesIdentification,
    DeclinesReception,
    NoPoliceReportRequired,
    /// The way goes without a change of planes, on a passport.
    DirectOnPassport,
    /// Of full age beyond doubt. Follows from [`crate::Situation::minor`].
    Adult,
    /// Follows from [`crate::Situation::detained_since`].
    NotDetained,
}

words!(Known {
    HoldsPassport = "holds-passport",
    VisaValid = "visa-valid",
    NoOverstay = "no-overstay",
    PaysTheFine = "pays-the-fine",
    FineWaived = "fine-waived",
    PaysOwnTicket = "pays-own-ticket",
    NoMedicalFlag = "no-medical-flag",
    DeclinesIdentification = "declines-identification",
    DeclinesReception = "declines-reception",
    NoPoliceReportRequired = "no-police-report-required",
    DirectOnPassport = "direct-on-passport",
    Adult = "adult",
    NotDetained = "not-detained",
});

/// A hard warning: as long as it stands, no path leads to those whom it stands against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Warning {
    AsksForAsylum,
    FearsOwnState,
    /// Has no state whose mission could be asked (the Red Cross or UNHCR can).
    Stateless,
    /// Of a nationality that was sent to a state not its own.
    SentToThirdState,
    /// Of a nationality whose people are at risk when their state learns of them.
    RiskOnReturn,
}

words!(Warning {
    AsksForAsylum = "asks-for-asylum",
    FearsOwnState = "fears-own-state",
    Stateless = "stateless",
    SentToThirdState = "sent-to-third-state",
    RiskOnReturn = "risk-on-return",
});

impl Warning {
    /// Whether it comes from a row of the pack, which a person of the organisation may weigh. The others are the
    /// person's own, and end when the person says otherwise.
    pub const fn is_of_the_pack(self) -> bool {
        matches!(self, Warning::SentToThirdState | Warning::RiskOnReturn)
    }

    /// Whether it says that returning may be dangerous in itself.
    pub const fn is_fear_of_return(self) -> bool {
        matches!(self, Warning::AsksForAsylum | Warning::FearsOwnState | Warning::RiskOnReturn)
    }
}

/// Which warnings stand, each with those whom it stands against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Warnings([Contacts; Warning::ALL.len()]);

impl Warnings {
    pub const NONE: Warnings = Warnings([Contacts::EMPTY; Warning::ALL.len()]);

    /// Those that the person's own words and situation raise: against every office of the own state.
    pub fn of_person(warnings: impl IntoIterator<Item = Warning>) -> Warnings {
        let own_state = Contacts::of([Contact::Mission, Contact::HomeState]);
        warnings.into_iter().fold(Warnings::default(), |all, one| all.with(one, own_state))
    }
    #[must_use]
    pub fn with(mut self, warning: Warning, against: Contacts) -> Warnings {
        let slot = &mut self.0[warning as usize];
        *slot = slot.and(against);
        self
    }
    #[must_use]
    pub fn and(self, other: Warnings) -> Warnings {
        Warning::ALL.iter().fold(self, |all, one| all.with(*one, other.against(*one)))
    }
    /// What is left once a named person has weighed a warning of the pack and put that down in the case. The person's
    /// own warnings stay.
    #[must_use]
    pub fn weighed(mut self, warning: Warning) -> Warnings {
        if warning.is_of_the_pack() {
            self.0[warning as usize] = Contacts::EMPTY;
        }
        self
    }
    pub fn against(self, warning: Warning) -> Contacts {
        self.0[warning as usize]
    }
    /// Everybody before whom the person may not be put.
    pub fn barred(self) -> Contacts {
        self.0.into_iter().fold(Contacts::EMPTY, Contacts::and)
    }
    /// The first that stands against somebody.
    pub fn bar(self, contact: Contact) -> Option<Warning> {
        self.iter().find(|warning| self.against(*warning).has(contact))
    }
    pub fn iter(self) -> impl Iterator<Item = Warning> {
        Warning::ALL.iter().copied().filter(move |warning| !self.against(*warning).is_empty())
    }
}
