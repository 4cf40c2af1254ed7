//! Bech32 (BIP 173), as age writes its keys; without the limit of 90 letters, which age does not keep either.

const LETTERS: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const CHECK: usize = 6;

pub(crate) fn encode(kind: &str, bytes: &[u8]) -> String {
    let mut values = regroup::<8, 5>(bytes, true).expect("whole bytes always regroup");
    let sum = polymod(&[expanded(kind), values.clone(), vec![0; CHECK]].concat()) ^ 1;
    values.extend((0..CHECK).map(|n| (sum >> (5 * (CHECK - 1 - n)) & 31) as u8));
    let letters: String = values.iter().map(|value| LETTERS[*value as usize] as char).collect();
    format!("{kind}1{letters}")
}

/// The bytes behind `kind`; `None` when a letter is wrong.
pub(crate) fn decode(kind: &str, text: &str) -> Option<Vec<u8>> {
    let letters = text.strip_prefix(kind)?.strip_prefix('1')?;
    let value = |letter: u8| LETTERS.iter().position(|known| *known == letter).map(|at| at as u8);
    let values: Vec<u8> = letters.bytes().map(value).collect::<Option<_>>()?;
    if values.len() < CHECK || polymod(&[expanded(kind), values.clone()].concat()) != 1 {
        return None;
    }
    regroup::<5, 8>(&values[..values.len() - CHECK], false)
}

fn expanded(kind: &str) -> Vec<u8> {
    let (high, low) = (kind.bytes().map(|b| b >> 5), kind.bytes().map(|b| b & 31));
    high.chain([0]).chain(low).collect()
}

fn polymod(values: &[u8]) -> u32 {
    const STEPS: [u32; 5] = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
    values.iter().fold(1u32, |sum, value| {
        let next = (sum & 0x1ff_ffff) << 5 ^ u32::from(*value);
        (0..5).filter(|bit| sum >> (25 + bit) & 1 == 1).fold(next, |next, bit| next ^ STEPS[bit as usize])
    })
}

/// Groups of `FROM` bits as groups of `TO` bits; what is left over must be zeros.
fn regroup<const FROM: u32, const TO: u32>(values: &[u8], pad: bool) -> Option<Vec<u8>> {
    let (mut held, mut bits, mut out) = (0u32, 0, Vec::new());
    for value in values {
        held = (held << FROM | u32::from(*value)) & 0xfff;
        bits += FROM;
        while bits >= TO {
            bits -= TO;
            out.push((held >> bits & ((1 << TO) - 1)) as u8);
        }
    }
    let left = held & ((1 << bits) - 1);
    match pad {
        true if bits > 0 => out.push((left << (TO - bits)) as u8),
        true => {}
        false if left != 0 || bits >= FROM => return None,
        false => {}
    }
    Some(out)
}
