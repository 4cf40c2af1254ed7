//! What is read out before anything is shown to anybody, in the person's language, to print and to sign.

use crate::pages::html;
use crate::routes::Answer;
use crate::tongue::Tongue;
use crate::views::ITEMS;
use crate::views::referrals::ConsentWords;
use crate::views::services::SERVICES;
use crate::visit::Visit;
use access::Action;

pub fn words(visit: &Visit) -> Answer {
    visit.permit(Action::Refer)?;
    let spoken = Tongue::from_tag(visit.asked("language")).unwrap_or(visit.tongue);
    let said = |family: &str, keys: &[&str]| keys.iter().map(|key| spoken.say(&format!("{family}-{key}"))).collect();
    html(ConsentWords { services: said("service", SERVICES), items: said("item", ITEMS), spoken, page: visit.chrome() })
}
