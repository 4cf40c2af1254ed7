//! Photographs and scans: whatever was brought is taken apart into its points and made anew, so that nothing of the
//! file itself is kept. No place and no time that a camera wrote into it, no second file behind the picture.

mod kind;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, Rgb, RgbImage};
use std::io::Cursor;

/// The most bytes of a file, and the most points of a picture: what the largest cameras of telephones make.
pub const LARGEST: usize = 20 * 1024 * 1024;
pub const MOST_POINTS: u64 = 64_000_000;
/// What unpacking one picture may take: three bytes for each point, and what the decoder needs besides.
const MOST_MEMORY: u64 = 320 * 1024 * 1024;

/// The longest side of what is kept: the small print of a passport page is legible.
const LONGEST_SIDE: u32 = 2_400;
const LONGEST_SIDE_OF_PREVIEW: u32 = 320;
const QUALITY: u8 = 82;
const QUALITY_OF_PREVIEW: u8 = 70;

/// A picture that was made anew: JPEG, upright, without metadata.
pub struct Picture {
    pub jpeg: Vec<u8>,
    /// The same, small.
    pub preview: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// Why a file cannot be taken in as a picture: what happened, what is safe, what to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    #[error("There is nothing in this file. Nothing was kept. Take the picture again.")]
    Empty,
    #[error("This file is larger than 20 MB. Nothing was kept. Take the picture again with a smaller setting.")]
    TooLarge,
    #[error(
        "This picture has more than 64 million points, or more layers than a photograph has. Nothing was kept. Take it \
         again with a smaller setting, or send a screenshot of it."
    )]
    TooManyPoints,
    #[error(
        "This is a picture in Apple's HEIC or in AVIF form, which cannot be read here. Nothing was kept. Save it as \
         JPEG; on an iPhone choose Settings, Camera, Formats, Most Compatible, and take it again."
    )]
    Heic,
    #[error(
        "This is a drawing or a web page, which can hold programs. Nothing was kept. Send a screenshot of it as PNG or \
         JPEG."
    )]
    Drawing,
    #[error("This is a PDF. Nothing was kept. Send a photograph or a screenshot of each page that matters.")]
    Pdf,
    #[error("This is a GIF. Nothing was kept. Save it as PNG or JPEG, or send a screenshot of it.")]
    Gif,
    #[error(
        "This is not a picture that can be read here. Nothing was kept. Send a photograph or scan as JPEG, PNG or WebP."
    )]
    NotAPicture,
    #[error("This picture is damaged, or was not fully copied. Nothing was kept. Send it again, or take it again.")]
    Damaged,
}

impl PictureError {
    pub const ALL: [PictureError; 9] = [
        PictureError::Empty,
        PictureError::TooLarge,
        PictureError::TooManyPoints,
        PictureError::Heic,
        PictureError::Drawing,
        PictureError::Pdf,
        PictureError::Gif,
        PictureError::NotAPicture,
        PictureError::Damaged,
    ];

    /// The stable word, also at the end of catalogue keys.
    pub fn key(self) -> &'static str {
        match self {
            PictureError::Empty => "empty",
            PictureError::TooLarge => "too-large",
            PictureError::TooManyPoints => "too-many-points",
            PictureError::Heic => "heic",
            PictureError::Drawing => "drawing",
            PictureError::Pdf => "pdf",
            PictureError::Gif => "gif",
            PictureError::NotAPicture => "not-a-picture",
            PictureError::Damaged => "damaged",
        }
    }
}

impl Picture {
    /// Makes a picture anew from a file of any kind. What it is, the content says; nobody asks the file's name.
    pub fn read(bytes: &[u8]) -> Result<Picture, PictureError> {
        if bytes.len() > LARGEST {
            return Err(PictureError::TooLarge);
        }
        let format = kind::of(bytes)?;
        let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
        let mut limits = Limits::default();
        limits.max_alloc = Some(MOST_MEMORY);
        reader.limits(limits);
        let mut decoder = reader.into_decoder().map_err(error)?;
        let (width, height) = decoder.dimensions();
        if u64::from(width) * u64::from(height) > MOST_POINTS || decoder.total_bytes() > MOST_MEMORY {
            return Err(PictureError::TooManyPoints);
        }
        let orientation = decoder.orientation().map_err(error)?;
        let whole = DynamicImage::from_decoder(decoder).map_err(error)?;
        // Turned when it is small: that takes a fraction of the time.
        let mut kept = DynamicImage::from(on_white(within(whole, LONGEST_SIDE)));
        kept.apply_orientation(orientation);
        let preview = within(kept.clone(), LONGEST_SIDE_OF_PREVIEW);
        Ok(Picture {
            jpeg: jpeg(&kept, QUALITY)?,
            preview: jpeg(&preview, QUALITY_OF_PREVIEW)?,
            width: kept.width(),
            height: kept.height(),
        })
    }
}

/// Scaled down until no side is longer; never up.
fn within(image: DynamicImage, longest: u32) -> DynamicImage {
    if image.width().max(image.height()) <= longest {
        return image;
    }
    image.resize(longest, longest, FilterType::Triangle)
}

/// Three bytes a point. What is transparent shows white, as paper does.
fn on_white(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let image = image.into_rgba8();
    RgbImage::from_fn(image.width(), image.height(), |x, y| {
        let [red, green, blue, alpha] = image.get_pixel(x, y).0.map(u16::from);
        Rgb([red, green, blue].map(|part| ((part * alpha + 255 * (255 - alpha)) / 255) as u8))
    })
}

fn jpeg(image: &DynamicImage, quality: u8) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::with_capacity(256 * 1024);
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(image).map_err(error)?;
    Ok(bytes)
}

fn error(error: image::ImageError) -> PictureError {
    match error {
        image::ImageError::Limits(_) => PictureError::TooManyPoints,
        _ => PictureError::Damaged,
    }
}
