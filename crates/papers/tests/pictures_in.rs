//! Photographs and scans, good, wrong and hostile.

#[path = "pictures/made.rs"]
mod made;

use image::{DynamicImage, ImageFormat, ImageReader, Rgb, RgbImage, Rgba, RgbaImage};
use made::{SECRET, claiming, flag, from_a_telephone, jpeg, resized, with_part, written};
use papers::{Picture, PictureError};
use proptest::prelude::*;
use std::io::Cursor;

fn decoded(bytes: &[u8]) -> RgbImage {
    let reader = ImageReader::with_format(Cursor::new(bytes), ImageFormat::Jpeg);
    reader.decode().expect("what is kept is a JPEG").into_rgb8()
}

fn is_red(point: &Rgb<u8>) -> bool {
    point.0[0] > 150 && point.0[2] < 100
}

fn lies_in(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// The parts of a JPEG before its points: their markers.
fn markers(jpeg: &[u8]) -> Vec<u8> {
    let (mut found, mut at) = (Vec::new(), 2);
    while jpeg[at + 1] != 0xda {
        found.push(jpeg[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    found
}

/// Nothing but what a JPEG is made of: its head, tables and size; it ends where its points end.
fn is_bare(jpeg: &[u8]) {
    assert!(markers(jpeg).iter().all(|marker| [0xe0, 0xdb, 0xc0, 0xc4].contains(marker)), "{:x?}", markers(jpeg));
    assert!(jpeg.ends_with(&[0xff, 0xd9]) && !lies_in(jpeg, SECRET.as_bytes()) && !lies_in(jpeg, b"Exif"));
}

#[test]
fn sec31_place_time_and_texts_of_a_photograph_are_stripped() {
    let original = from_a_telephone(&jpeg(&flag(64, 48)), 1);
    assert!(lies_in(&original, SECRET.as_bytes()) && lies_in(&original, b"Exif"));
    let picture = Picture::read(&original).unwrap();
    is_bare(&picture.jpeg);
    is_bare(&picture.preview);
    assert_eq!((picture.width, picture.height), (64, 48));
}

#[test]
fn sec31_texts_and_exif_of_a_png_and_of_a_webp_are_stripped() {
    let png = written(&flag(40, 30).into(), ImageFormat::Png);
    let exif = [b"MM\0*\0\0\0\x08\0\0\0\0\0\0", SECRET.as_bytes()].concat();
    let parts: [(&[u8; 4], Vec<u8>); 4] = [
        (b"tEXt", format!("Comment\0{SECRET}").into()),
        (b"iTXt", format!("XML:com.adobe.xmp\0\0\0\0\0{SECRET}").into()),
        (b"eXIf", exif),
        (b"prVt", SECRET.into()),
    ];
    let laden = parts.iter().fold(png, |png, (name, content)| with_part(&png, name, content));
    assert_eq!(laden.windows(SECRET.len()).filter(|window| *window == SECRET.as_bytes()).count(), 4);
    is_bare(&Picture::read(&laden).unwrap().jpeg);
    let webp = written(&flag(40, 30).into(), ImageFormat::WebP);
    is_bare(&Picture::read(&webp).unwrap().jpeg);
}

#[test]
fn a_photograph_is_turned_as_the_camera_was_held() {
    for (orientation, size, red_at) in
        [(1, (60, 40), (30, 4)), (3, (60, 40), (30, 36)), (6, (40, 60), (36, 30)), (8, (40, 60), (4, 30))]
    {
        let picture = Picture::read(&from_a_telephone(&jpeg(&flag(60, 40)), orientation)).unwrap();
        assert_eq!((picture.width, picture.height), size, "held {orientation}");
        let kept = decoded(&picture.jpeg);
        assert!(
            is_red(kept.get_pixel(red_at.0, red_at.1)),
            "held {orientation}: {:?}",
            kept.get_pixel(red_at.0, red_at.1)
        );
    }
}

#[test]
fn a_large_photograph_is_scaled_down_and_a_small_one_stays() {
    let picture = Picture::read(&jpeg(&flag(3_000, 1_500))).unwrap();
    assert_eq!((picture.width, picture.height), (2_400, 1_200));
    assert_eq!(decoded(&picture.jpeg).dimensions(), (2_400, 1_200));
    assert_eq!(decoded(&picture.preview).dimensions(), (320, 160));
    let small = Picture::read(&jpeg(&flag(90, 60))).unwrap();
    assert_eq!((small.width, decoded(&small.preview).dimensions()), (90, (90, 60)));
}

#[test]
fn what_is_transparent_shows_white_and_grey_and_deep_pictures_are_read() {
    let clear = RgbaImage::from_pixel(8, 8, Rgba([0, 0, 0, 0]));
    let kept = decoded(&Picture::read(&written(&clear.into(), ImageFormat::Png)).unwrap().jpeg);
    assert!(kept.get_pixel(4, 4).0.iter().all(|part| *part > 250));
    for picture in [DynamicImage::new_luma8(9, 7), DynamicImage::new_luma_a8(9, 7), DynamicImage::new_rgba16(9, 7)] {
        assert_eq!(Picture::read(&written(&picture, ImageFormat::Png)).unwrap().width, 9);
    }
}

#[test]
fn sec30_a_second_file_behind_or_inside_a_picture_is_left_behind() {
    let zip = b"PK\x03\x04 CANARY program PK\x05\x06\0\0\0\0\0\0\0\0\0\0";
    let script = b"<script>CANARY</script><svg onload=alert(1)>";
    for second in [&zip[..], script, b"%PDF-1.7 CANARY", b"GIF89a CANARY"] {
        let behind_jpeg = [&jpeg(&flag(32, 32))[..], second].concat();
        let behind_png = [&written(&flag(32, 32).into(), ImageFormat::Png)[..], second].concat();
        let inside = with_part(&written(&flag(32, 32).into(), ImageFormat::Png), b"zzZz", second);
        for polyglot in [behind_jpeg, behind_png, inside] {
            let kept = Picture::read(&polyglot).unwrap();
            is_bare(&kept.jpeg);
            assert!(!lies_in(&kept.jpeg, b"CANARY") && !lies_in(&kept.preview, b"CANARY"));
        }
    }
}

#[test]
fn sec30_a_flood_of_points_is_refused_before_it_is_unpacked() {
    let real = jpeg(&flag(16, 16));
    for flood in [
        claiming(60_000, 60_000, 1 << 20),
        claiming(u32::MAX >> 1, 1, 1 << 20),
        claiming(9_000, 9_000, 1 << 24),
        claiming(1, 70_000_000, 1 << 20),
        resized(&real, 65_500, 65_500),
        resized(&real, 10_000, 10_000),
    ] {
        assert_eq!(Picture::read(&flood).err(), Some(PictureError::TooManyPoints), "{} bytes", flood.len());
    }
}

#[test]
fn sec30_a_text_that_unpacks_to_too_much_is_not_unpacked() {
    let png = written(&flag(32, 32).into(), ImageFormat::Png);
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut packed, &vec![b' '; 300 << 20]).unwrap();
    let text = [&b"Comment\0\0"[..], &packed.finish().unwrap()].concat();
    assert!(text.len() < 1 << 20);
    let read = Picture::read(&with_part(&png, b"zTXt", &text));
    assert!(matches!(read, Ok(_) | Err(PictureError::TooManyPoints)));
}

#[test]
fn sec30_a_jpeg_of_a_thousand_layers_is_refused() {
    let mut real = jpeg(&flag(16, 16));
    let layer = real.windows(2).position(|pair| pair == [0xff, 0xda]).unwrap();
    let layer = real[layer..real.len() - 2].to_vec();
    real.truncate(real.len() - 2);
    (0..1_000).for_each(|_| real.extend(&layer));
    real.extend([0xff, 0xd9]);
    assert_eq!(Picture::read(&real).err(), Some(PictureError::TooManyPoints));
}

#[test]
fn sec30_what_is_no_photograph_is_refused_with_what_to_do_whatever_it_is_called() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    let cases: [(&[u8], PictureError); 14] = [
        (b"", PictureError::Empty),
        (b"\0", PictureError::NotAPicture),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", PictureError::Drawing),
        (b"\xef\xbb\xbf<?xml version='1.0'?><svg/>", PictureError::Drawing),
        (b"<!doctype html><p>hello", PictureError::Drawing),
        (b"GIF89a\x01\0\x01\0\x80\0\0", PictureError::Gif),
        (b"%PDF-1.7 scan", PictureError::Pdf),
        (heic, PictureError::Heic),
        (b"BM\x46\0\0\0", PictureError::NotAPicture),
        (b"MM\0*\0\0\0\x08", PictureError::NotAPicture),
        (b"PK\x03\x04", PictureError::NotAPicture),
        (b"MZ\x90\0", PictureError::NotAPicture),
        (b"\xff\xd8\xff", PictureError::Damaged),
        (b"\x89PNG\r\n\x1a\n", PictureError::Damaged),
    ];
    for (bytes, expected) in cases {
        assert_eq!(Picture::read(bytes).err(), Some(expected), "{:?}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(Picture::read(&vec![0xff; papers::picture::LARGEST + 1]).err(), Some(PictureError::TooLarge));
}

#[test]
fn sec30_half_a_picture_is_refused_and_not_kept_as_if_it_were_whole() {
    let noise = RgbImage::from_fn(200, 150, |x, y| Rgb([(x * y) as u8, (x ^ y) as u8, (x + 3 * y) as u8]));
    let files =
        [jpeg(&noise), written(&noise.clone().into(), ImageFormat::Png), written(&noise.into(), ImageFormat::WebP)];
    for file in files {
        assert!(Picture::read(&file).is_ok());
        for part in [10, 50, 90, 99] {
            let cut = &file[..file.len() * part / 100];
            assert_eq!(Picture::read(cut).err(), Some(PictureError::Damaged), "{part} % of {:x?}", &file[..4]);
        }
    }
}

#[test]
fn every_refusal_says_what_is_safe_and_what_to_do() {
    for error in PictureError::ALL {
        let sentence = error.to_string();
        assert!(sentence.contains("Nothing was kept.") && sentence.ends_with('.'), "{sentence}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn sec30_no_bytes_make_it_panic(which in 0usize..4, flips in prop::collection::vec(any::<(prop::sample::Index, u8)>(), 1..12)) {
        let flag = flag(24, 24);
        let mut bytes = match which {
            0 => jpeg(&flag),
            1 => from_a_telephone(&jpeg(&flag), 6),
            2 => written(&flag.into(), ImageFormat::Png),
            _ => written(&flag.into(), ImageFormat::WebP),
        };
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(picture) = Picture::read(&bytes) {
            is_bare(&picture.jpeg);
        }
    }
}

/// What other programs write: progressive, grey, of four inks, with marks to begin again, few colours, deep, moving.
#[test]
fn pictures_of_every_make_are_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus/picture");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = files.map(|path| {
        let picture = Picture::read(&std::fs::read(&path).unwrap());
        is_bare(&picture.unwrap_or_else(|error| panic!("{}: {error}", path.display())).jpeg);
    });
    assert!(read.count() >= 12);
}
