//! What a cell says of somebody's papers.

use super::words::{Words, is_placeholder};
use super::{Doubt, Meaning};
use base::{Paper, PaperKind, PaperStatus};

/// The paper a cell speaks of. A number alone does not say who holds the paper now, so its status is
/// unknown; `None` for an empty cell.
pub fn read(text: &str, meaning: Meaning) -> Option<(Paper, Option<Doubt>)> {
    let text = base::text::line(text);
    if text.is_empty() {
        return None;
    }
    let words = Words::of(&text);
    let number = number(&text, &words);
    let status = status(&words);
    let named = kind(&words, number.as_deref());
    let kind = named.unwrap_or(PaperKind::Passport);
    let doubt = if number.is_none() && status.is_none() && named.is_none() && !is_no_paper(&text, &words) {
        Some(Doubt::PaperNotRead)
    } else if number.is_some() && named.is_none() && meaning == Meaning::Papers && !is_passport_number(&text) {
        Some(Doubt::PaperKind)
    } else {
        None
    };
    Some((Paper { kind, status: status.unwrap_or(PaperStatus::Unknown), number }, doubt))
}

fn is_no_paper(text: &str, words: &Words) -> bool {
    is_placeholder(text)
        || words.have_any(
            "\
        no passport, no document, no documents, no id, without, tidak punya, tidak ada, \
        tanpa, belum, sans, pas de, aucun, sin, no tiene, sem, nao tem, khong, 没有, 无护照, 无证件",
        )
}

fn status(words: &Words) -> Option<PaperStatus> {
    const TAKEN: &str = "held, confiscated, taken, seized, retained, withheld, kept, ditahan, disita, dipegang, \
        diambil, confisque, retenu, retenido, retido, giu, 没收, 扣";
    const LOST: &str = "lost, missing, stolen, burnt, burned, destroyed, hilang, kehilangan, dicuri, perdu, perdue, \
        vole, perdido, perdida, extraviado, robado, roubado, mat, bi mat, 丢失, 遗失, 丢";
    const HOLDERS: &str = "boss, bos, company, employer, agent, police, immigration, compound, manager, perusahaan, \
        majikan, polisi, imigrasi, patron, employeur, jefe, empresa, 老板, 公司";
    const EXPIRED: &str = "expired, kadaluarsa, kedaluwarsa, kadaluwarsa, perime, vencido, vencida, caducado, \
        expirado, het han, 过期";
    const HELD: &str = "has, with him, with her, in hand, original, ada, 本人持有, 有";
    if words.have_any("held in hand, held by self") {
        Some(PaperStatus::Held)
    } else if words.affirm_any(TAKEN) {
        Some(PaperStatus::Taken)
    } else if words.affirm_any(LOST) {
        Some(PaperStatus::Lost)
    } else if words.affirm_any(HOLDERS) && !words.have("police report") {
        Some(PaperStatus::Taken)
    // "exp 2027" is a passport that is still good; French "expiré" alone is not.
    } else if words.affirm_any(EXPIRED) || words.are_any("expire, exp") {
        Some(PaperStatus::Expired)
    } else {
        words.are_any(HELD).then_some(PaperStatus::Held)
    }
}

fn kind(words: &Words, number: Option<&str>) -> Option<PaperKind> {
    if words.have_any(
        "\
        splp, laissez passer, travel document, emergency passport, etd, 旅行证",
    ) {
        Some(PaperKind::TravelDocument)
    } else if words.have_any(
        "\
        birth certificate, birth record, akta, akte, acte de naissance, partida de \
        nacimiento, 出生证明",
    ) {
        Some(PaperKind::BirthRecord)
    } else if words.have_any(
        "\
        ktp, nik, national id, id card, identity card, nid, cni, carte d identite, carte \
        didentite, cedula, dni, cccd, cmnd, aadhaar, 身份证",
    ) {
        Some(PaperKind::NationalId)
    } else if words.have_any(
        "\
        passport, paspor, passeport, pasaporte, passaporte, ho chieu, pp, 护照, 護照",
    ) {
        Some(PaperKind::Passport)
    } else {
        number.filter(|number| is_passport_number(number)).map(|_| PaperKind::Passport)
    }
}

/// One or two letters and six to eight digits, or the like.
pub fn is_passport_number(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = text.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&letters) && (6..=8).contains(&digits) && letters + digits == text.len()
}

/// The number of a paper: what looks like a passport's, else a number that stands alone or beside the
/// name of a paper. Among other words it may be a police report's.
fn number(text: &str, words: &Words) -> Option<String> {
    let plain = |text: &str| -> String {
        let kept = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.'));
        kept.collect::<String>().to_ascii_uppercase()
    };
    if is_passport_number(&plain(text)) {
        return Some(plain(text));
    }
    let parts = || text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    if let Some(part) = parts().find(|part| is_passport_number(part)) {
        return Some(plain(part));
    }
    let is_number = |part: &str| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        (5..=20).contains(&part.len()) && digits >= 4 && digits * 2 >= part.len()
    };
    if kind(words, None).is_some() {
        return parts().filter(|part| is_number(part)).max_by_key(|part| part.len()).map(plain);
    }
    let alone = plain(text);
    (is_number(&alone) && alone.bytes().all(|byte| byte.is_ascii_alphanumeric())).then_some(alone)
}
