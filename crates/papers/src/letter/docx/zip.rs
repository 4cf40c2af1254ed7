//! A zip file of small parts, with no time in it.

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use std::io::Write;

/// The first of January 1980, which is where this format's time begins.
const NO_DAY: [u8; 4] = [0, 0, 0x21, 0];
const DEFLATED: u16 = 8;

/// These files under these names, in their order; at most 65,535, and of less than 4 GiB in all.
pub fn write<N: AsRef<str>>(files: &[(N, Vec<u8>)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let name = name.as_ref();
        let begins = out.len() as u32;
        let packed = packed(bytes);
        let entry = entry(name, bytes, &packed);
        out.extend(b"PK\x03\x04\x14\x00");
        out.extend(&entry);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(b"PK\x01\x02\x14\x00\x14\x00");
        directory.extend(&entry);
        // No comment, one disk, no attributes; then where the file begins.
        directory.extend([0; 10]);
        directory.extend(begins.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (count, begins) = (files.len() as u16, out.len() as u32);
    out.extend(&directory);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(begins.to_le_bytes());
    out.extend([0, 0]);
    out
}

/// What the local header and the directory have in common.
fn entry(name: &str, bytes: &[u8], packed: &[u8]) -> Vec<u8> {
    let mut crc = Crc::new();
    crc.update(bytes);
    let mut entry = Vec::new();
    entry.extend(0u16.to_le_bytes());
    entry.extend(DEFLATED.to_le_bytes());
    entry.extend(NO_DAY);
    entry.extend(crc.sum().to_le_bytes());
    entry.extend((packed.len() as u32).to_le_bytes());
    entry.extend((bytes.len() as u32).to_le_bytes());
    entry.extend((name.len() as u16).to_le_bytes());
    entry.extend(0u16.to_le_bytes());
    entry
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::default());
    // Writing into memory does not fail.
    let _ = packer.write_all(bytes);
    packer.finish().unwrap_or_default()
}
