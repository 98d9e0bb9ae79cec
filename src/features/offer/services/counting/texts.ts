// The words of what an enrolment may be and how a day counts.
import { defineTexts, type Text } from '../../../../platform/language.ts';
import type { AttendanceRule } from '../rules.ts';

export const texts = defineTexts({
  boundsLead: {
    fi: 'Mitä laki tai sopimus sallii jaksolta tässä palvelussa. Jaksoa ei voi sopia niiden rajojen yli, jotka ovat voimassa sen ensimmäisenä päivänä. Jo sovittu jakso ei muutu itsestään: asiakkaan jaksoissa näkyy, mistä päivästä se ei enää mahdu rajoihin. Kerro valmentajille, kun rajat muuttuvat.',
    sv: 'Vad lagen eller avtalet tillåter för en period i den här tjänsten. En period kan inte avtalas utanför de gränser som gäller på dess första dag. En period som redan har avtalats ändras inte av sig själv: bland klientens perioder syns från vilken dag den inte längre ryms inom gränserna. Berätta för coacherna när gränserna ändras.',
    en: 'What the law or an agreement lets an enrolment in this service be. No enrolment can be agreed outside the bounds in force on its first day. One agreed already does not change by itself: among the client’s enrolments it is told from which day it no longer keeps the bounds. Tell the coaches when the bounds change.',
  },
  ruleLead: {
    fi: 'Miten läsnäolo, oma työ ja yhteydenpito kertyvät päiväksi. Sovi säännöstä maksajan kanssa.',
    sv: 'Hur närvaro, eget arbete och kontakt blir en dag. Kom överens om regeln med betalaren.',
    en: 'How presence, own work and contact add up to a day. Agree on the rule with the payer.',
  },
  dataNotLaw: {
    fi: 'Tarkista luvut voimassa olevasta laista tai sopimuksesta ennen kuin tallennat.',
    sv: 'Kontrollera talen i gällande lag eller avtal innan du sparar.',
    en: 'Check the numbers in the law or agreement in force before you save.',
  },
  setNew: { fi: 'Uusi voimaantulo', sv: 'Nytt ikraftträdande', en: 'What comes into force next' },
  saved: {
    fi: 'Tallennettu. Jokainen päivä lasketaan sen mukaan, mikä sinä päivänä on voimassa.',
    sv: 'Sparat. Varje dag räknas enligt det som gäller den dagen.',
    en: 'Saved. Each day is counted by what is in force on that day.',
  },
  validFrom: { fi: 'Voimassa alkaen', sv: 'Gäller från', en: 'In force from' },
  validFromHint: {
    fi: 'Mennyt päivä muuttaa myös niiden päivien laskemista, joita ei ole vielä vahvistettu.',
    sv: 'En dag som varit ändrar också hur dagar som ännu inte bekräftats räknas.',
    en: 'A day in the past also changes how days that are not yet confirmed are counted.',
  },
  state: { fi: 'Tila', sv: 'Läge', en: 'State' },
  inForce: { fi: 'Voimassa', sv: 'Gäller', en: 'In force' },
  toCome: { fi: 'Tulossa', sv: 'Kommande', en: 'To come' },
  past: { fi: 'Päättynyt', sv: 'Har upphört', en: 'No longer' },
  replaced: { fi: 'Korvattu', sv: 'Ersatt', en: 'Replaced' },
  setBy: { fi: 'Kuka asetti', sv: 'Vem satte den', en: 'Set by' },
  office: { fi: 'Toimisto', sv: 'Kontoret', en: 'The office' },
  save: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },

  boundsHistory: { fi: 'Rajat', sv: 'Gränser', en: 'Bounds' },
  noBounds: { fi: 'Rajoja ei ole asetettu', sv: 'Inga gränser är satta', en: 'No bounds are set' },
  noBoundsText: {
    fi: 'Jakso voi olla millainen vain. Aseta rajat, jos laki tai sopimus niin sanoo.',
    sv: 'En period kan vara hurdan som helst. Sätt gränser om lagen eller avtalet kräver det.',
    en: 'An enrolment may be anything. Set bounds when the law or an agreement says so.',
  },
  allowed: { fi: 'Mitä sallitaan', sv: 'Vad som tillåts', en: 'What is allowed' },
  source: { fi: 'Peruste', sv: 'Grund', en: 'Source' },
  sourceHint: {
    fi: 'Laki ja pykälä tai sopimus, esimerkiksi: Laki 189/2001, 13 §.',
    sv: 'Lag och paragraf eller avtal, till exempel: Lag 189/2001, 13 §.',
    en: 'Act and section or agreement, for example: Act 189/2001, section 13.',
  },
  sourceMissing: {
    fi: 'Kirjoita, mihin luvut perustuvat.',
    sv: 'Skriv vad talen grundar sig på.',
    en: 'Write what the numbers rest on.',
  },
  weekdaysLeast: { fi: 'Päiviä viikossa vähintään', sv: 'Dagar i veckan minst', en: 'Days a week, at least' },
  weekdaysMost: { fi: 'Päiviä viikossa enintään', sv: 'Dagar i veckan högst', en: 'Days a week, at most' },
  hoursLeast: { fi: 'Tunteja päivässä vähintään', sv: 'Timmar per dag minst', en: 'Hours a day, at least' },
  hoursMost: { fi: 'Tunteja päivässä enintään', sv: 'Timmar per dag högst', en: 'Hours a day, at most' },
  allowance: {
    fi: 'Korvaus läsnäolopäivältä, euroa',
    sv: 'Ersättning per närvarodag, euro',
    en: 'Money for an attended day, euros',
  },
  emptyIsFree: {
    fi: 'Jätä kohta tyhjäksi, jos rajaa ei ole.',
    sv: 'Lämna en punkt tom om det inte finns någon gräns.',
    en: 'Leave an item empty when there is no bound.',
  },
  daysWrong: {
    fi: 'Kirjoita päivien määrä, 1–7.',
    sv: 'Skriv antalet dagar, 1–7.',
    en: 'Write a number of days from 1 to 7.',
  },
  hoursWrong: {
    fi: 'Kirjoita tunnit, esimerkiksi 4 tai 4,5. Enintään 24.',
    sv: 'Skriv timmarna, till exempel 4 eller 4,5. Högst 24.',
    en: 'Write the hours, for example 4 or 4.5, at most 24.',
  },
  eurosWrong: {
    fi: 'Kirjoita eurot, esimerkiksi 9 tai 9,50.',
    sv: 'Skriv eurobeloppet, till exempel 9 eller 9,50.',
    en: 'Write the euros, for example 9 or 9.50.',
  },
  leastOverMost: {
    fi: 'Vähintään ei voi olla suurempi kuin enintään.',
    sv: 'Minst kan inte vara större än högst.',
    en: 'At least cannot be more than at most.',
  },
  noBoundsGiven: {
    fi: 'Täytä vähintään yksi raja.',
    sv: 'Fyll i minst en gräns.',
    en: 'Fill in at least one bound.',
  },
  weekdaysSaid: { fi: '{range} päivää viikossa', sv: '{range} dagar i veckan', en: '{range} days a week' },
  hoursSaid: { fi: '{range} tuntia päivässä', sv: '{range} timmar per dag', en: '{range} hours a day' },
  allowanceSaid: {
    fi: '{money} läsnäolopäivältä',
    sv: '{money} per närvarodag',
    en: '{money} an attended day',
  },
  atLeast: { fi: 'vähintään {n}', sv: 'minst {n}', en: 'at least {n}' },
  atMost: { fi: 'enintään {n}', sv: 'högst {n}', en: 'at most {n}' },

  ruleHistory: { fi: 'Säännöt', sv: 'Regler', en: 'Rules' },
  noRule: { fi: 'Sääntöä ei ole sovittu', sv: 'Ingen regel är avtalad', en: 'No rule has been agreed' },
  noRuleText: {
    fi: 'Ennen sääntöä päivä lasketaan, kun siitä on koossa sovitut minuutit. Päiväkirjaa ja yhteydenpitoa ei lasketa.',
    sv: 'Utan en regel räknas en dag när de avtalade minuterna är samlade. Dagbok och kontakt räknas inte.',
    en: 'Without a rule a day counts once its agreed minutes are there. Diary and contact do not count.',
  },
  rule: { fi: 'Sääntö', sv: 'Regel', en: 'Rule' },
  agreement: { fi: 'Kenen kanssa sovittu', sv: 'Med vem det är avtalat', en: 'Agreed with' },
  agreementHint: {
    fi: 'Kuka, milloin ja missä asiakirjassa.',
    sv: 'Vem, när och i vilket dokument.',
    en: 'Whom, when and in which document.',
  },
  agreementMissing: {
    fi: 'Kirjoita, kenen kanssa säännöstä on sovittu.',
    sv: 'Skriv med vem regeln är avtalad.',
    en: 'Write with whom the rule has been agreed.',
  },
  wholeDay: { fi: 'Läsnäolopäivä', sv: 'Närvarodag', en: 'An attended day' },
  minimum: { fi: 'Minuutteja vähintään', sv: 'Minuter minst', en: 'Minutes, at least' },
  liveWeights: {
    fi: 'Kuinka suuri osa läsnäolosta lasketaan, prosenttia',
    sv: 'Hur stor del av närvaron som räknas, procent',
    en: 'Share of presence that counts, per cent',
  },
  ownWork: { fi: 'Oma työ', sv: 'Eget arbete', en: 'Own work' },
  proved: {
    fi: 'Näytetty työ, prosenttia',
    sv: 'Arbete som visats upp, procent',
    en: 'Work that was shown, per cent',
  },
  unproved: {
    fi: 'Vain kerrottu työ, prosenttia',
    sv: 'Arbete som bara berättats om, procent',
    en: 'Work only told of, per cent',
  },
  provedUnderTold: {
    fi: 'Näytettyä työtä ei voi laskea vähemmän kuin vain kerrottua.',
    sv: 'Arbete som visats upp kan inte räknas mindre än arbete som bara berättats om.',
    en: 'Work that was shown cannot count less than work only told of.',
  },
  ownWorkCap: {
    fi: 'Omaa työtä enintään, minuuttia',
    sv: 'Eget arbete högst, minuter',
    en: 'Own work at most, minutes',
  },
  contacts: { fi: 'Päiväkirja ja yhteydenpito', sv: 'Dagbok och kontakt', en: 'Diary and contact' },
  diary: { fi: 'Päiväkirja, minuuttia', sv: 'Dagboken, minuter', en: 'The diary, minutes' },
  contact: { fi: 'Yksi yhteydenotto, minuuttia', sv: 'En kontakt, minuter', en: 'One contact, minutes' },
  contactCap: {
    fi: 'Yhteydenotot yhteensä enintään, minuuttia',
    sv: 'Kontakterna sammanlagt högst, minuter',
    en: 'Contacts together at most, minutes',
  },
  minutesWrong: {
    fi: 'Kirjoita minuutit kokonaislukuna, 0–1440.',
    sv: 'Skriv minuterna som ett heltal, 0–1440.',
    en: 'Write the minutes as a whole number from 0 to 1440.',
  },
  minimumWrong: {
    fi: 'Kirjoita minuutit kokonaislukuna, 1–1440.',
    sv: 'Skriv minuterna som ett heltal, 1–1440.',
    en: 'Write the minutes as a whole number from 1 to 1440.',
  },
  percentWrong: {
    fi: 'Kirjoita prosentti, 0–100.',
    sv: 'Skriv procenten, 0–100.',
    en: 'Write a percentage from 0 to 100.',
  },
  minimumSaid: {
    fi: 'Päivä täyttyy, kun koossa on {time}',
    sv: 'Dagen fylls av {time}',
    en: 'A day is full at {time}',
  },
  percentOf: { fi: '{n} %', sv: '{n} %', en: '{n}%', same: true },
  presenceSaid: { fi: 'Läsnäolo: {shares}', sv: 'Närvaro: {shares}', en: 'Presence: {shares}' },
  ownWorkSaid: {
    fi: 'Oma työ: näytetty {proved}, kerrottu {unproved}, enintään {cap}',
    sv: 'Eget arbete: visat {proved}, berättat {unproved}, högst {cap}',
    en: 'Own work: shown {proved}, told {unproved}, at most {cap}',
  },
  contactSaid: {
    fi: 'Päiväkirja {diary}, yhteydenotto {contact}, enintään {cap}',
    sv: 'Dagbok {diary}, kontakt {contact}, högst {cap}',
    en: 'Diary {diary}, a contact {contact}, at most {cap}',
  },
});

export const wayTexts: Readonly<Record<keyof AttendanceRule['liveWeight'], Text>> = defineTexts({
  'on-site': { fi: 'Paikan päällä', sv: 'På plats', en: 'On site' },
  video: { fi: 'Videolla', sv: 'På video', en: 'By video' },
  voice: { fi: 'Äänellä', sv: 'Med röst', en: 'By voice' },
  phone: { fi: 'Puhelimella', sv: 'Per telefon', en: 'By phone' },
  text: { fi: 'Kirjoittaen', sv: 'I skrift', en: 'In writing' },
});
