//! Every vignette of the repository comes to what its writer expected.

use screening::{Instruments, vignette};
use std::path::Path;

fn all() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/vignettes");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    texts
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect()
}

#[test]
fn every_vignette_comes_to_what_is_expected() {
    let vignettes = all();
    assert!(vignettes.len() >= 40, "{} vignettes", vignettes.len());
    let mut different = Vec::new();
    for (name, text) in &vignettes {
        let report = vignette::check(Instruments::shipped(), text);
        different.extend(report.differences.iter().map(|difference| format!("{name}: {difference}")));
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}
