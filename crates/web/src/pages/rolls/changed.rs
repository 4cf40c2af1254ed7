//! What a version says differently from the newest that was sent before it.

use super::paging::Part;
use super::version::read;
use super::{asked, found};
use crate::fault::Fault;
use crate::views::rolls as views;
use crate::visit::Visit;
use crate::words::Words;
use access::Action;
use casework::desk::{Desk, fresh};
use casework::rolls::{self, Asked, Missing, Version};

/// The older version, and every change in the order in which a page shows them.
pub struct Changed<'v> {
    pub before: Version,
    pub changes: Vec<Change>,
    version: &'v Version,
}

/// What became of somebody, by the number of the line.
pub enum Change {
    Added(u32),
    /// The number is that of the older version.
    Gone(u32),
    Otherwise(u32, Vec<&'static str>),
}

/// The person of a change, as far as the team may still read who it is.
pub enum Whose {
    Named(String),
    Erased,
    /// No longer open to this team: what was sealed while it was, is not shown any more.
    Closed,
}

/// A change with whose it is and, of who is gone, what keeps them off a roll by now.
pub type Told<'c> = (&'c Change, Whose, Vec<Missing>);

impl Change {
    pub fn key(&self) -> &'static str {
        match self {
            Change::Added(_) => "added",
            Change::Gone(_) => "gone",
            Change::Otherwise(..) => "changed",
        }
    }

    pub fn line(&self) -> u32 {
        match self {
            Change::Added(line) | Change::Gone(line) | Change::Otherwise(line, _) => *line,
        }
    }
}

impl<'v> Changed<'v> {
    /// Nothing where no version was sent before this one.
    pub fn since_last_sent(visit: &Visit, version: &'v Version) -> Result<Option<Changed<'v>>, Fault> {
        let country = version.head.nationality;
        let versions = visit.command(|cx| rolls::versions(cx, country))?;
        let before = versions.iter().find(|one| one.sent.is_some() && one.number < version.number);
        let Some(before) = before else { return Ok(None) };
        let before = read(visit, country, before.number, Action::Plan)?;
        let found = rolls::changes(&before, version);
        let added = found.added.into_iter().map(Change::Added);
        let gone = found.gone.into_iter().map(Change::Gone);
        let changed = found.changed.into_iter().map(|(line, fields)| Change::Otherwise(line, fields));
        Ok(Some(Changed { changes: added.chain(gone).chain(changed).collect(), before, version }))
    }

    pub(super) fn part(&self, visit: &Visit) -> Part {
        Part::of(visit, "change", self.changes.len())
    }

    pub fn told<'c>(&self, visit: &Visit, changes: &'c [Change]) -> Result<Vec<Told<'c>>, Fault> {
        let found = found(visit)?;
        let asked = asked(visit, self.version.head.nationality, &found, self.version.head.until)?;
        let told = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| {
            changes.iter().map(|change| self.tell(desk, &asked, change)).collect()
        })?;
        Ok(told)
    }

    fn tell<'c>(&self, desk: &Desk, asked: &Asked, change: &'c Change) -> Told<'c> {
        let is_gone = matches!(change, Change::Gone(_));
        let of = if is_gone { &self.before } else { self.version };
        let line = of.lines.iter().find(|line| line.number == change.line());
        let Some((case, content)) = line.and_then(|line| Some((line.case?, line.content.as_ref()?))) else {
            return (change, Whose::Erased, Vec::new());
        };
        if desk.line(case).is_none() {
            return (change, Whose::Closed, Vec::new());
        }
        let why = if is_gone { rolls::why_not(desk, asked, case) } else { Vec::new() };
        (change, Whose::Named(content.name.clone()), why)
    }

    /// One part of them, as the page shows it.
    pub(super) fn shown(&self, visit: &Visit, part: &Part, paging: views::Paging) -> Result<views::Changed, Fault> {
        let mut groups: Vec<views::ChangedGroup> = Vec::new();
        for (change, whose, why) in self.told(visit, part.cut(&self.changes))? {
            let said = said(visit, change, whose, &why);
            match groups.last_mut().filter(|group| group.key == change.key()) {
                Some(group) => group.lines.push(said),
                None => {
                    let count = self.changes.iter().filter(|one| one.key() == change.key()).count();
                    groups.push(views::ChangedGroup { key: change.key(), count, lines: vec![said] });
                }
            }
        }
        Ok(views::Changed { number: self.before.number, count: self.changes.len(), groups, paging })
    }
}

/// "3. Joan Invented: Days, Fine"
fn said(visit: &Visit, change: &Change, whose: Whose, why: &[Missing]) -> String {
    let line = change.line();
    let name = match whose {
        Whose::Named(name) => name,
        Whose::Erased => return format!("{line}. {}", visit.tongue.say("roll-blank-erased")),
        Whose::Closed => return format!("{line}. {}", visit.tongue.say("roll-blank-withdrawn")),
    };
    let words = Words::of(visit);
    match change {
        Change::Added(_) => format!("{line}. {name}"),
        Change::Gone(_) if why.is_empty() => format!("{line}. {name}: {}", visit.tongue.say("rolls-gone-since")),
        Change::Gone(_) => {
            let why: Vec<String> = why.iter().map(|why| words.missing(*why)).collect();
            format!("{line}. {name}: {}", why.join(" "))
        }
        Change::Otherwise(_, fields) => {
            let fields: Vec<String> =
                fields.iter().map(|field| visit.tongue.say(&format!("rolls-col-{field}"))).collect();
            format!("{line}. {name}: {}", fields.join(", "))
        }
    }
}
