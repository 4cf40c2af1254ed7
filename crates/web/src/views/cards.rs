use super::{Choice, Chrome};
use crate::tongue::Tongue;
use askama::Template;

/// The card a person keeps: a number and a picture of it, and nothing that says why.
#[derive(Template)]
#[template(path = "cards/card.html")]
pub struct Card {
    pub page: Chrome,
    pub handle: String,
    /// "412 907 356"
    pub code: String,
    /// An SVG element that draws the code; trusted, so it must come from our own QR writer.
    pub qr: String,
    /// The language of the card, which need not be that of the page.
    pub tongue: Tongue,
    pub tongues: Vec<Choice>,
    /// The organisation's number to call, if it wants one on the card.
    pub phone: Option<String>,
}

impl Card {
    fn also_english(&self) -> bool {
        self.tongue.tag() != "en"
    }

    fn english(&self) -> Tongue {
        Tongue::english()
    }
}
