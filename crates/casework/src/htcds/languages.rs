//! Languages as ISO 639-2 writes them: three letters, or the two of ISO 639-1 where there are two.

use base::Language;

/// Languages of ours whose three letters stand in ISO 639-3 alone.
const NOT_IN_639_2: [&str; 23] = [
    "apd", "arz", "bci", "cgg", "ckb", "guz", "kln", "kri", "ksw", "luy", "mer", "mnw", "nan", "nus", "pcm", "rhg",
    "rki", "seh", "teo", "vmw", "wuu", "xog", "yue",
];

/// Three letters and the two that we keep; some languages have three letters twice.
const THREE_LETTERS: &str = "\
    aar=aa afr=af aka=ak amh=am ara=ar asm=as aym=ay aze=az bel=be bul=bg bam=bm ben=bn bod=bo tib=bo bos=bs ces=cs \
    cze=cs dan=da deu=de ger=de div=dv dzo=dz ewe=ee ell=el gre=el eng=en spa=es fas=fa per=fa ful=ff fra=fr fre=fr \
    grn=gn guj=gu hau=ha heb=he hin=hi hrv=hr hat=ht hun=hu hye=hy arm=hy ind=id ibo=ig ita=it jpn=ja jav=jv kat=ka \
    geo=ka kon=kg kik=ki kaz=kk khm=km kan=kn kor=ko kas=ks kur=ku kir=ky lug=lg lin=ln lao=lo lit=lt lub=lu lav=lv \
    mlg=mg mal=ml mon=mn mar=mr msa=ms may=ms mya=my bur=my nde=nd nep=ne nld=nl dut=nl nor=no nbl=nr nya=ny orm=om \
    ori=or pan=pa pol=pl pus=ps por=pt que=qu run=rn ron=ro rum=ro rus=ru kin=rw snd=sd sag=sg sin=si sna=sn som=so \
    sqi=sq alb=sq srp=sr ssw=ss sot=st sun=su swe=sv swa=sw tam=ta tel=te tgk=tg tha=th tir=ti tuk=tk tgl=tl tsn=tn \
    tur=tr tso=ts twi=tw uig=ug ukr=uk urd=ur uzb=uz ven=ve vie=vi wol=wo xho=xh yor=yo zho=zh chi=zh zul=zu";

/// The code that goes out, if ISO 639-2 has one.
pub fn code(language: Language) -> Option<&'static str> {
    Some(language.code()).filter(|code| !NOT_IN_639_2.contains(code))
}

/// Reads two letters or three.
pub fn read(code: &str) -> Option<Language> {
    let code = code.to_ascii_lowercase();
    let two = THREE_LETTERS.split_whitespace().find_map(|pair| pair.strip_prefix(&code)?.strip_prefix('='));
    Language::from_code(two.unwrap_or(&code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_that_goes_out_comes_in_again_also_by_three_letters() {
        for language in Language::all() {
            if let Some(code) = code(language) {
                assert_eq!(read(code), Some(language), "{code}");
                let three = THREE_LETTERS.split_whitespace().filter(|pair| pair.ends_with(&format!("={code}")));
                assert!(code.len() == 3 || three.count() > 0, "{code} has no three letters");
            }
        }
        assert_eq!(read("khm"), Language::from_code("km"));
        assert_eq!(read("kh"), None);
    }

    #[test]
    fn every_pair_and_every_exception_names_a_language_of_ours() {
        for pair in THREE_LETTERS.split_whitespace() {
            let (three, two) = pair.split_once('=').unwrap();
            assert!(three.len() == 3 && two.len() == 2 && Language::from_code(two).is_some(), "{pair}");
        }
        assert!(NOT_IN_639_2.iter().all(|code| Language::from_code(code).is_some()));
    }
}
