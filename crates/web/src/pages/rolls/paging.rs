//! Long lists part by part: which part the address asks for, and where the parts beside it are.

use super::SHOWN;
use crate::views::rolls::Paging;
use crate::visit::Visit;

/// One part of a list of which the address says the number, by a word of its own: two lists stand on one page.
pub(super) struct Part {
    word: &'static str,
    pub number: usize,
    pages: usize,
}

impl Part {
    pub fn of(visit: &Visit, word: &'static str, total: usize) -> Part {
        let pages = total.div_ceil(SHOWN).max(1);
        Part { word, number: visit.asked(word).parse().unwrap_or(1).clamp(1, pages), pages }
    }

    /// How many of the list stand before this part.
    pub fn skipped(&self) -> usize {
        (self.number - 1) * SHOWN
    }

    /// Of `all`, this part.
    pub fn cut<'a, T>(&self, all: &'a [T]) -> &'a [T] {
        &all[self.skipped()..all.len().min(self.skipped() + SHOWN)]
    }

    /// The part as the address says it; the first needs no saying.
    fn said(&self, number: usize) -> Option<String> {
        (number > 1).then(|| format!("{}={number}", self.word))
    }

    /// Links to the parts beside this one, at the same place of the page. What else the page shows stays as it is:
    /// `beside`, the other list, and `more`, as it stands in an address.
    pub fn links(&self, path: &str, place: &str, beside: Option<&Part>, more: Option<String>) -> Paging {
        let to = |number: usize| {
            let beside = beside.and_then(|part| part.said(part.number));
            let asked: Vec<String> = [self.said(number), beside, more.clone()].into_iter().flatten().collect();
            let asked = if asked.is_empty() { String::new() } else { format!("?{}", asked.join("&")) };
            format!("{path}{asked}#{place}")
        };
        Paging {
            number: self.number,
            pages: self.pages,
            before: if self.number > 1 { to(self.number - 1) } else { String::new() },
            after: if self.number < self.pages { to(self.number + 1) } else { String::new() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_leads_to_those_beside_it_and_leaves_the_other_list_where_it_is() {
        let all: Vec<usize> = (0..450).collect();
        let on = Part { word: "page", number: 2, pages: 3 };
        let left = Part { word: "left", number: 1, pages: 2 };
        assert_eq!(on.cut(&all), &all[200..400]);
        assert_eq!(Part { word: "page", number: 3, pages: 3 }.cut(&all), &all[400..]);
        let links = on.links("/rolls/UGA", "on", Some(&left), None);
        assert_eq!((links.before.as_str(), links.after.as_str()), ("/rolls/UGA#on", "/rolls/UGA?page=3#on"));
        let links = left.links("/rolls/UGA", "missing", Some(&on), Some("why=no-name".to_owned()));
        assert_eq!(links.after, "/rolls/UGA?left=2&page=2&why=no-name#missing");
        assert_eq!(links.before, "");
    }
}
