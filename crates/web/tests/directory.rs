//! The pages of the directory, as a caseworker meets them.

use crate::served::{Said, Served, served};

struct Desk {
    server: Served,
    cookie: String,
}

impl Desk {
    fn open() -> Desk {
        let server = served();
        let cookie = server.sign_in();
        Desk { server, cookie }
    }

    fn get(&self, path: &str) -> Said {
        self.server.ask("GET", path, &[("cookie", &self.cookie)], "")
    }

    fn post(&self, path: &str, form: &str) -> Said {
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.server.ask("POST", path, &[("sec-fetch-site", "same-origin"), kind, ("cookie", &self.cookie)], form)
    }

    /// Adds an organisation; the path of its page.
    fn add(&self, form: &str) -> String {
        let added = self.post("/services", form);
        assert_eq!(added.status, 303, "{}", added.body);
        added.header("location").to_owned()
    }
}

const RIVER_HOUSE: &str = "name=River+House&kind=safe-house&services=shelter&for_whom=women&nationalities=Uganda%2C+Kenya&area=Kampot&capacity=12&languages=Khmer%2C+English&contact=%2B855+00+000+222";

#[test]
fn the_list_says_what_fits_what_is_to_be_asked_and_how_fresh_it_is() {
    let desk = Desk::open();
    let all = desk.get("/services");
    assert_eq!(all.status, 200);
    assert!(all.body.contains("Caritas Cambodia") && all.body.contains("unknown, ask"));
    assert!(all.body.contains("by the editors of this pack, on paper only"));
    let tickets = desk.get("/services?service=ticket&group=&nationality=&area=&language=").body;
    assert!(tickets.contains("International Organization for Migration"), "it has tickets");
    assert!(!tickets.contains("Caritas Cambodia"), "what is known to give something else is left out");
    let (fitting, to_ask) = tickets.split_once("organisations to ask").unwrap();
    assert!(!fitting.contains(">Hagar<") && to_ask.contains(">Hagar<"), "unknown is not no");
    let odd = desk.get("/services?service=%3Cscript%3E&area=nowhere&language=xx");
    assert!(odd.status == 200 && !odd.body.contains("<script>"));
}

#[test]
fn an_organisation_is_added_checked_and_corrected_with_everything_kept() {
    let desk = Desk::open();
    let at = desk.add(RIVER_HOUSE);
    let page = desk.get(&at).body;
    for said in [
        "River House",
        "A place to sleep",
        "Women; nationals of Uganda, Kenya",
        "Khmer, English",
        "+855 00 000 222",
        "Checked today by sokha",
    ] {
        assert!(page.contains(said), "{said} is not in {page}");
    }
    assert_eq!(desk.post(&format!("{at}/not-answering"), "").status, 303);
    assert!(desk.get(&at).body.contains("Not answering, says sokha today"));
    let form = desk.get(&format!("{at}/correct")).body;
    assert!(form.contains("value=\"Uganda, Kenya\"") && form.contains("value=\"Khmer, English\""), "{form}");
    let seen = form.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let corrected = format!("{}&seen={seen}", RIVER_HOUSE.replace("capacity=12", "capacity=9"));
    assert_eq!(desk.post(&format!("{at}/correct"), &corrected).status, 303);
    let page = desk.get(&at).body;
    assert!(page.contains("<del><bdi>12</bdi></del>") && page.contains("<ins><bdi>9</bdi></ins>"), "{page}");
    assert!(page.contains("added it") && page.contains("found nobody answering") && page.contains("corrected it"));
    let again = desk.post(&format!("{at}/correct"), &corrected);
    assert_eq!(again.status, 422);
    assert!(again.body.contains("Somebody wrote something about this organisation meanwhile."));
}

#[test]
fn a_safe_house_with_a_street_is_refused_and_nothing_that_was_typed_is_lost() {
    let desk = Desk::open();
    let street = RIVER_HOUSE.replace("area=Kampot", "area=Street+63%2C+Kampot");
    let refused = desk.post("/services", &street);
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("This shows a street, a house or a point on a map."));
    for kept in
        ["River House", "Street 63, Kampot", "Uganda, Kenya", "value=\"women\" checked", "value=\"shelter\" checked"]
    {
        assert!(refused.body.contains(kept), "{kept} was lost");
    }
    let nowhere = desk.post("/services", &RIVER_HOUSE.replace("Uganda%2C+Kenya", "Wakanda"));
    assert!(nowhere.status == 422 && nowhere.body.contains("“Wakanda” is nobody we know."));
    assert!(!desk.get("/services").body.contains("River House"));
}

#[test]
fn sec25_markup_in_any_field_of_the_directory_stays_text() {
    let desk = Desk::open();
    let evil = "%3Cimg+src%3Dx+onerror%3Dalert%281%29%3E%22%27%3E";
    let at = desk.add(&format!("name={evil}&kind=clinic&area={evil}&hours={evil}&contact={evil}&note={evil}"));
    let form = format!("trap=other&title={evil}&goes_by={evil}&says={evil}&what_to_do={evil}&area={evil}");
    assert_eq!(desk.post("/warnings", &form).status, 303);
    let search = desk.post("/warnings/search", &format!("text={evil}"));
    let correct = desk.get(&format!("{at}/correct"));
    for page in [desk.get("/services"), desk.get(&at), correct, desk.get("/warnings"), search] {
        assert_eq!(page.status, 200);
        assert!(page.body.contains("img src=x") && !page.body.contains("<img"), "{}", page.body);
    }
}

#[test]
fn a_look_alike_of_a_known_trap_is_found_and_what_was_typed_is_in_no_address() {
    let desk = Desk::open();
    let found = desk.post("/warnings/search", "text=https%3A%2F%2Ft.me%2FExample_Ex1t_Visa-Desk");
    assert_eq!(found.status, 200);
    assert!(found.body.contains("One known trap") && found.body.contains("Looks the same as:"));
    assert!(found.body.contains("an example, invented"));
    let none = desk.post("/warnings/search", "text=%40somebody_else_entirely").body;
    assert!(none.contains("Not on the list") && none.contains("That says nothing"));
    let list = desk.get("/services").body;
    assert!(list.contains("method=\"post\" action=\"/warnings/search\""));
}

#[test]
fn what_is_not_there_is_not_found_and_who_is_no_administrator_links_nothing() {
    let desk = Desk::open();
    for path in ["/services/no-such", "/services/no-such/correct"] {
        assert_eq!(desk.get(path).status, 404, "{path}");
    }
    for path in ["/services/no-such/checked", "/services/no-such/not-answering", "/warnings/no-such/withdraw"] {
        assert_eq!(desk.post(path, "reason=x").status, 404, "{path}");
    }
    assert_eq!(desk.post("/services/licadho/team", "team=").status, 403);
    assert!(!desk.get("/services/licadho").body.contains("/team\""));
}
