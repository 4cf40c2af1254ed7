//! Everything that is tried from outside this crate, as one program: it is linked once.

mod guide;
mod properties;
mod urgency;
mod vignettes;
mod whatever_comes;
mod xlsforms;
