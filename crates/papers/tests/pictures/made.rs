//! Pictures as cameras, telephones and people who mean harm make them.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::io::{Cursor, Write};

/// A word that stands in metadata, and must stand in nothing that is kept.
pub const SECRET: &str = "11.5564N-104.9282E-CANARY";

/// Red above, blue below, wider than high.
pub fn flag(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |_, y| if y < height / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) })
}

pub fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(picture).unwrap();
    bytes
}

pub fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// An EXIF part as a telephone writes it: how the camera was held, a place in its GPS directory, and a text.
fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    exif.extend(3u16.to_be_bytes());
    let mut entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        exif.extend(tag.to_be_bytes());
        exif.extend(kind.to_be_bytes());
        exif.extend(count.to_be_bytes());
        exif.extend(value);
    };
    entry(0x0112, 3, 1, [0, orientation, 0, 0]);
    entry(0x010e, 2, SECRET.len() as u32 + 1, 50u32.to_be_bytes());
    entry(0x8825, 4, 1, 76u32.to_be_bytes());
    exif.extend(0u32.to_be_bytes());
    exif.extend(SECRET.as_bytes());
    exif.extend([0, 0, 1, 0, 1, 0, 2, 0, 0, 0, 2]);
    exif.extend(b"N\0\0\0\0\0\0\0");
    exif
}

/// The same JPEG with metadata of every sort before its first part.
pub fn from_a_telephone(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut bytes = jpeg[..2].to_vec();
    let xmp = format!("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>{SECRET}</x:xmpmeta>");
    let photoshop = format!("Photoshop 3.0\08BIM\x04\x04{SECRET}");
    for (marker, part) in
        [(0xe1, exif(orientation)), (0xe1, xmp.into()), (0xed, photoshop.into()), (0xfe, SECRET.into())]
    {
        bytes.extend([0xff, marker]);
        bytes.extend((part.len() as u16 + 2).to_be_bytes());
        bytes.extend(part);
    }
    bytes.extend(&jpeg[2..]);
    bytes
}

/// A PNG with one part more before its points.
pub fn with_part(png: &[u8], name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let after_head = 8 + 25;
    [&png[..after_head], &part(name, content), &png[after_head..]].concat()
}

fn part(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(name);
    crc.update(content);
    let length = (content.len() as u32).to_be_bytes();
    [&length[..], name, content, &crc.sum().to_be_bytes()].concat()
}

/// A PNG that says how large it is, and holds as many packed zeros as asked for.
pub fn claiming(width: u32, height: u32, zeros: usize) -> Vec<u8> {
    let mut points = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    points.write_all(&vec![0; zeros]).unwrap();
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    let start = b"\x89PNG\r\n\x1a\n".to_vec();
    [start, part(b"IHDR", &head), part(b"IDAT", &points.finish().unwrap()), part(b"IEND", b"")].concat()
}

/// A JPEG whose head claims another size.
pub fn resized(jpeg: &[u8], width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg.to_vec();
    let head = bytes.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    bytes[head + 5..head + 7].copy_from_slice(&height.to_be_bytes());
    bytes[head + 7..head + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}
