import { defineTexts } from '../../../../platform/language.ts';

export const logoTexts = defineTexts({
  title: { fi: 'Logo', sv: 'Logotyp', en: 'Logo', same: true },
  lead: {
    fi: 'Logo näkyy jokaisen sivun yläreunassa toimiston nimen vieressä, myös julkisilla sivuilla.',
    sv: 'Logotypen visas överst på varje sida bredvid kontorets namn, också på de öppna sidorna.',
    en: 'The logo stands at the top of every page beside the office’s name, on public pages too.',
  },
  now: { fi: 'Käytössä nyt', sv: 'I bruk nu', en: 'In use now' },
  none: {
    fi: 'Toimistolla ei ole logoa.',
    sv: 'Kontoret har ingen logotyp.',
    en: 'The office has no logo.',
  },
  picture: { fi: 'Kuva', sv: 'Bild', en: 'Picture' },
  pictureHint: {
    fi: 'PNG, JPEG tai WebP, enintään 5 megatavua. Kuva pienennetään. Valitse kuva, joka näkyy vaalealla pohjalla.',
    sv: 'PNG, JPEG eller WebP, högst 5 megabyte. Bilden förminskas. Välj en bild som syns på ljus botten.',
    en: 'PNG, JPEG or WebP, 5 megabytes at most. It is made smaller. Choose one that shows on a light ground.',
  },
  alt: { fi: 'Mitä kuvassa on', sv: 'Vad bilden visar', en: 'What the picture shows' },
  altSv: { fi: 'Sama ruotsiksi', sv: 'Samma på svenska', en: 'The same in Swedish' },
  altEn: { fi: 'Sama englanniksi', sv: 'Samma på engelska', en: 'The same in English' },
  altHint: {
    fi: 'Ruudunlukija lukee tämän. Esimerkiksi: Likijärven kunnan vaakuna.',
    sv: 'Skärmläsaren läser upp detta. Till exempel: Likijärvi kommuns vapen.',
    en: 'Screen readers read this. For example: the arms of Likijärvi.',
  },
  altMissing: {
    fi: 'Kirjoita, mitä kuvassa on.',
    sv: 'Skriv vad bilden visar.',
    en: 'Write what the picture shows.',
  },
  choose: { fi: 'Valitse logo', sv: 'Välj logotyp', en: 'Choose the logo' },
  backToLook: { fi: 'Takaisin ulkoasuun', sv: 'Tillbaka till utseendet', en: 'Back to the look' },
  take: { fi: 'Ota logo käyttöön', sv: 'Ta logotypen i bruk', en: 'Use this logo' },
  remove: { fi: 'Poista logo', sv: 'Ta bort logotypen', en: 'Remove the logo' },
  pictureMissing: { fi: 'Valitse kuva.', sv: 'Välj en bild.', en: 'Choose a picture.' },
  tooLarge: {
    fi: 'Kuva on liian suuri. Valitse pienempi, enintään 5 megatavua.',
    sv: 'Bilden är för stor. Välj en mindre, högst 5 megabyte.',
    en: 'The picture is too large. Choose a smaller one, 5 megabytes at most.',
  },
  noPicture: {
    fi: 'Tiedosto ei ole kuva, jonka voi ottaa käyttöön. SVG ei kelpaa. Valitse PNG, JPEG tai WebP.',
    sv: 'Filen är inte en bild som kan användas. SVG duger inte. Välj PNG, JPEG eller WebP.',
    en: 'The file is no picture that can be used. SVG will not do. Choose PNG, JPEG or WebP.',
  },
});
