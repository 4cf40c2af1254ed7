//! The square code on a card, as a picture inside a page.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This text is too long for a square code.")]
pub struct TooLong;

/// The empty border that readers need, in squares (ISO/IEC 18004).
const BORDER: usize = 4;

/// The squares of a code without its border, row by row.
pub(crate) struct Squares {
    pub width: usize,
    pub dark: Vec<bool>,
}

/// A damaged code still reads when 15 % is gone.
pub(crate) fn squares(text: &str) -> Result<Squares, TooLong> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| TooLong)?;
    let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
    Ok(Squares { width: code.width(), dark })
}

/// One path in the colour of the text around it.
pub fn svg(text: &str) -> Result<String, TooLong> {
    let Squares { width, dark } = squares(text)?;
    let size = width + 2 * BORDER;
    let mut path = String::new();
    for (y, line) in dark.chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = line[x..].iter().take_while(|dark| **dark).count();
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + BORDER, y + BORDER);
            }
            x += run.max(1);
        }
    }
    Ok(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges" aria-hidden="true"><path fill="currentColor" d="{path}"/></svg>"#
    ))
}

/// As PNG, eight points a square, with its border; for documents that hold no drawings.
pub(crate) fn png(text: &str) -> Result<Vec<u8>, TooLong> {
    const POINTS: usize = 8;
    let Squares { width, dark } = squares(text)?;
    let side = (width + 2 * BORDER) * POINTS;
    let picture = image::GrayImage::from_fn(side as u32, side as u32, |x, y| {
        let [x, y] = [x, y].map(|at| (at as usize / POINTS).checked_sub(BORDER).filter(|at| *at < width));
        let is_dark = x.zip(y).is_some_and(|(x, y)| dark[y * width + x]);
        image::Luma([if is_dark { 0 } else { 255 }])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).map_err(|_| TooLong)?;
    Ok(bytes.into_inner())
}
