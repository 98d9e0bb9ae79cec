// The words of the suitability check. Options are said as the client would say them, so that a suggestion can give
// them back as its reasons. Licence of the questions: CC BY 4.0.
import { defineTexts, type Text } from '../../../platform/language.ts';
import type { AnswerTo, Help, Mode, parts, Question } from './questions.ts';

export const modeTexts: Readonly<Record<Mode, Text>> = defineTexts({
  'in-person': { fi: 'Paikan päällä', sv: 'På plats', en: 'In person' },
  hybrid: { fi: 'Osin etänä', sv: 'Delvis på distans', en: 'Partly remote' },
  video: { fi: 'Videolla', sv: 'På video', en: 'By video' },
  voice: { fi: 'Äänipuhelu netissä', sv: 'Ljudsamtal på nätet', en: 'Voice call online' },
  phone: { fi: 'Puhelimella', sv: 'Per telefon', en: 'By phone' },
  text: { fi: 'Kirjoittaen', sv: 'I skrift', en: 'In writing' },
  'own-time': { fi: 'Omaan tahtiin', sv: 'I egen takt', en: 'In your own time' },
});

export const modeHints: Readonly<Record<Mode, Text>> = defineTexts({
  'in-person': {
    fi: 'Tulet paikalle ja tapaat muita.',
    sv: 'Du kommer på plats och träffar andra.',
    en: 'You come to the place and meet others.',
  },
  hybrid: {
    fi: 'Olet osan ajasta paikalla ja osan etänä.',
    sv: 'Du är på plats en del av tiden och på distans en del.',
    en: 'You are there part of the time and take part from elsewhere the rest.',
    selko: 'Olet välillä paikalla ja välillä kotona.',
  },
  video: {
    fi: 'Näet ja kuulet muut. Oman kameran voit pitää kiinni.',
    sv: 'Du ser och hör de andra. Din egen kamera får vara av.',
    en: 'You see and hear the others. Your own camera may stay off.',
  },
  voice: {
    fi: 'Puhut netin kautta ilman kuvaa.',
    sv: 'Du pratar via nätet utan bild.',
    en: 'You talk over the internet without a picture.',
  },
  phone: {
    fi: 'Valmentaja soittaa sinulle. Nettiä ei tarvita.',
    sv: 'Coachen ringer dig. Internet behövs inte.',
    en: 'The coach calls you. No internet is needed.',
  },
  text: {
    fi: 'Kirjoitat viestejä. Sinun ei tarvitse puhua.',
    sv: 'Du skriver meddelanden. Du behöver inte prata.',
    en: 'You write messages. You need not talk.',
  },
  'own-time': {
    fi: 'Teet tehtäviä silloin, kun sinulle sopii.',
    sv: 'Du gör uppgifter när det passar dig.',
    en: 'You do tasks when it suits you.',
  },
});

export const helpTexts: Readonly<Record<Help, Text>> = defineTexts({
  device: { fi: 'Lainalaite', sv: 'En apparat till låns', en: 'A device on loan', selko: 'Laite lainaksi' },
  data: {
    fi: 'Parempi netti tai lisää dataa',
    sv: 'Bättre nät eller mer data',
    en: 'A better connection or more data',
  },
  'quiet-place': {
    fi: 'Rauhallinen paikka muualla kuin kotona',
    sv: 'En lugn plats någon annanstans än hemma',
    en: 'A quiet place other than home',
  },
  practice: {
    fi: 'Harjoittelu valmentajan kanssa',
    sv: 'Övning tillsammans med coachen',
    en: 'Practising with the coach',
  },
  companion: { fi: 'Joku mukaan alussa', sv: 'Någon med i början', en: 'Somebody with me at first' },
  headset: { fi: 'Kuulokkeet', sv: 'Hörlurar', en: 'Headphones' },
  captions: {
    fi: 'Tekstitys tai kirjoittaminen puheen sijaan',
    sv: 'Textning, eller att skriva i stället för att tala',
    en: 'Captions, or writing instead of talking',
  },
  travel: { fi: 'Apu matkoihin', sv: 'Hjälp med resorna', en: 'Help with travel' },
});

export const partTexts: Readonly<Record<keyof typeof parts, Text>> = defineTexts({
  tools: { fi: 'Laite ja netti', sv: 'Apparat och internet', en: 'Device and internet' },
  home: { fi: 'Rauha puhua', sv: 'Ro att prata', en: 'Peace to talk' },
  skills: { fi: 'Mikä sujuu', sv: 'Vad som går bra', en: 'What goes well' },
  place: { fi: 'Paikan päällä', sv: 'På plats', en: 'Being there' },
  own: { fi: 'Oma toive', sv: 'Din egen önskan', en: 'Your own wish' },
});

