//! What making a photograph anew takes: `cargo run --release -p papers --example picture_figures`.
//!
//! Each is written first, then made anew in a process of its own, so that one does not count for another.

use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, Rgb, RgbImage};
use papers::Picture;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::process::{Command, Stdio};

const PICTURES: [(&str, u32, u32); 5] = [
    ("jpeg", 1_600, 1_200),
    ("jpeg", 4_000, 3_000),
    ("jpeg", 9_200, 6_900),
    ("png", 4_000, 3_000),
    ("webp", 2_000, 1_500),
];

fn main() {
    if let Some(name) = std::env::args().nth(1) {
        return measure(&name);
    }
    println!(
        "{:<20} {:>9} {:>8} {:>9} {:>9} {:>12}",
        "picture", "file kB", "CPU s", "peak MB", "kept kB", "preview kB"
    );
    for (format, width, height) in PICTURES {
        let name = format!("{format} {width} × {height}");
        if let Err(error) = read_elsewhere(&name, &written(format, width, height)) {
            println!("{name}: {error}");
        }
    }
}

/// Something with edges, slopes and grain, as a photograph has.
fn written(format: &str, width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let grain = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(2_246_822_519)).wrapping_mul(3_266_489_917) >> 29;
        let edge = if (x / 97 + y / 61) % 3 == 0 { 60 } else { 0 };
        let slope = |at: u32, of: u32| (150 * u64::from(at) / u64::from(of)) as u32;
        Rgb([slope(x, width) + edge + grain, slope(y, height) + edge + grain, 90 + edge + grain].map(|part| part as u8))
    });
    let mut bytes = Vec::new();
    let outcome = match format {
        "jpeg" => JpegEncoder::new_with_quality(&mut bytes, 92).encode_image(&picture),
        "png" => picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png),
        _ => picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::WebP),
    };
    outcome.map_or_else(|_| Vec::new(), |()| bytes)
}

fn read_elsewhere(name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let program = std::env::current_exe()?;
    let mut child = Command::new(program).arg(name).stdin(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(bytes)?;
    }
    child.wait().map(drop)
}

fn measure(name: &str) {
    let mut bytes = Vec::with_capacity(papers::picture::LARGEST);
    if std::io::stdin().read_to_end(&mut bytes).is_err() {
        return;
    }
    let (before, idle) = (cpu_seconds(), kilobytes("VmHWM"));
    let picture = Picture::read(&bytes);
    let seconds = cpu_seconds() - before;
    let peak = kilobytes("VmHWM").saturating_sub(idle) / 1024;
    match picture {
        Ok(picture) => println!(
            "{name:<20} {:>9} {seconds:>8.2} {peak:>9} {:>9} {:>12}",
            bytes.len() / 1024,
            picture.jpeg.len() / 1024,
            picture.preview.len() / 1024
        ),
        Err(error) => println!("{name:<20} {error}"),
    }
}
fn cpu_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: f64 = after_name.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum();
    ticks / 100.0
}

fn kilobytes(field: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}
