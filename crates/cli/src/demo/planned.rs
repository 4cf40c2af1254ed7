//! How far those of one nationality are on their way out, so that a mission's roll shows a real picture: some can be on
//! it, and of the others each lacks something else. Uganda has no mission in the country; Kuala Lumpur covers it.

use super::asked::Met;
use crate::edge;
use access::{Cx, Keyring, command};
use anyhow::{Context, Result};
use base::{Birth, CaseId, Country, Instant, Minor, Paper, PaperKind, PaperStatus};
use casework::Fact;
use casework::consent::Given;
use casework::plan::{Leave, Reached, Safety, Stay, StepSaid, agree_to, check_safety, note_stay, note_step};
use casework::registry::{Earlier, correct};
use pathway::pack::{Shipped, shipped};
use pathway::{Contact, Warning};
use store::Store;

const COUNTRY: &str = "UGA";

/// What was done for one after the other of those who have everything that a roll asks for, and of those who do not.
const WITH_PAPERS: [Far; 6] = [Far::Ready, Far::Ready, Far::Fears, Far::Ready, Far::Ready, Far::SaysNo];
const WITHOUT: [Far; 7] =
    [Far::Issued, Far::Nothing, Far::Ready, Far::Issued, Far::Checked, Far::NotVerified, Far::NoStamp];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Far {
    Nothing,
    /// The safety check, and nothing else.
    Checked,
    /// Agreed to everything, and then said what they are afraid of.
    Fears,
    /// A no to the authorities.
    SaysNo,
    NotVerified,
    NoStamp,
    Ready,
    /// The mission has issued a travel document.
    Issued,
}

/// `newest` is when the last arrival was registered.
pub fn load(store: &Store, met: &[Met], newest: Instant, keys: &mut Keyring) -> Result<()> {
    let pack = shipped().first().context("The program carries a pack.")?;
    let country = Country::from_iso3(COUNTRY).context("The country of the roll is one.")?;
    let is_of = |met: &&Met| met.arrival.nationalities == [country];
    let (mut with, mut without) = (WITH_PAPERS.iter().cycle(), WITHOUT.iter().cycle());
    for (number, met) in met.iter().filter(is_of).filter(|met| is_adult(met)).enumerate() {
        let has_number = |paper: &Paper| paper.kind == PaperKind::Passport && paper.number.is_some();
        let has_all = met.arrival.papers.iter().any(has_number) && matches!(met.arrival.birth, Some(Birth::On(_)));
        let far = if has_all { with.next() } else { without.next() };
        let planned = Planned { pack, country, case: met.case, number, far: far.copied().unwrap_or(Far::Nothing) };
        let at = newest.plus_hours(-20).plus_millis(number as i64 * 60_000);
        command(store, keys, at.max(met.at.plus_hours(1)), &mut edge::rng(), |cx| planned.play(cx))?;
    }
    Ok(())
}

fn is_adult(met: &Met) -> bool {
    met.arrival.birth.as_ref().is_some_and(|birth| birth.minor(met.at.local_date()) == Minor::No)
}

struct Planned {
    pack: &'static Shipped,
    country: Country,
    case: CaseId,
    number: usize,
    far: Far,
}

impl Planned {
    fn play(&self, cx: &mut Cx) -> access::Result<()> {
        if self.far == Far::Nothing {
            return Ok(());
        }
        self.check(cx, Vec::new())?;
        if self.far == Far::Checked {
            return Ok(());
        }
        self.agree(cx, Contact::Mission, true)?;
        self.agree(cx, Contact::HomeState, true)?;
        self.agree(cx, Contact::Authority, self.far != Far::SaysNo)?;
        let entered = cx.now.plus_hours(-24 * (160 + 7 * (self.number as i64 % 40))).local_date();
        let stamped = self.far != Far::NoStamp;
        let stay = Stay { stamped, entry: Some((entered, entered)), leave: Leave::Days { least: 30, most: 30 } };
        note_stay(cx, self.case, stay)?;
        if self.far != Far::NotVerified {
            self.done(cx, "R02")?;
            self.done(cx, "R03")?;
        }
        if self.far == Far::Issued {
            let number = Some(format!("ZZ99{:05}", self.number));
            let paper = Paper { kind: PaperKind::TravelDocument, status: PaperStatus::Held, number };
            correct(cx, self.case, vec![Fact::Papers(vec![paper])], Earlier::Replaced, None)?;
            self.done(cx, "R04")?;
        }
        if self.far == Far::Fears {
            self.check(cx, vec![Warning::FearsOwnState])?;
        }
        Ok(())
    }

    fn check(&self, cx: &mut Cx, warnings: Vec<Warning>) -> access::Result<()> {
        let (weighed, mission, guardian, note) = (Vec::new(), None, None, None);
        check_safety(cx, self.case, Safety { clear: true, warnings, weighed, mission, guardian, note })
    }

    fn agree(&self, cx: &mut Cx, to: Contact, agreed: bool) -> access::Result<()> {
        let mission = (to == Contact::Mission).then_some(self.country);
        agree_to(cx, self.case, to, mission, (Given::Spoken, None, true, agreed))
    }

    fn done(&self, cx: &mut Cx, step: &str) -> access::Result<()> {
        let (pack, step, on) = (self.pack.id.to_owned(), step.to_owned(), cx.now.local_date());
        let said = StepSaid { pack, step, reached: Reached::Done, begun: None, on, note: None };
        note_step(cx, self.pack, self.case, said).map(drop)
    }
}
