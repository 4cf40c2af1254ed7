//! Lists as they arrive, told from the file to the person. All people are invented.

use crate::reading::{TODAY, birth, person, taken_in};
use base::{Birth, Country, Date, Paper, PaperKind, PaperStatus, Sex, Sign};
use papers::{Book, DateOrder, Doubt, Layout, Meaning, Outcome, Why, list};

const MISSION: &str = "\
DAFTAR WNI PELAPOR - KBRI;;;;;;;
;;;;;;;
No;Nama Lengkap;L/P;Tempat/Tgl Lahir;No. Paspor;No HP;Tgl Lapor;Keterangan
1;Budi Santoso;L;Tual, 01 Okt 2004;-;+855 12 345 678;19.01.26;demam
2;Siti Rahma;P;Jakarta, 25/12/1998;C1234567;0812 3456 7890;20.01.26;
;TOTAL;2;;;;;
;;;;;;;
3;Agus;L;Medan, 04.04.07;hilang;-;21.01.26;
No;Nama Lengkap;L/P;Tempat/Tgl Lahir;No. Paspor;No HP;Tgl Lapor;Keterangan
4;;;;;;;
;Mengetahui, Kepala Bagian;;;;;;
";

#[test]
fn a_missions_register_with_titles_totals_and_a_signature() {
    let (layout, readings) = taken_in(MISSION);
    assert_eq!(layout.header, Some(3));
    assert_eq!(layout.order, DateOrder::DayFirst);
    assert_eq!(layout.nationality, Country::from_iso3("IDN"));
    let meanings: Vec<Meaning> = layout.columns.iter().map(|column| column.meaning).collect();
    let keys = meanings.iter().map(|meaning| meaning.key()).collect::<Vec<_>>().join(" ");
    assert_eq!(keys, "number name sex place-and-birth passport phone reported remark");
    let rows: Vec<u32> = readings.iter().map(|reading| reading.row).collect();
    assert_eq!(rows, [4, 5, 6, 8, 9, 10, 11]);
    assert_eq!(readings[2].outcome, Outcome::NotAPerson(Why::Total));
    assert_eq!(readings[4].outcome, Outcome::NotAPerson(Why::Heading));
    assert_eq!(readings[5].outcome, Outcome::NotAPerson(Why::OnlyANumber));
    assert_eq!(readings[6].outcome, Outcome::NotAPerson(Why::Signature));

    let (budi, doubts) = person(&readings[0]);
    assert_eq!(budi.names, ["Budi Santoso"]);
    assert_eq!(budi.sex, Some(Sex::Male));
    assert_eq!(budi.birth, Some(Birth::On(Date::constant(2004, 10, 1))));
    assert_eq!(budi.contacts, ["+85512345678"]);
    assert_eq!(budi.reported, Some(Date::constant(2026, 1, 19)));
    assert_eq!(budi.nationalities, [Country::from_iso3("IDN").unwrap()]);
    assert!(budi.signs.contains(&Sign::Ill));
    assert_eq!(doubts, [Doubt::SignFromRemark]);

    let (siti, _) = person(&readings[1]);
    assert_eq!(siti.sex, Some(Sex::Female));
    assert_eq!(siti.contacts, ["+6281234567890"], "only an Indonesian number looks so");
    assert_eq!(siti.papers[0].number.as_deref(), Some("C1234567"));

    let (agus, _) = person(&readings[3]);
    assert_eq!(agus.birth, Some(Birth::On(Date::constant(2007, 4, 4))));
    assert_eq!(agus.papers, [Paper { kind: PaperKind::Passport, status: PaperStatus::Lost, number: None }]);
    assert!(agus.contacts.is_empty());
}

#[test]
fn a_chinese_list_gives_no_nationality_away() {
    let (layout, readings) = taken_in(
        "序号,姓名,性别,出生日期,护照号码,联系电话,现住地,到达日期,备注\n1,刘波,男,1998年5月12日,无,+85589000001,西港,2026-01-18,怀孕\n2,姜利 Jiang Li,女,25岁,没收,85512345678,,2026-01-20,没有受伤\n",
    );
    assert_eq!(layout.nationality, None);
    let (liu, _) = person(&readings[0]);
    assert_eq!(liu.birth, Some(Birth::On(Date::constant(1998, 5, 12))));
    assert_eq!(liu.reported, Some(Date::constant(2026, 1, 18)));
    assert!(liu.signs.contains(&Sign::Pregnant));
    assert_eq!(liu.papers[0].status, PaperStatus::Unknown);
    let (jiang, _) = person(&readings[1]);
    assert_eq!(jiang.names, ["姜利", "Jiang Li"]);
    assert_eq!(jiang.birth, Some(Birth::About { age: 25, on: Date::constant(2026, 1, 20) }));
    assert_eq!(jiang.papers[0].status, PaperStatus::Taken);
    assert_eq!(jiang.contacts, ["+85512345678"]);
    assert!(jiang.signs.is_empty(), "not hurt is not hurt");
}

