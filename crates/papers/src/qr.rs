//! The square code on a card, as a picture inside a page.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This text is too long for a square code.")]
pub struct TooLong;

/// The empty border that readers need, in squares (ISO/IEC 18004).
const BORDER: usize = 4;

/// One path in the colour of the text around it; a damaged card still reads when 15 % is gone.
pub fn svg(text: &str) -> Result<String, TooLong> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| TooLong)?;
    let width = code.width();
    let size = width + 2 * BORDER;
    let mut path = String::new();
    for (y, line) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = line[x..].iter().take_while(|color| **color == Color::Dark).count();
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
