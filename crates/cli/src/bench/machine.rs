//! What the system says of a process.

use anyhow::{Context, Result};

/// Resident memory of a process in megabytes (10^6 bytes), as Linux counts it.
pub fn resident_megabytes(process: u32) -> Result<f64> {
    memory(&process.to_string(), "VmRSS:")
}

/// The most memory this process has held at once since [`forget_peak`], in megabytes.
pub fn peak_megabytes() -> Result<f64> {
    memory("self", "VmHWM:")
}

/// Begins to look for the peak anew.
pub fn forget_peak() -> Result<()> {
    std::fs::write("/proc/self/clear_refs", "5").context("Memory is measured on Linux only.")
}

fn memory(process: &str, line: &str) -> Result<f64> {
    let status =
        std::fs::read_to_string(format!("/proc/{process}/status")).context("Memory is measured on Linux only.")?;
    let figure = status
        .lines()
        .find_map(|found| found.strip_prefix(line))
        .context("The system does not say how much memory is used.")?;
    let kibibytes: f64 =
        figure.trim().trim_end_matches("kB").trim().parse().context("The system's figure is not understood.")?;
    Ok(kibibytes * 1024.0 / 1e6)
}

/// Processor time this process has used, in seconds: it tells the work from the noise of a busy machine.
pub fn processor_seconds() -> Result<f64> {
    processor_seconds_of("self")
}

/// The same of any process.
pub fn processor_seconds_of(process: &str) -> Result<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))
        .context("Processor time is measured on Linux only.")?;
    let fields = stat.rsplit(')').next().context("The system's figure is not understood.")?;
    let ticks = |n: usize| fields.split_whitespace().nth(n).and_then(|field| field.parse::<f64>().ok());
    let (user, system) = (ticks(11), ticks(12));
    Ok((user.context("no user time")? + system.context("no system time")?) / 100.0)
}

/// How many files and connections a process has open.
pub fn open_files(process: u32) -> Result<usize> {
    Ok(std::fs::read_dir(format!("/proc/{process}/fd")).context("Open files are counted on Linux only.")?.count())
}