#[test]
fn a_list_of_several_nationalities_in_windows_1252() {
    let text = "S/N;FULL NAMES;Nationality;Sex;D.O.B;Passport No;Remarks\n1;Honor\u{e9} Lema\u{ee}tre;Cameroun;M;14/09/1991;held by boss;sleeping in park\n2;Ama Boateng;GHANA;female;1999-05-02;A7654321 (expired);no money\n3;Jon Doe;Atlantis;M;;;\n";
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let book = Book::read(&bytes, "list.csv").unwrap();
    let layout = Layout::guess(&book.sheets[0]);
    let readings = list::read(&book.sheets[0], &layout, TODAY);
    let (honore, _) = person(&readings[0]);
    assert_eq!(honore.names, ["Honor\u{e9} Lema\u{ee}tre"]);
    assert_eq!(honore.nationalities, [Country::from_iso3("CMR").unwrap()]);
    assert_eq!(honore.papers[0].status, PaperStatus::Taken);
    assert!(honore.signs.contains(&Sign::NoShelter));
    let (ama, _) = person(&readings[1]);
    assert_eq!(
        ama.papers[0],
        Paper { kind: PaperKind::Passport, status: PaperStatus::Expired, number: Some("A7654321".into()) }
    );
    let (jon, doubts) = person(&readings[2]);
    assert!(jon.nationalities.is_empty());
    assert_eq!(doubts, [Doubt::NationalityNotRead]);
    assert_eq!(jon.remark.as_deref(), Some("Nationality: Atlantis"), "what was not read is not lost");
}

#[test]
fn a_shelters_book_with_split_names_and_ages() {
    let (layout, readings) = taken_in(
        "CONFIDENTIAL\n\nid,given name,family name,name (own script),nationality,dob or age,gender,id doc,phone,came from,arrival,needs\nSH-0001,John,Solano,,COL,approx 24,man,lost,+85595413899,Poipet,19/01/2026,doctor\nSH-0002,Abeba,Tesfaye,አበባ ተስፋዬ,ETH,2003,woman,none,,,20/01/2026,\n,,,,,31,,,,,,\n",
    );
    assert_eq!(layout.header, Some(3));
    let (john, _) = person(&readings[0]);
    assert_eq!(john.names, ["John Solano"]);
    assert_eq!(john.birth, Some(Birth::About { age: 24, on: Date::constant(2026, 1, 19) }));
    assert_eq!(john.place, None, "where somebody came from is not where they are");
    assert_eq!(john.remark.as_deref(), Some("came from: Poipet; needs: doctor"));
    let (abeba, _) = person(&readings[1]);
    assert_eq!(abeba.names, ["አበባ ተስፋዬ", "Abeba Tesfaye"]);
    assert_eq!(abeba.birth, Some(Birth::Year(2003)));
    assert_eq!(readings[2].outcome, Outcome::NeedsALook(Why::NoName));
}

#[test]
fn day_and_month_are_never_guessed() {
    let either = Birth::Either(Date::constant(1999, 4, 3), Date::constant(1999, 3, 4));
    assert_eq!(birth("03/04/1999"), (Some(either), vec![Doubt::BirthOrder]));
    let years = Birth::Either(Date::constant(2004, 4, 7), Date::constant(2007, 4, 4));
    assert_eq!(birth("04.04.07"), (Some(years), vec![Doubt::BirthOrder]), "the year may come first");
    let lists = [
        ("25/12/1998", DateOrder::DayFirst, Birth::On(Date::constant(1999, 4, 3))),
        ("12/25/1998", DateOrder::MonthFirst, Birth::On(Date::constant(1999, 3, 4))),
    ];
    for (other, order, born) in lists {
        let (layout, readings) = taken_in(&format!("Name,DOB\nA One,03/04/1999\nB Two,{other}\n"));
        assert_eq!(layout.order, order);
        assert_eq!(person(&readings[0]).0.birth, Some(born));
    }
    let (layout, readings) = taken_in("Name,DOB\nA One,03/04/1999\nB Two,25/12/1998\nC Three,12/25/1998\n");
    assert_eq!(layout.order, DateOrder::Unknown, "two writers");
    assert_eq!(person(&readings[0]).1, [Doubt::BirthOrder]);
    let (_, readings) = taken_in("Name,Date of arrival\nA One,03/01/2026\n");
    assert_eq!(person(&readings[0]).0.reported, Some(Date::constant(2026, 1, 3)), "1 March has not come yet");
    let (_, readings) = taken_in("Name,Date of arrival\nA One,03/01/2025\n");
    let (arrival, doubts) = person(&readings[0]);
    assert_eq!((arrival.reported, doubts), (None, &[Doubt::ReportedOrder][..]));
}

