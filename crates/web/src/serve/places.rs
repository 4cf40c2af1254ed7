//! How many may be here at once, and how many from one address.

use super::Patience;
use crate::session::held;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

/// How many are told with a sentence that there is no place; more than these are only closed.
const AT_THE_DOOR: usize = 32;

#[derive(Clone)]
pub struct Places {
    taken: Arc<Mutex<Taken>>,
    most: usize,
    of_one: usize,
}

#[derive(Default)]
struct Taken {
    all: usize,
    by_address: HashMap<IpAddr, usize>,
    at_the_door: usize,
}

/// Given back when it is dropped.
pub struct Place {
    places: Places,
    address: Option<IpAddr>,
}

pub struct Door(Places);

impl Places {
    pub fn new(patience: Patience) -> Self {
        Places { taken: Arc::default(), most: patience.connections, of_one: patience.of_one }
    }

    /// `address` is none for a proxy, which asks for many.
    pub fn take(&self, address: Option<IpAddr>) -> Option<Place> {
        let mut taken = held(&self.taken);
        if taken.all >= self.most {
            return None;
        }
        if let Some(address) = address {
            let of_one = taken.by_address.entry(address).or_default();
            if *of_one >= self.of_one {
                return None;
            }
            *of_one += 1;
        }
        taken.all += 1;
        Some(Place { places: self.clone(), address })
    }

    pub fn at_the_door(&self) -> Option<Door> {
        let mut taken = held(&self.taken);
        if taken.at_the_door >= AT_THE_DOOR {
            return None;
        }
        taken.at_the_door += 1;
        Some(Door(self.clone()))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = held(&self.places.taken);
        taken.all -= 1;
        if let Some(address) = self.address
            && let Some(of_one) = taken.by_address.get_mut(&address)
        {
            *of_one -= 1;
            if *of_one == 0 {
                taken.by_address.remove(&address);
            }
        }
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        held(&self.0.taken).at_the_door -= 1;
    }
}
