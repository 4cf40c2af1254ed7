//! A full disk: what is there can be read, nothing new is promised, and with room again all goes on.

use super::clients::{Told, send};
use super::house::House;
use super::shim::Trouble;
use crate::bench::figure;
use crate::bench::intakes::Door;
use crate::bench::wire::{Visitor, Wire};
use anyhow::{Result, bail, ensure};
use std::path::Path;

/// How often somebody is sent in each of the three times.
const TIMES: usize = 20;

impl House<'_> {
    pub fn full_disk(&mut self, folder: &Path) -> Result<()> {
        let flag = folder.join("full");
        let trouble = Trouble { full: Some(&flag), ..Trouble::default() };
        let server = self.start(None, Some(trouble))?;
        let person = self.sign_in(&server.address, Door::Page)?;
        let visitor = self.sign_in(&server.address, self.door)?;
        let mut wire = Wire::connect(&server.address)?;
        self.send_some(&mut wire, &visitor, 200)?;
        std::fs::write(&flag, "")?;
        let refused_from = self.sent.len();
        self.send_some(&mut wire, &visitor, 507)?;
        let pages = reads(&mut wire, &person)?;
        std::fs::remove_file(&flag)?;
        // The same people once more, where the door knows them again.
        for intake in &mut self.sent[refused_from..] {
            if self.door == Door::Program {
                send(&mut wire, self.door, &visitor, intake);
                ensure!(matches!(intake.told, Told::Acknowledged(_)), "With room again: {:?}.", intake.told);
            }
        }
        self.send_some(&mut wire, &visitor, 200)?;
        server.kill()?;
        super::undo::forget(&self.shim.log)?;
        figure("disk full: refused with 507 and a sentence", TIMES.to_string(), "");
        figure("disk full: pages that were answered", pages.to_string(), "");
        Ok(())
    }

    /// Every one of them must be answered alike: 200 stands for any acknowledgement.
    fn send_some(&mut self, wire: &mut Wire, visitor: &Visitor, wanted: u16) -> Result<()> {
        for _ in 0..TIMES {
            let mut intake = self.names.somebody();
            send(wire, self.door, visitor, &mut intake);
            let told = intake.told.clone();
            self.sent.push(intake.by(self.sender));
            match (&told, wanted) {
                (Told::Acknowledged(_), 200) => {}
                (Told::Refused(status), wanted) if *status == wanted => {}
                _ => bail!("An intake was answered with {told:?} instead of {wanted}."),
            }
        }
        let sentence = match wanted {
            507 => wire
                .ask(&self.door.request(visitor, &self.names.somebody().person, crate::bench::intakes::new_event()))?
                .text(),
            _ => return Ok(()),
        };
        ensure!(sentence.contains(' '), "A full disk is answered without a sentence: {sentence:?}.");
        Ok(())
    }
}

/// Pages of which nothing goes on the record: what does cannot be shown when nothing can be written down.
fn reads(wire: &mut Wire, person: &Visitor) -> Result<usize> {
    let pages = ["/arrivals/new", "/sessions", "/passphrase"];
    for page in pages {
        let status = wire.ask(&person.get(page))?.status;
        ensure!(matches!(status, 200 | 303), "With a full disk, {page} was answered with {status}.");
    }
    Ok(pages.len())
}