#[test]
fn dates_in_the_languages_of_the_lists() {
    let day = Some(Birth::On(Date::constant(2001, 8, 17)));
    for cell in [
        "17 August 2001",
        "17-Aug-01",
        "August 17, 2001",
        "17 Agustus 2001",
        "17 Agt 2001",
        "17 août 2001",
        "17 de agosto de 2001",
        "2001-08-17",
        "2001/8/17",
        "17.8.2001",
        "17th Aug 2001",
        "20010817",
        "17082001",
        "2001年8月17日",
        "17/08/2544",
        "2001-08-17T00:00:00",
        "17/08/2001 10:30",
        "១៧/០៨/២០០១",
    ] {
        assert_eq!(birth(cell), (day.clone(), vec![]), "{cell}");
    }
    assert_eq!(birth("08/2001").0, Some(Birth::Month { year: 2001, month: 8 }));
    for cell in [
        "25",
        "±25",
        "~25",
        "approx 25",
        "25 tahun",
        "25 ans",
        "sekitar 25 tahun",
        "about 25 years old",
        "约25岁",
        "approx 2001",
    ] {
        assert_eq!(birth(cell), (Some(Birth::About { age: 25, on: TODAY }), vec![]), "{cell}");
    }
    for cell in ["31/02/1999", "17/18", "approx 1 Jan 1990", "2031-01-01", "soon", "99/99/99", "6 months", "1 Jan"] {
        assert_eq!(birth(cell), (None, vec![Doubt::BirthNotRead]), "{cell}");
    }
    assert_eq!(birth("-"), (None, vec![]));
}

#[test]
fn the_letter_m_is_a_woman_where_men_are_h() {
    let (_, readings) = taken_in("Nombre;H/M;Edad\nAna Ruiz;M;30\n");
    assert_eq!(person(&readings[0]).0.sex, Some(Sex::Female), "the heading says so");
    let (_, readings) = taken_in("Nombre completo;Sexo;Edad\nAna Ruiz;M;30\nLuis Paz;H;31\n");
    assert_eq!(person(&readings[0]).0.sex, Some(Sex::Female));
    assert_eq!(person(&readings[1]).0.sex, Some(Sex::Male));
    let (_, readings) = taken_in("Nombre completo;Sexo;Edad\nAna Ruiz;M;30\n");
    let (ana, doubts) = person(&readings[0]);
    assert_eq!((ana.sex, doubts), (None, &[Doubt::SexUnclear][..]));
}

