//! `safeconduct webhook`: web addresses that are told when something changed.

use crate::prompt::{Who, enter};
use crate::upkeep::open_to_write;
use crate::{Place, edge};
use access::command;
use access::webhook::{self, Address};
use anyhow::{Result, bail};
use casework::feed;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Webhook {
    /// Adds an address and prints the secret that signs its calls, this once.
    Add {
        /// https, or http on this machine.
        address: String,
        /// Lets the address be inside a private network.
        #[arg(long)]
        allow_private: bool,
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        who: Who,
    },
    /// Lists all addresses, and what went wrong with them.
    List {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        who: Who,
    },
    /// Removes an address with its secret.
    Remove {
        /// As `list` shows it.
        id: String,
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        who: Who,
    },
}

impl Webhook {
    pub fn run(self) -> Result<()> {
        match self {
            Webhook::Add { address, allow_private, place, who } => add(&address, allow_private, &place, &who),
            Webhook::List { place, who } => list(&place, &who),
            Webhook::Remove { id, place, who } => remove(&id, &place, &who),
        }
    }
}

fn as_administrator<T>(place: &Place, who: &Who, work: impl FnOnce(&mut access::Cx) -> access::Result<T>) -> Result<T> {
    let store = open_to_write(place)?;
    let mut keys = enter(&store, who)?;
    Ok(command(&store, &mut keys, edge::now(), &mut edge::rng(), work)?)
}

fn add(address: &str, allow_private: bool, place: &Place, who: &Who) -> Result<()> {
    let address = Address::read(address)?;
    if let Err(trouble) = web::deliver::check(&address, allow_private) {
        bail!("{trouble} Nothing was added.");
    }
    let added = as_administrator(place, who, |cx| {
        let newest = feed::newest(cx.tx)?;
        webhook::add(cx, &address, allow_private, newest)
    })?;
    println!("Webhook {} is added. Calls are signed with this secret, which is not shown again:", added.id);
    println!("{}", added.secret);
    Ok(())
}

fn list(place: &Place, who: &Who) -> Result<()> {
    for webhook in as_administrator(place, who, webhook::list)? {
        let state = if webhook.enabled { "" } else { "  off" };
        println!("{}  {}{state}  told of everything up to {}", webhook.id, webhook.address, webhook.acknowledged);
        if !webhook.trouble.is_empty() {
            println!("    {}", webhook.trouble);
        }
    }
    Ok(())
}

fn remove(id: &str, place: &Place, who: &Who) -> Result<()> {
    if !as_administrator(place, who, |cx| webhook::remove(cx, id))? {
        bail!("There is no webhook {id}. Nothing was removed.");
    }
    println!("Webhook {id} is removed.");
    Ok(())
}
