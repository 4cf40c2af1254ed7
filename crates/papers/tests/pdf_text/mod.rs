//! Reads back the PDF that we write: its objects, and its text as a viewer gives it to whoever copies it.

use std::collections::HashMap;
use std::io::Read;

pub struct Document {
    /// The text of each object, and what its stream holds.
    objects: HashMap<u32, (String, Vec<u8>)>,
}

/// By the name of each font, what its glyphs say.
type Fonts = HashMap<String, HashMap<u16, String>>;

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Bytes(Vec<u8>),
    Word(String),
}

impl Document {
    pub fn read(file: &[u8]) -> Self {
        let mut objects = HashMap::new();
        let find = |what: &[u8], from: usize| {
            file[from..].windows(what.len()).position(|window| window == what).map(|at| from + at)
        };
        let mut at = 0;
        while let Some(mark) = find(b" 0 obj\n", at) {
            let number_at = file[..mark].iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |at| at + 1);
            let number: u32 = String::from_utf8_lossy(&file[number_at..mark]).parse().unwrap();
            let begins = mark + 7;
            let (stream, end) = (find(b"\nstream\n", begins), find(b"endobj", begins).unwrap());
            let (head, bytes, next) = match stream.filter(|stream| *stream < end) {
                Some(stream) => {
                    let head = String::from_utf8_lossy(&file[begins..stream]).into_owned();
                    let length: usize = after(&head, "/Length ").unwrap();
                    let body = &file[stream + 8..stream + 8 + length];
                    let mut bytes = Vec::new();
                    flate2::read::ZlibDecoder::new(body).read_to_end(&mut bytes).unwrap();
                    (head, bytes, stream + 8 + length)
                }
                None => (String::from_utf8_lossy(&file[begins..end]).into_owned(), Vec::new(), end),
            };
            objects.insert(number, (head, bytes));
            at = next;
        }
        Self { objects }
    }

    /// Every object in one text, in order.
    pub fn objects(&self) -> String {
        let mut numbers: Vec<&u32> = self.objects.keys().collect();
        numbers.sort();
        numbers.into_iter().map(|number| self.objects[number].0.as_str()).collect()
    }

    fn pages(&self) -> Vec<(Fonts, Vec<Token>)> {
        let mut numbers: Vec<&u32> = self.objects.keys().collect();
        numbers.sort();
        let pages =
            numbers.into_iter().map(|number| &self.objects[number].0).filter(|head| head.contains("/Contents "));
        let page = |head: &String| {
            let content: u32 = after(head, "/Contents ").unwrap();
            let fonts = ["F0", "F1", "F2", "F3"].into_iter().filter_map(|name| {
                let font: u32 = after(head, &format!("/{name} "))?;
                let cmap: u32 = after(&self.objects[&font].0, "/ToUnicode ")?;
                Some((name.to_owned(), to_unicode(&String::from_utf8_lossy(&self.objects[&cmap].1))))
            });
            (fonts.collect(), tokens(&self.objects[&content].1))
        };
        pages.map(page).collect()
    }

    /// As it is copied, without what stands at the foot of each page: a line ends where a text object does.
    pub fn text(&self) -> String {
        self.gathered(true)
    }

    /// What the glyphs themselves stand for.
    pub fn drawn(&self) -> String {
        self.gathered(false)
    }

    fn gathered(&self, spelled: bool) -> String {
        let mut text = String::new();
        for (fonts, tokens) in self.pages() {
            let (mut font, mut before, mut within) = (None, Vec::new(), false);
            let mut decoration = Vec::new();
            for (at, token) in tokens.iter().enumerate() {
                match token {
                    Token::Word(word) if word == "BMC" => decoration.push(true),
                    Token::Word(word) if word == "BDC" && decoration.contains(&true) => decoration.push(false),
                    Token::Word(word) if word == "EMC" && decoration.pop().is_some() => {}
                    Token::Word(word) if word == "TJ" && decoration.contains(&true) => {}
                    Token::Word(word) if word == "Tf" => {
                        let Token::Word(name) = &tokens[at - 2] else { panic!("a font without a name") };
                        font = fonts.get(name.trim_start_matches('/'));
                    }
                    Token::Word(word) if word == "BDC" => {
                        if let (true, Some(Token::Bytes(bytes))) = (spelled, before.last()) {
                            text.push_str(&of_text_string(bytes));
                            within = true;
                        }
                    }
                    Token::Word(word) if word == "EMC" => within = false,
                    Token::Word(word) if word == "ET" => text.push('\n'),
                    Token::Word(word) if word == "TJ" && !within => {
                        for bytes in
                            before.iter().filter_map(|token| if let Token::Bytes(b) = token { Some(b) } else { None })
                        {
                            for glyph in bytes.chunks(2).map(|two| u16::from_be_bytes([two[0], two[1]])) {
                                text.push_str(
                                    font.and_then(|font| font.get(&glyph)).map_or("\u{fffd}", String::as_str),
                                );
                            }
                        }
                    }
                    _ => {}
                }
                match token {
                    Token::Bytes(_) => before.push(token.clone()),
                    Token::Word(word) if word.starts_with(|c: char| c.is_ascii_alphabetic()) => before.clear(),
                    Token::Word(_) => {}
                }
            }
        }
        text
    }

    /// Where lines of text begin, in points.
    pub fn places(&self) -> Vec<(f32, f32)> {
        let number = |token: &Token| if let Token::Word(word) = token { word.parse().unwrap() } else { 0.0 };
        let tokens: Vec<Vec<Token>> = self.pages().into_iter().map(|(_, tokens)| tokens).collect();
        tokens
            .iter()
            .flat_map(|tokens| {
                let set = |(at, token): (usize, &Token)| {
                    (*token == Token::Word("Tm".to_owned())).then(|| (number(&tokens[at - 2]), number(&tokens[at - 1])))
                };
                tokens.iter().enumerate().filter_map(set).collect::<Vec<_>>()
            })
            .collect()
    }
}

