//! What a file is, told from its content, and whether a JPEG is all there.

use super::PictureError;
use image::ImageFormat;

/// Beyond this many, the layers of a progressive JPEG are there to keep a machine busy.
const MOST_LAYERS: usize = 100;

pub fn of(bytes: &[u8]) -> Result<ImageFormat, PictureError> {
    match bytes {
        [] => Err(PictureError::Empty),
        [0xff, 0xd8, 0xff, ..] => whole(bytes).map(|()| ImageFormat::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(ImageFormat::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(ImageFormat::WebP),
        [b'G', b'I', b'F', b'8', ..] => Err(PictureError::Gif),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Err(PictureError::Heic),
        _ if has(bytes, b"%PDF-") => Err(PictureError::Pdf),
        _ if has(bytes, b"<svg") || has(bytes, b"<html") || has(bytes, b"<?xml") || has(bytes, b"<!DOCTYPE") => {
            Err(PictureError::Drawing)
        }
        _ => Err(PictureError::NotAPicture),
    }
}

/// Whether the beginning of a file holds a mark that may stand behind a few other things.
fn has(bytes: &[u8], mark: &[u8]) -> bool {
    bytes[..bytes.len().min(1024)].windows(mark.len()).any(|window| window.eq_ignore_ascii_case(mark))
}

const START_OF_LAYER: u8 = 0xda;
const END: u8 = 0xd9;

/// Walks through the parts of a JPEG to its end. The decoder itself fills up with grey what is missing, and nobody
/// would see that half a passport was sent. What comes after the end does not matter: it is left behind.
fn whole(bytes: &[u8]) -> Result<(), PictureError> {
    let mut at = 2;
    let mut layers = 0;
    loop {
        let Some(marker) = marker_at(bytes, &mut at) else { return Err(PictureError::Damaged) };
        if marker == END {
            return if layers > 0 { Ok(()) } else { Err(PictureError::Damaged) };
        }
        let Some(length) = bytes.get(at..at + 2) else { return Err(PictureError::Damaged) };
        at += usize::from(u16::from_be_bytes([length[0], length[1]])).max(2);
        if marker == START_OF_LAYER {
            layers += 1;
        }
        if layers > MOST_LAYERS {
            return Err(PictureError::TooManyPoints);
        }
    }
}

/// The next marker that begins a part, leaving out the points between: a byte of 255 among them is followed by 0, or
/// is one of the marks by which a decoder finds its place again.
fn marker_at(bytes: &[u8], at: &mut usize) -> Option<u8> {
    loop {
        *at += bytes.get(*at..)?.iter().position(|byte| *byte == 0xff)? + 1;
        match *bytes.get(*at)? {
            0x00 | 0x01 | 0xd0..=0xd7 => *at += 1,
            0xff => {}
            marker => {
                *at += 1;
                return Some(marker);
            }
        }
    }
}
