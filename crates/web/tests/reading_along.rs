//! A hearing in two languages: the caseworker's page and, below each question, the person's own words for it.

use crate::served::{Said, Served, served};

const OURS: (&str, &str) = ("sec-fetch-site", "same-origin");
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// Somebody who speaks these languages, registered by the caseworker: the way to their case.
fn somebody(server: &Served, cookie: &str, speaks: &[&str]) -> String {
    let languages: String = speaks.iter().map(|language| format!("&language={language}")).collect();
    let form = format!("consent=spoken&name=Invented{languages}");
    let registered = server.ask("POST", "/arrivals", &[OURS, FORM, ("cookie", cookie)], &form);
    assert_eq!(registered.status, 303, "{}", registered.body);
    let page = server.ask("GET", registered.header("location"), &[("cookie", cookie)], "").body;
    let handle = page.split("done-open\" href=\"/case/").nth(1).unwrap().split('"').next().unwrap();
    format!("/case/{handle}")
}

/// A page in the language of the browser.
fn page(server: &Served, cookie: &str, browser: &str, path: &str) -> String {
    let Said { status, body, .. } = server.ask("GET", path, &[("cookie", cookie), ("accept-language", browser)], "");
    assert_eq!(status, 200, "{body}");
    body
}

/// The question whether the person is safe, for somebody who speaks these languages.
fn asked(server: &Served, cookie: &str, browser: &str, speaks: &[&str]) -> String {
    let path = somebody(server, cookie, speaks) + "/hear?question=5";
    page(server, cookie, browser, &path)
}

#[test]
fn a_person_reads_the_question_in_their_own_language_below_the_caseworkers() {
    let server = served();
    let cookie = server.sign_in();
    let page = asked(&server, &cookie, "en", &["Khmer"]);
    assert!(page.contains("<h1 id=\"question\">Are you safe, here and now?</h1>"), "{page}");
    assert!(page.contains("<p class=\"hear-theirs\" lang=\"km\" dir=\"ltr\">តើអ្នកមានសុវត្ថិភាព"), "{page}");
    assert!(
        page.contains("<span class=\"hear-theirs\" lang=\"km\" dir=\"ltr\">មិនប្រាកដ</span>"),
        "choices as well: {page}"
    );
    assert!(page.contains("<span class=\"hear-theirs\" lang=\"km\" dir=\"ltr\">មិនដឹង</span></button>"), "{page}");
    assert!(page.contains("ភាសាខ្មែរ</span>: not yet reviewed by a native speaker</p>"), "and says who has not read it");

    let page = asked(&server, &cookie, "fr", &["Arabic"]);
    assert!(page.contains("<html lang=\"fr\" dir=\"ltr\">"));
    assert!(page.contains("<h1 id=\"question\">Êtes-vous en sécurité, ici et maintenant ?</h1>"), "{page}");
    assert!(page.contains("<p class=\"hear-theirs\" lang=\"ar\" dir=\"rtl\">هل أنت في أمان"), "{page}");
}

#[test]
fn the_first_language_of_the_person_that_the_guide_is_said_in_is_taken() {
    let server = served();
    let cookie = server.sign_in();
    let page = asked(&server, &cookie, "en", &["Vietnamese", "Cantonese", "Swahili"]);
    assert!(page.contains("class=\"hear-theirs\" lang=\"zh\""), "who speaks Cantonese reads Chinese: {page}");
    for speaks in [&["English", "Khmer"][..], &["Vietnamese"], &[]] {
        let page = asked(&server, &cookie, "en", speaks);
        assert!(!page.contains("hear-theirs"), "{speaks:?}: {page}");
    }
    let page = asked(&server, &cookie, "km", &["English"]);
    assert!(
        page.contains("<p class=\"hear-theirs\" lang=\"en\" dir=\"ltr\">Are you safe, here and now?</p>"),
        "{page}"
    );
}

/// The guide is said in Arabic, and what is to be done first; where that comes from is named in English alone.
#[test]
fn a_page_in_another_language_marks_what_is_english() {
    let server = served();
    let cookie = server.sign_in();
    let case = somebody(&server, &cookie, &["Arabic"]);
    let question = page(&server, &cookie, "ar", &format!("{case}/hear?question=5"));
    assert!(question.contains("<html lang=\"ar\" dir=\"rtl\">"), "{question}");
    assert!(question.contains("<h1 id=\"question\">هل أنت في أمان"), "{question}");
    let main = question.split("<main").nth(1).unwrap();
    assert!(!main.contains("lang=") && !main.contains("hear-theirs"), "{main}");
    let result = page(&server, &cookie, "ar", &format!("{case}/heard"));
    assert!(result.contains("<li>يلزم مزيد من المعلومات"), "{result}");
    assert!(result.contains("<span lang=\"en\" dir=\"ltr\">Typical of country procedures"), "{result}");
    assert!(result.contains("<span>قابل الشخص"), "{result}");
    let english = page(&server, &cookie, "en", &format!("{case}/heard"));
    assert!(english.contains("<span>See the person"), "{english}");
}

#[test]
fn a_plan_says_the_steps_and_warnings_of_the_pack_in_the_language_of_the_page() {
    let server = served();
    let cookie = server.sign_in();
    let plan = somebody(&server, &cookie, &[]) + "/plan";
    let (english, french) = (page(&server, &cookie, "en", &plan), page(&server, &cookie, "fr", &plan));
    for (theirs, ours) in [
        // A step, what it waits for, and what can go wrong in it.
        ("<span class=\"step-title\">Exit visa</span>", "<span class=\"step-title\">Visa de sortie</span>"),
        ("First: Safety check: threats", "D’abord\u{a0}: Vérification de sécurité\u{a0}: menaces"),
        ("Brokers cheat: pay only at the counter", "Des intermédiaires escroquent\u{a0}: payez seulement au guichet"),
    ] {
        assert!(english.contains(theirs) && !english.contains(ours), "{theirs}: {english}");
        assert!(french.contains(ours) && !french.contains(theirs), "{ours}: {french}");
    }
    let khmer = page(&server, &cookie, "km", "/missions/TWN");
    assert!(khmer.contains("កម្ពុជាបាននិរទេសជនតៃវ៉ាន់ទៅចិនដីគោក។ មិនត្រូវនាំអ្នកណា"), "{khmer}");
    assert!(!khmer.contains("Cambodia has deported Taiwanese"), "{khmer}");
}
