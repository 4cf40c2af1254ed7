//! Telling members, by e-mail and push, that something waits for them. What waits is read here, after signing in.

use super::Trouble;
use super::mail::{Letter, Lost, Mailer};
use super::push::{Pusher, Pushes};
use crate::app::App;
use crate::tongue::Tongue;
use access::alert::channel::{self, Due, Means};
use access::alert::push_key;
use access::webhook::Address;
use base::Instant;
use rand_core::CryptoRng;
use store::Store;

/// By what members are told when they are not looking; nothing unless whoever runs the machine wants it.
#[derive(Default)]
pub struct Wanted {
    pub mail: Option<Mailer>,
    pub push: Option<Pushes>,
}

/// As [`Wanted`], with the registry's key for pushes.
#[derive(Default)]
pub struct Tellers {
    pub mail: Option<Mailer>,
    pub push: Option<Pusher>,
}

impl Tellers {
    /// Makes the registry's key when pushes are wanted for the first time.
    pub fn new(wanted: Wanted, store: &Store, now: Instant, rng: &mut dyn CryptoRng) -> access::Result<Tellers> {
        let push =
            wanted.push.map(|push| Ok::<_, access::AccessError>(Pusher::new(push_key::of(store, now, rng)?, push)));
        Ok(Tellers { mail: wanted.mail, push: push.transpose()? })
    }

    fn means(&self) -> Vec<Means> {
        let both = [self.mail.as_ref().map(|_| Means::Mail), self.push.as_ref().map(|_| Means::Push)];
        both.into_iter().flatten().collect()
    }
}

/// Tells everybody whose time has come: letters one after the other, pushes all at once.
pub fn round(app: &App) -> access::Result<()> {
    let (means, now) = (app.tellers.means(), app.now());
    if means.is_empty() || !app.store.read(|tx| channel::is_any_due(tx, &means, now))? {
        return Ok(());
    }
    let claimed = app.store.write(|tx| channel::claim(tx, &means, now))?;
    let (letters, pushes): (Vec<Due>, Vec<Due>) = claimed.into_iter().partition(|due| due.0.means == Means::Mail);
    std::thread::scope(|threads| {
        let pushing: Vec<_> = pushes.iter().map(|due| threads.spawn(move || push(app, due, now))).collect();
        let written = write(app, &letters, now);
        pushing.into_iter().try_for_each(|one| one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))?;
        written
    })
}

/// When the server cannot be reached once, the other letters wait as well.
fn write(app: &App, letters: &[Due], now: Instant) -> access::Result<()> {
    let Some(mail) = &app.tellers.mail else { return Ok(()) };
    let (mut reachable, mut lost) = (true, 0);
    for due in letters {
        let tongue = Tongue::from_tag(&due.0.tongue).unwrap_or_else(Tongue::english);
        let sent = match reachable {
            true => mail.send(&due.0.address, &Letter::something_waits(tongue), now, &mut *app.rng()),
            false => Err(Lost::NoConnection),
        };
        reachable &= sent != Err(Lost::NoConnection);
        lost += usize::from(sent.is_err());
        app.store.write(|tx| match sent {
            Ok(()) => channel::told(tx, due, now),
            Err(lost) => channel::failed(tx, due, lost.key(), false, now),
        })?;
    }
    if lost > 0 {
        eprintln!("The mail server did not take {lost} of {} letters to members. They are tried again.", letters.len());
    }
    Ok(())
}

fn push(app: &App, due: &Due, now: Instant) -> access::Result<()> {
    let Some(pusher) = &app.tellers.push else { return Ok(()) };
    let pushed = match Address::read(&due.0.address) {
        Ok(endpoint) => pusher.push(&endpoint, now),
        Err(_) => Err(Trouble::Unknown),
    };
    app.store.write(|tx| match pushed {
        Ok(()) => channel::told(tx, due, now),
        Err(Trouble::Gone | Trouble::Status(404)) => channel::gone(tx, due),
        Err(Trouble::Status(_)) => channel::failed(tx, due, Lost::NotTaken.key(), false, now),
        Err(_) => channel::failed(tx, due, Lost::NoConnection.key(), false, now),
    })
}
