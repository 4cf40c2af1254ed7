//! January 2026 at the Indonesian embassy comes out as it was published.

#[path = "../examples/indonesian_january/plot.rs"]
mod plot;
#[path = "../examples/indonesian_january/replay.rs"]
mod replay;

use pathway::pack::shipped;
use replay::{Published, beside, deviation, live};

#[test]
fn the_queues_of_the_indonesian_january_come_out_within_fifteen_in_a_hundred() {
    let pack = &shipped()[0].pack;
    let published = Published::read(pack).unwrap_or_else(|troubles| panic!("{troubles:?}"));
    let evenings = live(pack, &published);
    assert_eq!(evenings.last().unwrap().registered, 4_275);
    let queues: Vec<_> = published.figures.iter().filter(|figure| figure.is_queue).collect();
    assert_eq!(queues.len(), 6);
    for figure in queues {
        let here = beside(pack, &evenings, figure);
        let step = &pack.step(figure.step).id;
        assert!(
            deviation(here, figure.people).abs() <= 0.15,
            "{step} on {}: {here}, not {}",
            figure.day,
            figure.people
        );
    }
    // Nobody overtakes what was published of the pace, and nobody flies home before all that comes before.
    for evening in &evenings {
        let done = |id: &str| evening.done(pack.step_no(id).unwrap());
        assert!(
            done("R16") <= done("R15") && done("R15") <= done("R09") && done("R09") <= done("R04").min(done("R07"))
        );
        assert!(done("R04") <= done("R03") && done("R03") <= evening.registered);
    }
    let committed = include_str!("../../../docs/indonesian-january.svg");
    assert!(plot::svg(pack, &published, &evenings) == committed, "draw it again: data/replays/README.md says how");
}
