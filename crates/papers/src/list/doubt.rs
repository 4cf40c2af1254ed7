//! What is unsure about a row, in words that hold nothing of the person.

use std::fmt;

macro_rules! said {
    ($(#[$doc:meta])* $type:ident { $($variant:ident = $key:literal: $sentence:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($variant),* }

        base::keys!($type { $($variant = $key),* });

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str(match self { $($type::$variant => $sentence),* })
            }
        }
    };
}

said! {
    /// Something of a person that is to be asked again. What could not be read stands in the remark.
    Doubt {
        BirthOrder = "birth-order": "The day and the month of birth could be the other way round.",
        BirthCalendar = "birth-calendar": "The year of birth may be counted in another calendar.",
        BirthNotRead = "birth-not-read": "The date of birth could not be read.",
        BirthFromNumber = "birth-from-number": "The date of birth was kept as a bare number by the spreadsheet.",
        AgeDiffers = "age-differs": "The age and the date of birth do not fit together.",
        ReportedOrder = "reported-order": "The day of arrival could be one of two days and was left open.",
        ReportedNotRead = "reported-not-read": "The day of arrival could not be read.",
        EnteredOrder = "entered-order": "The day of entry could be one of two days and was left open.",
        EnteredNotRead = "entered-not-read": "The day of entry could not be read.",
        SexNotRead = "sex-not-read": "The sex could not be read.",
        SexUnclear = "sex-unclear": "The letter M can mean a man or a woman in this list.",
        NationalityNotRead = "nationality-not-read": "The nationality could not be read.",
        NationalityFromName = "nationality-from-name": "The nationality was taken from beside the name.",
        PaperNotRead = "paper-not-read": "What is said of the papers could not be read.",
        PaperKind = "paper-kind": "Which paper the number belongs to is not said.",
        PhoneNotRead = "phone-not-read": "The phone number was damaged by the spreadsheet.",
        SignFromRemark = "sign-from-remark": "A remark says something urgent; ask whether it is so.",
    }
}

said! {
    /// Why a row was not taken as a person.
    Why {
        Heading = "heading": "This row repeats the headings.",
        Total = "total": "This row is a sum.",
        Signature = "signature": "This row is a signature or a note about the list.",
        OnlyANumber = "only-a-number": "This row has a number and nothing else.",
        NoName = "no-name": "This row has no name.",
        Shifted = "shifted": "The cells of this row seem to stand in the wrong columns.",
        OnlyAName = "only-a-name": "This row has a name and nothing else; it may be a heading or a note.",
    }
}