#[test]
fn remarks_raise_signs_to_be_asked_about_and_denials_do_not() {
    let signs = |remark: &str| {
        let (_, readings) = taken_in(&format!("Name,Remarks,Age\nA One,{remark},30\n"));
        person(&readings[0]).0.signs.iter().map(|sign| sign.key()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(signs("wounded hand"), "hurt");
    assert_eq!(signs("minor?"), "minor");
    assert_eq!(signs("minor injury"), "hurt");
    assert_eq!(signs("not sick"), "");
    assert_eq!(signs("tidak hamil"), "");
    assert_eq!(signs("hamil dan diancam"), "pregnant threatened");
    assert_eq!(signs("malade et sans abri"), "ill no-shelter");
    assert_eq!(signs("embarazada"), "pregnant");
    assert_eq!(signs("wife also here"), "");
}

#[test]
fn what_became_of_a_passport_is_read_and_no_other_number_taken_for_it() {
    let paper = |cell: &str| {
        let (_, readings) = taken_in(&format!("Name;Sex;Passport\nA One;F;{cell}\n"));
        let (arrival, doubts) = person(&readings[0]);
        let paper = arrival.papers.first().map(|paper| {
            format!("{} {} {}", paper.kind.key(), paper.status.key(), paper.number.as_deref().unwrap_or("-"))
        });
        (paper.unwrap_or_default(), doubts.len())
    };
    let certain = [
        ("", ""),
        ("-", "passport unknown -"),
        ("tidak ada", "passport unknown -"),
        ("c 1234567", "passport unknown C1234567"),
        ("lost in compound", "passport lost -"),
        ("lost, police report 12345/2026", "passport lost -"),
        ("with police", "passport taken -"),
        ("A1234567 exp 12/2027", "passport unknown A1234567"),
        ("A1234567 expired", "passport expired A1234567"),
        ("123456789", "passport unknown 123456789"),
        ("SPLP X1234567", "travel-document unknown X1234567"),
        ("KTP 3171234567890001", "national-id unknown 3171234567890001"),
        ("护照被老板没收", "passport taken -"),
    ];
    for (cell, expected) in certain {
        assert_eq!(paper(cell), (expected.to_owned(), 0), "{cell}");
    }
    assert_eq!(paper("ask brother").1, 1);
}

#[test]
fn a_list_without_headings_is_read_by_what_it_holds() {
    let (layout, readings) = taken_in(
        "Amina Diallo,F,25/12/1998,+85512345678\nJoseph Otieno,M,1999-02-03,+85512345679\nWei Chen,M,2000-02-03,+85512345670\n",
    );
    assert_eq!(layout.header, None);
    let meanings: Vec<Meaning> = layout.columns.iter().map(|column| column.meaning).collect();
    assert_eq!(meanings, [Meaning::Name, Meaning::Sex, Meaning::Birth, Meaning::Phone]);
    assert_eq!(readings.len(), 3);
    assert_eq!(readings[0].row, 1);
}

#[test]
fn a_french_a_thai_and_a_bilingual_list() {
    let (layout, readings) = taken_in(
        "Ambassade du Cameroun - Liste des ressortissants\nN°;Nom;Prénoms;Date de naissance;N° passeport;Date d'arrivée au Cambodge\n\
         1;NGUEMA;Jean-Paul;13/03/1995;confisqué par le patron;05/11/2024\n2;MBARGA;Élodie;vers 1999;A1234567;13/12/2024\n\
         Fait à Phnom Penh, le 20 janvier 2026;;;;;\n",
    );
    assert_eq!(layout.nationality, Country::from_iso3("CMR"));
    let (paul, _) = person(&readings[0]);
    assert_eq!(paul.names, ["Jean-Paul NGUEMA"]);
    assert_eq!((paul.reported, paul.entered), (None, Some(Date::constant(2024, 11, 5))));
    assert_eq!(paul.papers[0].status, PaperStatus::Taken);
    assert_eq!(person(&readings[1]).0.birth, Some(Birth::About { age: 27, on: TODAY }));
    assert_eq!(readings[2].outcome, Outcome::NotAPerson(Why::Signature));

    let (layout, readings) =
        taken_in("ลำดับ\tชื่อ-นามสกุล\tเพศ\tวันเกิด\tโทรศัพท์\n1\tมาลี ศรีสุข\tหญิง\t25/03/2545\t0812345678\n");
    assert_eq!(layout.columns[4].meaning, Meaning::Phone);
    let (mali, _) = person(&readings[0]);
    assert_eq!(mali.sex, Some(Sex::Female));
    assert_eq!(mali.birth, Some(Birth::On(Date::constant(2002, 3, 25))));

    let (_, readings) =
        taken_in("No,Name,DOB\n编号,姓名,出生日期\n1,Total Amina,2001-01-01\nBatch 2 of 20 January,,\n");
    assert_eq!(readings[0].outcome, Outcome::NotAPerson(Why::Heading));
    assert_eq!(person(&readings[1]).0.names, ["Total Amina"]);
    assert_eq!(readings[2].outcome, Outcome::NeedsALook(Why::NoName));
}

#[test]
fn keys_read_back_and_are_unique() {
    for meaning in Meaning::ALL {
        assert_eq!(Meaning::from_key(meaning.key()), Some(*meaning));
    }
    for order in DateOrder::ALL {
        assert_eq!(DateOrder::from_key(order.key()), Some(*order));
    }
    let keys: std::collections::BTreeSet<&str> =
        Doubt::ALL.iter().map(|doubt| doubt.key()).chain(Why::ALL.iter().map(|why| why.key())).collect();
    assert_eq!(keys.len(), Doubt::ALL.len() + Why::ALL.len());
}
