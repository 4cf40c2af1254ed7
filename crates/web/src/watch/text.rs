//! The figures as Prometheus reads them (text format 0.0.4).

use super::Machine;
use super::metrics::{BOUNDS, Histogram};
use crate::app::App;
use crate::witness::standings;
use std::fmt::Write;
use std::sync::atomic::Ordering::Relaxed;
use store::witness::Standing;

/// A page of figures. Labels are words of the program alone; see [`super::Template`].
#[derive(Default)]
struct Page(String);

type Labels<'a> = &'a [(&'static str, &'static str)];

impl Page {
    fn begin(&mut self, name: &str, kind: &str, help: &str) {
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn value(&mut self, name: &str, labels: Labels, value: f64) {
        let named: Vec<String> = labels.iter().map(|(label, word)| format!("{label}=\"{}\"", escaped(word))).collect();
        let braces = if named.is_empty() { String::new() } else { format!("{{{}}}", named.join(",")) };
        let _ = writeln!(self.0, "{name}{braces} {value}");
    }

    fn gauge(&mut self, name: &str, help: &str, value: Option<f64>) {
        // What is not known is left out: a nought would be taken for a figure.
        if let Some(value) = value {
            self.begin(name, "gauge", help);
            self.value(name, &[], value);
        }
    }

    fn histogram(&mut self, name: &str, labels: &[(&'static str, &'static str)], histogram: &Histogram) {
        let (upto, count, seconds) = histogram.read();
        for (bound, upto) in BOUNDS_AS_TEXT.iter().zip(upto) {
            self.value(&format!("{name}_bucket"), &[labels, &[("le", bound)]].concat(), upto as f64);
        }
        self.value(&format!("{name}_bucket"), &[labels, &[("le", "+Inf")]].concat(), count as f64);
        self.value(&format!("{name}_sum"), labels, seconds);
        self.value(&format!("{name}_count"), labels, count as f64);
    }
}

const BOUNDS_AS_TEXT: [&str; BOUNDS.len()] =
    ["0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10"];

fn escaped(word: &str) -> String {
    word.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

/// Everything there is to know. Reads the log's size, and asks the system.
pub fn page(app: &App) -> String {
    let mut page = Page::default();
    requests(&mut page, app);
    work(&mut page, app);
    let machine = (app.options.watch.instruments.machine)(app.store.folder());
    witnesses(&mut page, app);
    storage(&mut page, app, &machine);
    process(&mut page, app, &machine);
    page.0
}

fn requests(page: &mut Page, app: &App) {
    let figures = &app.options.watch.figures;
    let routes = figures.routes();
    page.begin("safeconduct_requests_total", "counter", "Requests answered, by route and class of status.");
    for ((verb, template), route) in &routes {
        for (class, count) in ["1xx", "2xx", "3xx", "4xx", "5xx"].into_iter().zip(&route.classes) {
            let count = count.load(Relaxed);
            if count > 0 {
                let labels = [("method", verb.word()), ("route", template.word()), ("status", class)];
                page.value("safeconduct_requests_total", &labels, count as f64);
            }
        }
    }
    page.begin("safeconduct_request_seconds", "histogram", "Time until the answer, by route.");
    for ((verb, template), route) in &routes {
        let labels = [("method", verb.word()), ("route", template.word())];
        page.histogram("safeconduct_request_seconds", &labels, &route.took);
    }
    page.begin("safeconduct_faults_total", "counter", "Requests that went wrong, by the word of the fault.");
    for (key, count) in figures.faults() {
        page.value("safeconduct_faults_total", &[("fault", key)], count as f64);
    }
    let refused = figures.faults().find(|(key, _)| *key == "sign-in").map_or(0, |(_, count)| count);
    page.begin("safeconduct_sign_ins_refused_total", "counter", "Sign-ins that were refused.");
    page.value("safeconduct_sign_ins_refused_total", &[], refused as f64);
}

fn work(page: &mut Page, app: &App) {
    page.gauge("safeconduct_sign_ins_open", "Sign-ins that have not ended.", Some(app.sessions.count() as f64));
    page.gauge("safeconduct_desks_open", "Working sets in memory.", Some(app.desks.count() as f64));
    let help = "Commands on the database, from waiting for the one writer to the commit.";
    page.begin("safeconduct_command_seconds", "histogram", help);
    page.histogram("safeconduct_command_seconds", &[], &app.options.watch.figures.commands);
}

/// Nobody's name: how many there are, and what is the worst of them.
fn witnesses(page: &mut Page, app: &App) {
    let Ok(standings) = standings(app) else { return };
    let size = app.store.read(|tx| tx.log_size()).unwrap_or(0) as u64;
    let asked = |standing: &&Standing| app.options.witnesses.asked.iter().any(|one| one.key == standing.witness);
    let behind = standings.iter().filter(asked).map(|standing| size.saturating_sub(standing.edge.size())).max();
    let against = standings.iter().filter(|standing| standing.state.contradicts()).count();
    let help = "Witnesses that have another history of the log on record.";
    page.gauge("safeconduct_witnesses_contradicting", help, Some(against as f64));
    let help = "Entries of the log that the slowest of the witnesses has not cosigned.";
    page.gauge("safeconduct_witness_entries_behind", help, behind.map(|behind| behind as f64));
}

fn storage(page: &mut Page, app: &App, machine: &Machine) {
    let log = app.store.read(|tx| tx.log_size()).ok();
    page.gauge("safeconduct_log_entries", "Entries of the log.", log.map(|size| size as f64));
    let size = |file: &str| std::fs::metadata(app.store.folder().join(file)).ok().map(|file| file.len() as f64);
    page.gauge("safeconduct_database_bytes", "Size of the database file.", size("registry.db"));
    page.gauge("safeconduct_database_wal_bytes", "Size of its write-ahead log.", size("registry.db-wal"));
    let bytes = |figure: Option<u64>| figure.map(|figure| figure as f64);
    page.gauge("safeconduct_disk_free_bytes", "What is free on the disk of the registry.", bytes(machine.disk_free));
    page.gauge("safeconduct_disk_size_bytes", "Size of the disk of the registry.", bytes(machine.disk_size));
}

fn process(page: &mut Page, app: &App, machine: &Machine) {
    let figure = |figure: Option<u64>| figure.map(|figure| figure as f64);
    page.gauge("process_resident_memory_bytes", "Memory of the process that is in RAM.", figure(machine.resident));
    page.gauge("process_open_fds", "Files and connections that are open.", figure(machine.open_files));
    let uptime = (app.options.watch.instruments.stopwatch)().as_secs_f64();
    page.gauge("safeconduct_uptime_seconds", "Time since the program began.", Some(uptime));
    page.begin("safeconduct_build_info", "gauge", "The version that runs; always 1.");
    page.value("safeconduct_build_info", &[("version", env!("CARGO_PKG_VERSION"))], 1.0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bound_is_written_as_it_is() {
        assert_eq!(BOUNDS.map(|bound| bound.to_string()), BOUNDS_AS_TEXT);
    }

    #[test]
    fn a_label_cannot_end_its_line() {
        assert_eq!(escaped("a\"b\\c\nd"), r#"a\"b\\c\nd"#);
    }
}
