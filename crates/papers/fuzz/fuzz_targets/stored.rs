//! A zip file of parts that are not packed.

pub fn zip<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let (mut bytes, mut directory, mut count) = (Vec::new(), Vec::new(), 0u16);
    for (name, part) in parts {
        let at = (bytes.len() as u32).to_le_bytes();
        let length = (part.len() as u32).to_le_bytes();
        let named = (name.len() as u16).to_le_bytes();
        let common = [&[20, 0, 0, 0][..], &[0; 10], &length, &length, &named, &[0, 0]].concat();
        bytes.extend([&b"PK\x03\x04"[..], &common, name.as_bytes(), part].concat());
        directory.extend([&b"PK\x01\x02\x14\0"[..], &common, &[0; 10], &at, name.as_bytes()].concat());
        count += 1;
    }
    let at = (bytes.len() as u32).to_le_bytes();
    let count = count.to_le_bytes();
    bytes.extend(directory);
    bytes.extend([&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &[0; 4], &at, &[0, 0]].concat());
    bytes
}
