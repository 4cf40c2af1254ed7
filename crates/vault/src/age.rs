//! The age v1 format with X25519 recipients (C2SP age): what backups are encrypted in, so that any age tool opens
//! them in twenty years.
//!
//! Written here because the `age` crate brings a second generation of every cipher that is already in the tree.
//! The test reads a file that the age tool wrote.

use crate::keys::{Private, Public};
use crate::{Result, VaultError, bech32};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use data_encoding::BASE64_NOPAD;
use hmac::Mac;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

const VERSION: &str = "age-encryption.org/v1";
const WRAP: &[u8] = b"age-encryption.org/v1/X25519";
const STANZA: &str = "-> X25519 ";
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
const FILE_KEY: usize = 16;

type Key = Zeroizing<[u8; 32]>;

/// Encrypts to everybody in `recipients`: each of them can open it alone.
pub fn encrypt(recipients: &[Public], plain: &[u8], rng: &mut dyn CryptoRng) -> Result<Vec<u8>> {
    let mut file_key = Zeroizing::new([0u8; FILE_KEY]);
    rng.fill_bytes(file_key.as_mut_slice());
    let mut header = format!("{VERSION}\n");
    for recipient in recipients {
        let ephemeral = Private::generate(rng);
        let shared = ephemeral.agree(recipient).ok_or(VaultError::BadKey)?;
        let wrapped = cipher(&wrap_key(&shared, &ephemeral.public(), recipient))
            .encrypt(&Nonce::default(), file_key.as_slice())
            .expect("sixteen bytes are never too many");
        let point = BASE64_NOPAD.encode(ephemeral.public().as_bytes());
        header += &format!("{STANZA}{point}\n{}\n", BASE64_NOPAD.encode(&wrapped));
    }
    header += "---";
    let mac = header_mac(&file_key, header.as_bytes()).finalize().into_bytes();
    let mut nonce = [0u8; 16];
    rng.fill_bytes(&mut nonce);
    let mut file = Vec::with_capacity(header.len() + plain.len() + plain.len() / PIECE * TAG + 128);
    file.extend_from_slice(format!("{header} {}\n", BASE64_NOPAD.encode(&mac)).as_bytes());
    file.extend_from_slice(&nonce);
    let stream = cipher(&derived(file_key.as_slice(), Some(&nonce), b"payload"));
    let pieces = plain.len().div_ceil(PIECE).max(1);
    for number in 0..pieces {
        let piece = &plain[number * PIECE..plain.len().min((number + 1) * PIECE)];
        let sealed = stream.encrypt(&piece_nonce(number, number + 1 == pieces), piece);
        file.extend_from_slice(&sealed.expect("64 KiB are never too many"));
    }
    Ok(file)
}

/// Opens with one private half. Fails when it is for somebody else, or when one bit is not as it was written.
pub fn decrypt(private: &Private, file: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let (file_key, body) = open_header(private, file).ok_or(VaultError::DoesNotOpen)?;
    let (nonce, sealed) = body.split_first_chunk::<16>().ok_or(VaultError::DoesNotOpen)?;
    let stream = cipher(&derived(file_key.as_slice(), Some(nonce), b"payload"));
    let pieces = sealed.len().div_ceil(PIECE + TAG).max(1);
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    for number in 0..pieces {
        let end = sealed.len().min((number + 1) * (PIECE + TAG));
        let piece = &sealed[number * (PIECE + TAG)..end];
        let opened = stream.decrypt(&piece_nonce(number, number + 1 == pieces), piece);
        let opened = opened.map_err(|_| VaultError::DoesNotOpen)?;
        if opened.is_empty() && number > 0 {
            return Err(VaultError::DoesNotOpen);
        }
        plain.extend_from_slice(&opened);
    }
    Ok(plain)
}

/// The file key, once the header's own mark fits, and what follows the header.
fn open_header<'f>(private: &Private, file: &'f [u8]) -> Option<(Zeroizing<[u8; FILE_KEY]>, &'f [u8])> {
    let end = file.windows(5).position(|window| window == b"\n--- ")? + 4;
    let header = std::str::from_utf8(&file[..end]).ok()?;
    let (mark, body) = file[end..].strip_prefix(b" ")?.split_at_checked(43)?;
    let body = body.strip_prefix(b"\n")?;
    let mut lines = header.lines();
    if lines.next() != Some(VERSION) {
        return None;
    }
    let mut found = None;
    while let Some(line) = lines.next() {
        let Some(point) = line.strip_prefix(STANZA) else { continue };
        let wrapped = BASE64_NOPAD.decode(lines.next()?.as_bytes()).ok()?;
        let ephemeral = Public::from_slice(&BASE64_NOPAD.decode(point.as_bytes()).ok()?).ok()?;
        let key = wrap_key(&*private.agree(&ephemeral)?, &ephemeral, &private.public());
        if let Ok(opened) = cipher(&key).decrypt(&Nonce::default(), wrapped.as_slice()) {
            found = Some(Zeroizing::new(<[u8; FILE_KEY]>::try_from(opened.as_slice()).ok()?));
        }
    }
    let file_key = found?;
    header_mac(&file_key, header.as_bytes()).verify_slice(&BASE64_NOPAD.decode(mark).ok()?).ok()?;
    Some((file_key, body))
}