export const questionTexts: Readonly<Record<Question, Text>> = defineTexts({
  device: { fi: 'Mikä laite sinulla on?', sv: 'Vilken apparat har du?', en: 'What device do you have?' },
  connection: { fi: 'Miten netti toimii?', sv: 'Hur fungerar nätet?', en: 'How does the internet work?' },
  privacy: {
    fi: 'Voitko puhua niin, ettei kukaan muu kuule?',
    sv: 'Kan du prata utan att någon annan hör?',
    en: 'Can you talk without anybody else hearing?',
  },
  safety: {
    fi: 'Onko kotona turvallista puhua?',
    sv: 'Är det tryggt att prata hemma?',
    en: 'Is it safe to talk at home?',
  },
  video: { fi: 'Miten videopuhelu sujuu?', sv: 'Hur går det med videosamtal?', en: 'How do video calls go?' },
  picture: {
    fi: 'Miltä tuntuu olla kuvassa?',
    sv: 'Hur känns det att synas i bild?',
    en: 'How does it feel to be in the picture?',
  },
  talking: {
    fi: 'Miltä puhelimessa puhuminen tuntuu?',
    sv: 'Hur känns det att tala i telefon?',
    en: 'How does talking on the phone feel?',
  },
  writing: {
    fi: 'Miten lukeminen ja kirjoittaminen sujuu?',
    sv: 'Hur går det att läsa och skriva?',
    en: 'How do reading and writing go?',
  },
  travel: {
    fi: 'Miten pääset paikan päälle?',
    sv: 'Hur kommer du till platsen?',
    en: 'How do you get to the place?',
  },
  company: {
    fi: 'Miltä tuntuu olla muiden seurassa?',
    sv: 'Hur känns det att vara bland andra?',
    en: 'How does it feel to be among others?',
  },
  alone: {
    fi: 'Jäisitkö yksin, jos kaikki olisi etänä?',
    sv: 'Skulle du bli ensam om allt skedde på distans?',
    en: 'Would you be left alone if everything were remote?',
  },
  wish: {
    fi: 'Miten haluaisit itse olla mukana?',
    sv: 'Hur vill du själv vara med?',
    en: 'How would you like to take part?',
  },
});

type OptionTexts = { readonly [Q in Question]: Readonly<Record<AnswerTo<Q>, Text>> };