fn after<T: std::str::FromStr>(text: &str, mark: &str) -> Option<T> {
    let rest = &text[text.find(mark)? + mark.len()..];
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

fn of_text_string(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(rest) => {
            let units: Vec<u16> = rest.chunks(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn to_unicode(cmap: &str) -> HashMap<u16, String> {
    let hex = |text: &str| -> Vec<u16> {
        let text = text.trim_matches(['<', '>']);
        (0..text.len() / 4).map(|at| u16::from_str_radix(&text[4 * at..4 * at + 4], 16).unwrap()).collect()
    };
    let pair = |line: &str| {
        let (glyph, says) = line.split_once("> <")?;
        Some((*hex(glyph).first()?, String::from_utf16_lossy(&hex(says))))
    };
    let mut inside = false;
    let mut pairs = HashMap::new();
    for line in cmap.lines() {
        inside = line.ends_with("beginbfchar") || (inside && line != "endbfchar");
        pairs.extend(Some(line).filter(|_| inside).and_then(pair));
    }
    pairs
}

fn tokens(content: &[u8]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < content.len() {
        match content[at] {
            b'(' => {
                let (bytes, next) = literal(content, at + 1);
                tokens.push(Token::Bytes(bytes));
                at = next;
            }
            b'<' if content.get(at + 1) != Some(&b'<') => {
                let end = at + content[at..].iter().position(|byte| *byte == b'>').unwrap();
                let digits: Vec<u8> = content[at + 1..end].iter().copied().filter(u8::is_ascii_hexdigit).collect();
                let byte = |two: &[u8]| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap();
                tokens.push(Token::Bytes(digits.chunks(2).map(byte).collect()));
                at = end + 1;
            }
            b'<' => at += 2,
            byte if byte.is_ascii_whitespace() || b"<>[]".contains(&byte) => at += 1,
            _ => {
                let ends = |byte: &u8| byte.is_ascii_whitespace() || b"<>[](".contains(byte);
                let end = content[at..].iter().position(ends).map_or(content.len(), |length| at + length);
                tokens.push(Token::Word(String::from_utf8_lossy(&content[at..end]).into_owned()));
                at = end;
            }
        }
    }
    tokens
}

fn literal(content: &[u8], mut at: usize) -> (Vec<u8>, usize) {
    let (mut bytes, mut depth) = (Vec::new(), 1);
    loop {
        match content[at] {
            b'\\' => {
                at += 1;
                match content[at] {
                    digit @ b'0'..=b'7' => {
                        let digits =
                            content[at..].iter().take(3).take_while(|byte| (b'0'..=b'7').contains(byte)).count();
                        let octal = std::str::from_utf8(&content[at..at + digits]).unwrap();
                        bytes.push(u16::from_str_radix(octal, 8).map_or(digit, |number| number as u8));
                        at += digits - 1;
                    }
                    b'n' => bytes.push(b'\n'),
                    b'r' => bytes.push(b'\r'),
                    b't' => bytes.push(b'\t'),
                    b'b' => bytes.push(8),
                    b'f' => bytes.push(12),
                    other => bytes.push(other),
                }
            }
            b'(' => {
                depth += 1;
                bytes.push(b'(');
            }
            b')' => {
                depth -= 1;
                if depth == 0 {
                    return (bytes, at + 1);
                }
                bytes.push(b')');
            }
            other => bytes.push(other),
        }
        at += 1;
    }
}
