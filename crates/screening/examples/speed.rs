//! Prints how long assessments take, in time of the processor.
//!
//! `cargo run --release -p screening --example speed`
//!
//! A full hearing has an answer to every question of the guide. The many are assessed anew from their answers, as after
//! a file has changed, on one processor; two take half as long. The figures are for reading, no test depends on them.

use rustix::time::{ClockId, clock_gettime};
use screening::{Age, Answer, Answers, Evidence, Instruments, Kind, When, assess};
use std::hint::black_box;

const MANY: usize = 220_000;

fn main() {
    let ones = Instruments::shipped();
    let full = hearing(0, 1);
    println!("questions answered       {}", full.given.len());
    let each = spent(|| {
        for _ in 0..10_000 {
            black_box(assessed(ones, black_box(&full)));
        }
    }) / 10_000.0;
    println!("one full hearing         {:.1} µs", each * 1e6);
    let open = hearing(0, 1_000);
    let each = spent(|| {
        for _ in 0..10_000 {
            black_box(assessed(ones, black_box(&open)));
        }
    }) / 10_000.0;
    println!("one just begun           {:.1} µs, with the question that would help most", each * 1e6);
    let people: Vec<Answers> = (0..MANY).map(|person| hearing(person, 1 + person % 7)).collect();
    let mut results = [0; 3];
    let all = spent(|| people.iter().for_each(|person| results[assessed(ones, person)] += 1));
    println!("{MANY} assessed anew    {all:.1} s on one processor");
    println!("their results            {results:?}");
}

fn assessed(ones: &Instruments, answers: &Answers) -> usize {
    let evidence = Evidence::of(ones, &[answers]).expect("the answers are to the guide");
    assess(ones, &evidence, Age::Unknown).finding as usize
}

/// Every so many questions of the guide answered, each person otherwise.
fn hearing(person: usize, every: usize) -> Answers {
    let guide = Instruments::shipped().newest("hearing").expect("there is a guide");
    let mut answers = guide.answers();
    for (at, question) in guide.questions.iter().enumerate().filter(|(at, _)| (at + person).is_multiple_of(every)) {
        let turn = (person / 3 + at) % 5;
        let choice = || question.kind.choices()[turn % question.kind.choices().len()].key.clone();
        let answer = match &question.kind {
            _ if turn == 4 => Answer::RatherNot,
            Kind::YesNo | Kind::Acknowledge if turn.is_multiple_of(2) => Answer::Yes,
            Kind::YesNo | Kind::Acknowledge => Answer::No,
            Kind::One(_) => Answer::One(choice()),
            Kind::Several(_) => Answer::Several([choice()].into()),
            Kind::Number { .. } => Answer::Number(15.0),
            Kind::When => Answer::When(When::Unknown),
            Kind::Text | Kind::Note => Answer::Text("A few words.".to_owned()),
        };
        answers.given.insert(question.id.clone(), answer);
    }
    answers
}

/// Seconds of processor time, of this process alone: other work on the machine does not count.
fn spent(work: impl FnOnce()) -> f64 {
    let now = || {
        let time = clock_gettime(ClockId::ProcessCPUTime);
        time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
    };
    let before = now();
    work();
    now() - before
}
