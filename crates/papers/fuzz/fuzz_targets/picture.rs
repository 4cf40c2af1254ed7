//! Any bytes as a picture. What comes out is small and bare, whatever went in.
#![no_main]

use papers::Picture;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(picture) = Picture::read(bytes) {
        assert!(picture.width <= 2_400 && picture.height <= 2_400 && picture.jpeg.ends_with(&[0xff, 0xd9]));
    }
});
