//! As much XML as a spreadsheet's parts need: elements, attributes, text. No entity is ever defined by
//! the file itself, so nothing can expand, and every broken document ends instead of failing.

use std::borrow::Cow;

pub enum Event<'a> {
    Open(Element<'a>),
    /// The local name of an element that ends, also of an empty one.
    Close(&'a str),
    Text(Cow<'a, str>),
}

#[derive(Clone, Copy)]
pub struct Element<'a> {
    /// The name without its prefix.
    pub name: &'a str,
    attributes: &'a str,
}

pub struct Events<'a> {
    rest: &'a str,
    /// An empty element was just opened and is to be closed.
    open: Option<&'a str>,
}

impl<'a> Events<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { rest: text, open: None }
    }

    fn skip_past(&mut self, end: &str) -> &'a str {
        match self.rest.split_once(end) {
            Some((inside, rest)) => {
                self.rest = rest;
                inside
            }
            None => std::mem::take(&mut self.rest),
        }
    }
}

impl<'a> Iterator for Events<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        if let Some(name) = self.open.take() {
            return Some(Event::Close(name));
        }
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let Some(tag) = self.rest.strip_prefix('<') else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Some(Event::Text(unescaped(text)));
            };
            if let Some(rest) = tag.strip_prefix("![CDATA[") {
                self.rest = rest;
                return Some(Event::Text(Cow::Borrowed(self.skip_past("]]>"))));
            } else if tag.starts_with("!--") {
                self.skip_past("-->");
            } else if tag.starts_with(['?', '!']) {
                self.skip_past(">");
            } else if let Some(rest) = tag.strip_prefix('/') {
                self.rest = rest;
                return Some(Event::Close(local(self.skip_past(">").trim())));
            } else {
                return Some(self.element(tag));
            }
        }
    }
}

impl<'a> Events<'a> {
    fn element(&mut self, tag: &'a str) -> Event<'a> {
        let mut quote = None;
        let end = tag.bytes().position(|byte| match quote {
            Some(open) => {
                if byte == open {
                    quote = None;
                }
                false
            }
            None if byte == b'"' || byte == b'\'' => {
                quote = Some(byte);
                false
            }
            None => byte == b'>',
        });
        let (inside, rest) = end.map_or((tag, ""), |end| (&tag[..end], &tag[end + 1..]));
        self.rest = rest;
        let (inside, empty) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
        let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        let name = local(name);
        if empty {
            self.open = Some(name);
        }
        Event::Open(Element { name, attributes })
    }
}

impl<'a> Element<'a> {
    /// The value of the attribute with this local name.
    pub fn attribute(&self, wanted: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.attributes;
        while let Some((name, after)) = rest.split_once('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, following) = after[1..].split_once(quote)?;
            if local(name.trim()) == wanted {
                return Some(unescaped(value));
            }
            rest = following;
        }
        None
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        // The longest entity known is "&#x10FFFF;".
        let end = after.bytes().take(10).position(|byte| byte == b';');
        match end.and_then(|end| Some((character(&after[..end])?, &after[end + 1..]))) {
            Some((c, following)) => {
                out.push(c);
                rest = following;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn character(entity: &str) -> Option<char> {
    match entity {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