fn cipher(key: &Key) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new((&**key).into())
}

fn derived(secret: &[u8], salt: Option<&[u8]>, use_of: &[u8]) -> Key {
    let mut key = Zeroizing::new([0u8; 32]);
    hkdf::Hkdf::<sha2::Sha256>::new(salt, secret)
        .expand(use_of, key.as_mut_slice())
        .expect("32 bytes are within HKDF's limit");
    key
}

fn wrap_key(shared: &[u8; 32], ephemeral: &Public, recipient: &Public) -> Key {
    let salt = [ephemeral.as_bytes().as_slice(), recipient.as_bytes()].concat();
    derived(shared, Some(&salt), WRAP)
}

fn header_mac(file_key: &[u8; FILE_KEY], header: &[u8]) -> hmac::Hmac<sha2::Sha256> {
    let key = derived(file_key, None, b"header");
    let mut mac = <hmac::Hmac<sha2::Sha256> as hmac::KeyInit>::new_from_slice(key.as_slice()).expect("any length");
    mac.update(header);
    mac
}

/// Eleven bytes of counter, and whether it is the last piece.
fn piece_nonce(number: usize, last: bool) -> Nonce {
    let mut nonce = [0u8; 12];
    nonce[3..11].copy_from_slice(&(number as u64).to_be_bytes());
    nonce[11] = last.into();
    Nonce::from(nonce)
}

/// "age1…", as other tools write a recipient.
pub fn recipient_text(public: &Public) -> String {
    bech32::encode("age", public.as_bytes())
}

pub fn read_recipient(text: &str) -> Option<Public> {
    Public::from_slice(&bech32::decode("age", text.trim())?).ok()
}

/// The first "AGE-SECRET-KEY-1…" of an identity file.
pub fn read_identity(text: &str) -> Option<Private> {
    let line = text.lines().map(str::trim).find(|line| line.starts_with("AGE-SECRET-KEY-1"))?;
    let bytes = Zeroizing::new(bech32::decode("age-secret-key-", &line.to_lowercase())?);
    Private::from_slice(&bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wrap::tests::rng;
    use proptest::prelude::*;

    /// Made by age 1.1.1 with the identity below.
    const OF_THE_TOOL: &str = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSA3WkRZTmxWRWFCejJ6TDdUNzRNazlnalRWeEpDcFF3T3ZDOStiNlBiYVdNCkQzdmsrUWYzaW9YQi9KdWg3NW9odFhkMDJRdkt3UlV3U3NxRkdGT1NQSlEKLS0tIGNMRGpQUTlsOWJER1IzaS9EK0JKNk5XS1U3OE5lamJmcjlGUzdCbGQ3aW8Ku4wCkhou2M68K2dA3XePlELiA34o//As4IUrn3qydxSNLdHUrTjELUmVZMTL0cAGh6QZ1ytFbG4=";
    const IDENTITY: &str = "# public key: age1q83enn9tkqfwajfzp4l9vkxpm9l0twmdm2dnptwwmjlgmwrspc5q4kzy4m\nAGE-SECRET-KEY-1QYR0TWKV5MJHNF3SNHR8SLR4Q0X79TULCEDH5TX5LZP6669M6E0Q2ALVAR\n";

    #[test]
    fn what_the_age_tool_wrote_opens() {
        let file = data_encoding::BASE64.decode(OF_THE_TOOL.as_bytes()).unwrap();
        let private = read_identity(IDENTITY).unwrap();
        assert_eq!(decrypt(&private, &file).unwrap().as_slice(), b"somebody else wrote this");
        assert!(IDENTITY.contains(&format!(" {}\n", recipient_text(&private.public()))));
        assert_eq!(read_recipient(&recipient_text(&private.public())), Some(private.public()));
        assert_eq!(read_recipient(&recipient_text(&private.public()).replace("age1", "age1q")), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn each_recipient_opens_it_and_nobody_else_and_no_bit_may_change(
            size in prop::sample::select(vec![0usize, 1, 65_535, 65_536, 65_537, 200_000]), seed: u64, flip: usize
        ) {
            let mut rng = rng(seed);
            let [one, two, other] = std::array::from_fn(|_| Private::generate(&mut rng));
            let plain: Vec<u8> = (0..size).map(|n| (n * 7) as u8).collect();
            let mut file = encrypt(&[one.public(), two.public()], &plain, &mut rng).unwrap();
            prop_assert!(decrypt(&one, &file).unwrap().as_slice() == plain);
            prop_assert!(decrypt(&two, &file).unwrap().as_slice() == plain);
            prop_assert!(decrypt(&other, &file).is_err());
            prop_assert!(decrypt(&one, &file[..file.len() - 1]).is_err());
            let at = flip % file.len();
            file[at] ^= 1;
            prop_assert!(decrypt(&one, &file).is_err());
        }
    }
}