export const optionTexts: OptionTexts = {
  device: defineTexts({
    computer: {
      fi: 'Minulla on tietokone tai tabletti.',
      sv: 'Jag har en dator eller surfplatta.',
      en: 'I have a computer or a tablet.',
    },
    smartphone: { fi: 'Minulla on älypuhelin.', sv: 'Jag har en smarttelefon.', en: 'I have a smartphone.' },
    'basic-phone': {
      fi: 'Minulla on tavallinen puhelin ilman nettiä.',
      sv: 'Jag har en vanlig telefon utan internet.',
      en: 'I have an ordinary phone without internet.',
    },
    none: { fi: 'Minulla ei ole laitetta.', sv: 'Jag har ingen apparat.', en: 'I have no device.' },
  }),
  connection: defineTexts({
    good: { fi: 'Netti toimii hyvin.', sv: 'Nätet fungerar bra.', en: 'The internet works well.' },
    breaks: { fi: 'Netti pätkii.', sv: 'Nätet bryts ibland.', en: 'The connection breaks up.' },
    'runs-out': {
      fi: 'Netti loppuu kesken kuukauden.',
      sv: 'Datamängden tar slut mitt i månaden.',
      en: 'My data runs out during the month.',
    },
    none: { fi: 'Minulla ei ole nettiä.', sv: 'Jag har inget internet.', en: 'I have no internet.' },
  }),
  privacy: defineTexts({
    yes: { fi: 'Voin puhua rauhassa.', sv: 'Jag kan prata i lugn och ro.', en: 'I can talk in peace.' },
    sometimes: {
      fi: 'Voin puhua rauhassa vain joskus.',
      sv: 'Jag kan prata i lugn och ro bara ibland.',
      en: 'I can talk in peace only sometimes.',
    },
    no: {
      fi: 'En voi puhua rauhassa.',
      sv: 'Jag kan inte prata i lugn och ro.',
      en: 'I cannot talk in peace.',
    },
  }),
  safety: defineTexts({
    safe: {
      fi: 'Kotona on turvallista puhua.',
      sv: 'Det är tryggt att prata hemma.',
      en: 'It is safe to talk at home.',
    },
    'not-always': {
      fi: 'Kotona ei ole aina turvallista puhua.',
      sv: 'Det är inte alltid tryggt att prata hemma.',
      en: 'It is not always safe to talk at home.',
    },
    'no-answer': {
      fi: 'En halua vastata tähän.',
      sv: 'Jag vill inte svara på det här.',
      en: 'I do not want to answer this.',
    },
  }),
  video: defineTexts({
    easy: {
      fi: 'Videopuhelu sujuu minulta.',
      sv: 'Videosamtal går bra för mig.',
      en: 'Video calls go well for me.',
    },
    'with-help': {
      fi: 'Videopuhelu sujuu, jos joku auttaa.',
      sv: 'Videosamtal går om någon hjälper.',
      en: 'Video calls go well if somebody helps.',
    },
    hard: {
      fi: 'Videopuhelu on minulle vaikea.',
      sv: 'Videosamtal är svåra för mig.',
      en: 'Video calls are hard for me.',
    },
  }),
  picture: defineTexts({
    fine: { fi: 'Voin olla kuvassa.', sv: 'Jag kan synas i bild.', en: 'I can be in the picture.' },
    'rather-not': {
      fi: 'Olen mieluummin ilman kuvaa.',
      sv: 'Jag är hellre utan bild.',
      en: 'I would rather be without a picture.',
    },
    no: {
      fi: 'En halua olla kuvassa.',
      sv: 'Jag vill inte synas i bild.',
      en: 'I do not want to be in the picture.',
    },
  }),
  talking: defineTexts({
    fine: {
      fi: 'Puhelimessa puhuminen sujuu.',
      sv: 'Det går bra att tala i telefon.',
      en: 'Talking on the phone is fine.',
    },
    tiring: {
      fi: 'Puhelimessa puhuminen väsyttää.',
      sv: 'Jag blir trött av att tala i telefon.',
      en: 'Talking on the phone tires me.',
    },
    hard: {
      fi: 'Puhelimessa puhuminen on vaikeaa.',
      sv: 'Det är svårt att tala i telefon.',
      en: 'Talking on the phone is hard.',
    },
  }),
  writing: defineTexts({
    easy: { fi: 'Kirjoitan mielelläni.', sv: 'Jag skriver gärna.', en: 'I like to write.' },
    slow: {
      fi: 'Luen ja kirjoitan hitaasti.',
      sv: 'Jag läser och skriver långsamt.',
      en: 'I read and write slowly.',
    },
    hard: {
      fi: 'Lukeminen tai kirjoittaminen on vaikeaa.',
      sv: 'Det är svårt att läsa eller skriva.',
      en: 'Reading or writing is hard.',
    },
  }),
  travel: defineTexts({
    easy: { fi: 'Pääsen helposti paikalle.', sv: 'Jag kommer lätt till platsen.', en: 'I get there easily.' },
    'takes-effort': {
      fi: 'Matka on pitkä tai hankala.',
      sv: 'Resan är lång eller besvärlig.',
      en: 'The journey is long or difficult.',
    },
    cannot: { fi: 'En pääse paikalle.', sv: 'Jag kan inte komma till platsen.', en: 'I cannot get there.' },
  }),
  company: defineTexts({
    fine: {
      fi: 'Olen mielelläni muiden seurassa.',
      sv: 'Jag är gärna bland andra.',
      en: 'I like being among others.',
    },
    tense: {
      fi: 'Muiden seurassa jännittää.',
      sv: 'Jag blir spänd bland andra.',
      en: 'Being among others makes me tense.',
    },
    'too-much': {
      fi: 'Muiden seura on nyt liikaa.',
      sv: 'Att vara bland andra är för mycket just nu.',
      en: 'Being among others is too much now.',
    },
  }),
  alone: defineTexts({
    no: { fi: 'En jäisi yksin.', sv: 'Jag skulle inte bli ensam.', en: 'I would not be left alone.' },
    maybe: { fi: 'Jäisin ehkä yksin.', sv: 'Jag skulle kanske bli ensam.', en: 'I might be left alone.' },
    yes: { fi: 'Jäisin yksin.', sv: 'Jag skulle bli ensam.', en: 'I would be left alone.' },
  }),
  wish: {
    ...modeTexts,
    ...defineTexts({ open: { fi: 'En tiedä vielä', sv: 'Jag vet inte ännu', en: 'I do not know yet' } }),
  },
};
