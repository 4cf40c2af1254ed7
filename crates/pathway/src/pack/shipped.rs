//! The packs that the program carries, as they stand in `data/packs`.

use super::{FILES, Pack, WORDS};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A pack and the name of its folder.
#[derive(Clone, Debug)]
pub struct Shipped {
    pub id: &'static str,
    pub pack: Pack,
}

/// The languages in which pages are shipped, beside English.
const TONGUES: [&str; 6] = ["ar", "fr", "id", "km", "sw", "zh"];

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
        ], [
            include_str!(concat!("../../../../data/packs/", $id, "/words/ar.csv")),
            include_str!(concat!("../../../../data/packs/", $id, "/words/fr.csv")),
            include_str!(concat!("../../../../data/packs/", $id, "/words/id.csv")),
            include_str!(concat!("../../../../data/packs/", $id, "/words/km.csv")),
            include_str!(concat!("../../../../data/packs/", $id, "/words/sw.csv")),
            include_str!(concat!("../../../../data/packs/", $id, "/words/zh.csv")),
        ])),*]
    };
}

/// A folder, its tables in the order of [`FILES`], and its words in that of [`TONGUES`].
type Carried = (&'static str, [&'static str; FILES.len()], [&'static str; TONGUES.len()]);

const SHIPPED: &[Carried] = shipped!["khm", "mmr-tha"];

/// All of them, by the names of their folders.
pub fn shipped() -> &'static [Shipped] {
    static PACKS: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
        let read = |id: &'static str| {
            let pack = Pack::read(&files(id)).expect("the tests read the packs that are shipped");
            Shipped { id, pack }
        };
        SHIPPED.iter().map(|(id, ..)| read(id)).collect()
    });
    &PACKS
}

/// One of them, by the name of its folder.
pub fn named(id: &str) -> Option<&'static Pack> {
    shipped().iter().find(|one| one.id == id).map(|one| &one.pack)
}

/// The tables of one, by their names; none where no pack has that name.
pub fn files(id: &str) -> BTreeMap<String, String> {
    let Some((_, tables, words)) = SHIPPED.iter().find(|(known, ..)| *known == id) else {
        return BTreeMap::new();
    };
    let tables = FILES.iter().map(|name| (*name).to_owned()).zip(tables);
    let words = TONGUES.iter().map(|tag| format!("{WORDS}/{tag}.csv")).zip(words);
    tables.chain(words).map(|(name, text)| (name, (*text).to_owned())).collect()
}
