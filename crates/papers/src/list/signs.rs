//! Urgent words in a remark. They raise a sign to be asked about; a remark proves nothing.

use super::words::Words;
use base::Sign;
use std::collections::BTreeSet;

pub fn in_remark(remark: &str) -> BTreeSet<Sign> {
    let words = Words::of(remark);
    let mut signs: BTreeSet<Sign> = SIGNS
        .iter()
        .filter(|(sign, phrases)| {
            let states_a_lack = *sign == Sign::NoShelter;
            phrases.split(", ").any(|phrase| if states_a_lack { words.have(phrase) } else { words.affirm(phrase) })
        })
        .map(|(sign, _)| *sign)
        .collect();
    // A minor injury is an injury, not a child.
    const SLIGHT: &str = "minor injury, minor injuries, minor wound, minor wounds, minor cut, minor illness";
    if words.have_any(SLIGHT) {
        signs.remove(&Sign::Minor);
    }
    signs
}

const SIGNS: [(Sign, &str); 6] = [
    (
        Sign::Hurt,
        "\
        injured, injury, injuries, wounded, wound, wounds, hurt, broken, fracture, \
        fractured, bleeding, beaten, burn, burns, electrocuted, stabbed, luka, terluka, \
        cedera, patah, berdarah, dipukuli, blesse, blessee, blessure, brulure, herido, \
        herida, lesionado, lesionada, fractura, golpeado, golpeada, ferido, ferida, bi \
        thuong, gay tay, gay chan, 受伤, 受傷, 骨折, 流血, របួស, บาดเจ็บ, جريح, مصاب, ранен, 有伤, 伤口, \
        烧伤, 打伤, 刀伤",
    ),
    (
        Sign::Ill,
        "\
        sick, ill, illness, disease, fever, tb, tuberculosis, malaria, dengue, hiv, \
        diabetes, diabetic, asthma, epilepsy, hospital, hospitalised, hospitalized, medical, \
        sakit, demam, dirawat, malade, fievre, hopital, enfermo, enferma, enfermedad, \
        fiebre, doente, febre, om, bi benh, bi om, sot, 生病, 有病, 发烧, 發燒, 疾病, 住院, ឈឺ, ป่วย, \
        مريض, مريضة, बिरामी, बीमार, болен, больна, 患病, 重病, 病了",
    ),
    (
        Sign::Pregnant,
        "\
        pregnant, pregnancy, expecting, hamil, bunting, enceinte, embarazada, gravida, \
        gestante, mang thai, co thai, co bau, 怀孕, 懷孕, 孕妇, 孕, មានផ្ទៃពោះ, ตั้งครรภ์, ท้อง, \
        حامل, गर्भवती, беременна",
    ),
    (
        Sign::Minor,
        "\
        minor, minors, underage, under age, under 18, below 18, juvenile, unaccompanied \
        child, di bawah umur, dibawah umur, mineur, mineure, menor, menor de edad, vi thanh \
        nien, 未成年, អនីតិជន, قاصر",
    ),
    (
        Sign::Threatened,
        "\
        threatened, threat, threats, threatening, afraid, scared, in danger, at risk, being \
        followed, followed by, hunted, diancam, ancaman, terancam, takut, menace, menacee, \
        menaces, peur, en danger, amenazado, amenazada, amenaza, amenazas, miedo, en \
        peligro, ameacado, ameacada, ameaca, medo, bi de doa, de doa, 威胁, 威脅, 害怕, 恐吓, 危险, 追杀",
    ),
    (
        Sign::NoShelter,
        "\
        no shelter, no place, no place to stay, nowhere, homeless, on the street, in the \
        street, on street, sleeping in park, sleeping in the park, sleeping in street, \
        sleeping in the street, sleeping on, sleeping outside, sleeping at station, sleeping \
        rough, sleeps in park, sleeps outside, sleeps on, in the park, no accommodation, \
        without shelter, tidur di taman, tidur di jalan, tidur di luar, tidak ada tempat, \
        tidak punya tempat, di jalanan, sans abri, dort dans, dort dehors, a la rue, dans la \
        rue, sin techo, sin refugio, en la calle, duerme en, sem abrigo, sem teto, na rua, \
        khong cho o, khong co cho o, ngu ngoai, 露宿, 街头, 流落, 没地方住, 没有地方住, 无处, 无住处, 睡公园",
    ),
];
