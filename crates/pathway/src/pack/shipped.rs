//! The packs that the program carries, as they stand in `data/packs`.

use super::{FILES, Pack};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A pack and the name of its folder.
#[derive(Clone, Debug)]
pub struct Shipped {
    pub id: &'static str,
    pub pack: Pack,
}

macro_rules! shipped {
    ($($id:literal),* $(,)?) => {
        &[$(($id, [
            include_str!(concat!("../../../../data/packs/", $id, "/pack.csv")),
            include_str!(concat!("../../../../data/packs/", $id, "/missions.csv")),
            include_str!(concat!("../../../../data/packs/", $id, "/routing_warnings.csv")),
            include_str!(concat!("../../../../data/packs/", $id, "/steps.csv")),
            include_str!(concat!("../../../../data/packs/", $id, "/ways.csv")),
            include_str!(concat!("../../../../data/packs/", $id, "/deadlines.csv")),
            include_str!(concat!("../../../../data/packs/", $id, "/fees.csv")),
            include_str!(concat!("../../../../data/packs/", $id, "/places.csv")),
            include_str!(concat!("../../../../data/packs/", $id, "/holidays.csv")),
        ])),*]
    };
}

/// In the order of [`FILES`].
const SHIPPED: &[(&str, [&str; FILES.len()])] = shipped!["khm", "mmr-tha"];

/// All of them, by the names of their folders.
pub fn shipped() -> &'static [Shipped] {
    static PACKS: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
        let read = |id: &'static str| {
            let pack = Pack::read(&files(id)).expect("the tests read the packs that are shipped");
            Shipped { id, pack }
        };
        SHIPPED.iter().map(|(id, _)| read(id)).collect()
    });
    &PACKS
}

/// One of them, by the name of its folder.
pub fn named(id: &str) -> Option<&'static Pack> {
    shipped().iter().find(|one| one.id == id).map(|one| &one.pack)
}

/// The tables of one, by their names; none where no pack has that name.
pub fn files(id: &str) -> BTreeMap<String, String> {
    let tables = SHIPPED.iter().find(|(known, _)| *known == id).map(|(_, tables)| tables);
    let named = |tables: &[&str; FILES.len()]| {
        FILES.iter().zip(tables).map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    };
    tables.map(named).unwrap_or_default()
}
