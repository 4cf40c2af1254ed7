//! The queues by day as a picture, written by hand.

use super::replay::{Evening, Published};
use pathway::Pack;
use std::fmt::Write;

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 440.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 180.0;
const TOP: f64 = 50.0;
const BOTTOM: f64 = 50.0;
const MOST: f64 = 4_500.0;

/// Step, words, colour: colours that differ for every kind of eye, and in grey.
const LINES: [(&str, &str, &str); 4] = [
    ("R16", "not home yet", "#1b1b1b"),
    ("R07", "for the waiver", "#c04a00"),
    ("R04", "for a document", "#0060a8"),
    ("R03", "to be assessed", "#5b8c00"),
];

pub fn svg(pack: &Pack, published: &Published, evenings: &[Evening]) -> String {
    let x = |at: usize| LEFT + (WIDTH - LEFT - RIGHT) * at as f64 / (evenings.len() - 1) as f64;
    let y = |people: usize| HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * people as f64 / MOST;
    let step = |id: &str| pack.step_no(id).expect("the pack has the step");
    let waiting = |evening: &Evening, id: &str| {
        let before = if matches!(id, "R04" | "R07") { evening.done(step("R03")) } else { evening.registered };
        before - evening.done(step(id))
    };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         font-family=\"sans-serif\" font-size=\"13\">\n\
         <title>Queues at the Indonesian embassy in Phnom Penh, 16 January to 22 February 2026</title>\n\
         <desc>Lines: the replay with the pack of Cambodia and the published capacities. Rings: published figures.</desc>\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#ffffff\"/>\n\
         <text x=\"{LEFT}\" y=\"24\" font-size=\"15\">People waiting, by day: replay (lines) and published figures (rings)</text>\n"
    );
    let mut add = |line: std::fmt::Arguments| svg.write_fmt(line).expect("a text takes what is written to it");
    for people in (0..=4_000).step_by(1_000) {
        let (line, right) = (y(people), WIDTH - RIGHT);
        add(format_args!("<path d=\"M{LEFT} {line:.1}H{right}\" stroke=\"#d5d5d5\"/>\n"));
        add(format_args!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{people}</text>\n",
            LEFT - 8.0,
            line + 4.0
        ));
    }
    for (at, evening) in evenings.iter().enumerate().filter(|(at, _)| at % 7 == 0) {
        let day = evening.day;
        add(format_args!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}-{:02}</text>\n",
            x(at),
            HEIGHT - BOTTOM + 20.0,
            day.month(),
            day.day()
        ));
    }
    let last = evenings.last().expect("there was a day");
    let mut below = TOP;
    for (id, words, colour) in LINES {
        let points: Vec<String> = evenings
            .iter()
            .enumerate()
            .map(|(at, evening)| format!("{:.1},{:.1}", x(at), y(waiting(evening, id))))
            .collect();
        let points = points.join(" ");
        add(format_args!("<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n"));
        // Words keep apart where lines end together.
        below = (y(waiting(last, id)) + 4.0).max(below + 16.0);
        add(format_args!("<text x=\"{:.1}\" y=\"{below:.1}\" fill=\"{colour}\">{words}</text>\n", WIDTH - RIGHT + 8.0));
        for figure in published.figures.iter().filter(|figure| figure.is_queue && figure.step == step(id)) {
            let at = evenings.iter().position(|evening| evening.day == figure.day).expect("the day was lived through");
            add(format_args!(
                "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"5\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n",
                x(at),
                y(figure.people)
            ));
        }
    }
    svg.push_str("</svg>\n");
    svg
}
