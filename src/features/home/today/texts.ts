import { defineTexts } from '../../../platform/language.ts';

export const texts = defineTexts({
  unread: {
    fi: '{count, plural, one {# uusi viesti} other {# uutta viestiä}}',
    sv: '{count, plural, one {# nytt meddelande} other {# nya meddelanden}}',
    en: '{count, plural, one {# new message} other {# new messages}}',
  },
  title: { fi: 'Tänään', sv: 'I dag', en: 'Today' },
  morning: { fi: 'Huomenta, {name}', sv: 'God morgon, {name}', en: 'Good morning, {name}' },
  day: { fi: 'Hei, {name}', sv: 'Hej {name}', en: 'Hello, {name}' },
  evening: { fi: 'Iltaa, {name}', sv: 'God kväll, {name}', en: 'Good evening, {name}' },

  now: {
    fi: 'Nyt · {from}–{to}',
    sv: 'Nu · {from}–{to}',
    en: 'Now · {from}–{to}',
    selko: 'Nyt, {from}–{to}',
  },
  next: {
    fi: 'Seuraavaksi · {from}',
    sv: 'Härnäst · {from}',
    en: 'Next · {from}',
    selko: 'Seuraavaksi, {from}',
  },

  join: { fi: 'Liity ryhmään', sv: 'Gå med i gruppen', en: 'Join the group' },
  joinText: {
    fi: 'Voit olla mukana kuvalla, äänellä tai kirjoittamalla. Valitset itse.',
    sv: 'Du kan delta med bild, med ljud eller genom att skriva. Du väljer själv.',
    en: 'You can take part by video, by voice or by writing. You choose.',
  },
  technology: { fi: 'Tekniikka ei toimi', sv: 'Tekniken fungerar inte', en: 'The technology does not work' },
  placeText: {
    fi: 'Tapaaminen on paikan päällä.',
    sv: 'Träffen hålls på plats.',
    en: 'This meeting is on site.',
  },
  placeAt: { fi: 'Paikka: {place}.', sv: 'Plats: {place}.', en: 'Place: {place}.' },
  greetMorning: {
    fi: 'Huomenta, olen paikalla',
    sv: 'God morgon, jag är här',
    en: 'Good morning, I am here',
  },
  greetDay: { fi: 'Hei, olen paikalla', sv: 'Hej, jag är här', en: 'Hello, I am here' },
  greetTitle: { fi: 'Kerro, että olet paikalla', sv: 'Säg att du är här', en: 'Say that you are here' },
  greetText: {
    fi: 'Yksi painallus riittää. Valmentaja näkee, että päiväsi on alkanut.',
    sv: 'Ett tryck räcker. Coachen ser att din dag har börjat.',
    en: 'One tap is enough. The coach sees that your day has begun.',
    selko: 'Paina nappia. Silloin valmentaja tietää, että olet paikalla.',
  },
  earlyTitle: { fi: 'Päiväsi alkaa {time}', sv: 'Din dag börjar {time}', en: 'Your day begins at {time}' },
  earlyText: {
    fi: 'Ensin: {title}. Voit tulla sisään 15 minuuttia ennen.',
    sv: 'Först: {title}. Du kan komma in 15 minuter före.',
    en: 'First: {title}. You can come in 15 minutes before.',
  },
  touch: { fi: 'Kaikki hyvin', sv: 'Allt är bra', en: 'All is well' },
  touchText: {
    fi: 'Mitä kuuluu? Yksi painallus riittää. Valmentaja näkee sen.',
    sv: 'Hur är läget? Ett tryck räcker. Coachen ser det.',
    en: 'How are you? One tap is enough. The coach sees it.',
  },
  callMe: { fi: 'Soittakaa minulle', sv: 'Ring mig', en: 'Please call me' },
  breakText: {
    fi: 'Nyt on tauko. {time} jatkuu: {title}.',
    sv: 'Nu är det paus. {time} fortsätter: {title}.',
    en: 'It is time for a break. At {time}: {title}.',
  },
  breakOnly: { fi: 'Nyt on tauko.', sv: 'Nu är det paus.', en: 'It is time for a break.' },
  plan: { fi: 'Tee päivän suunnitelma', sv: 'Gör dagens plan', en: 'Make the plan of the day' },
  planTitle: {
    fi: 'Mitä aiot tehdä tänään?',
    sv: 'Vad tänker du göra i dag?',
    en: 'What are you going to do today?',
  },
  planText: {
    fi: 'Valitse valmiista tai kirjoita yksi rivi.',
    sv: 'Välj bland de färdiga eller skriv en rad.',
    en: 'Pick from the list or write one line.',
  },
  work: { fi: 'Kirjaa oma tehtävä', sv: 'Skriv in en uppgift', en: 'Write down own work' },
  workTitle: { fi: 'Omat tehtävät', sv: 'Egna uppgifter', en: 'Own work' },
  workText: {
    fi: '{count, plural, =0 {Kerro, mitä olet tehnyt. Kuva, ääni tai muutama sana riittää.} one {Olet kirjannut yhden tehtävän, {sum}.} other {Olet kirjannut # tehtävää, {sum}.}}',
    sv: '{count, plural, =0 {Berätta vad du har gjort. En bild, en inspelning eller några ord räcker.} one {Du har skrivit in en uppgift, {sum}.} other {Du har skrivit in # uppgifter, {sum}.}}',
    en: '{count, plural, =0 {Tell what you have done. A picture, a recording or a few words will do.} one {You have written down one piece of work, {sum}.} other {You have written down # pieces of work, {sum}.}}',
  },
  workMissing: {
    fi: 'Jos teit vielä jotain, kirjaa se. Päivä tarvitsee vielä {sum}.',
    sv: 'Om du gjorde något mer, skriv in det. Dagen behöver ännu {sum}.',
    en: 'If you did something more, write it down. The day needs {sum} more.',
    selko: 'Teitkö vielä jotain? Kirjoita se. Päivä tarvitsee vielä {minutes} minuuttia.',
  },
  changePlan: { fi: 'Muuta suunnitelmaa', sv: 'Ändra planen', en: 'Change the plan' },
  diaryTitle: { fi: 'Miten päivä meni?', sv: 'Hur gick dagen?', en: 'How did the day go?' },
  diaryText: {
    fi: 'Yksi painallus riittää.',
    sv: 'Ett tryck räcker.',
    en: 'One tap is enough.',
  },
  diaryMore: { fi: 'Kirjoita muutama sana', sv: 'Skriv några ord', en: 'Write a few words' },
  doneTitle: { fi: 'Päivä on tehty', sv: 'Dagen är gjord', en: 'The day is done' },
  doneText: {
    fi: 'Hyvää työtä. Valmentaja vahvistaa päivän.',
    sv: 'Bra jobbat. Coachen bekräftar dagen.',
    en: 'Well done. The coach confirms the day.',
  },
  doneConfirmed: { fi: 'Hyvää työtä.', sv: 'Bra jobbat.', en: 'Well done.' },
  ofDay: { fi: 'koossa, tavoite {minimum}', sv: 'av målet {minimum}', en: 'of the goal, {minimum}' },
  absentTitle: {
    fi: 'Olet kertonut, ettet pääse tänään',
    sv: 'Du har berättat att du inte kan i dag',
    en: 'You have told us that you can’t today',
  },
  absentText: {
    fi: 'Syy: {reason}. Valmentaja tietää.',
    sv: 'Orsak: {reason}. Coachen vet.',
    en: 'Reason: {reason}. The coach knows.',
  },
  absentToPayer: {
    fi: 'Kerro poissaolosta myös omassa työttömyysajan ilmoituksessasi.',
    sv: 'Berätta om frånvaron också i din egen anmälan om arbetslöshetstid.',
    en: 'Tell of the absence in your own unemployment status report as well.',
    selko: 'Kerro poissaolosta myös, kun täytät työttömyysajan ilmoituksen.',
  },
  absentBack: { fi: 'Pääsenkin mukaan', sv: 'Jag kan komma med ändå', en: 'I can come after all' },

  // Does today count?
  countsNothing: {
    fi: 'Päiväsi on alussa.',
    sv: 'Din dag är i början.',
    en: 'Your day is at its beginning.',
  },
  countsOnTheWay: {
    fi: 'Tämä päivä on matkalla mukaan.',
    sv: 'Den här dagen är på väg att räknas.',
    en: 'This day is on its way to count.',
    selko: 'Päiväsi on menossa hyvin.',
  },
  countsShort: {
    fi: 'Päivä ei ole vielä koossa.',
    sv: 'Dagen är inte full än.',
    en: 'The day is not complete yet.',
    selko: 'Päivästä puuttuu vielä aikaa.',
  },
  countsShortText: {
    fi: 'Jos teit jotain itse, voit kertoa siitä vielä. Valmentaja katsoo päivän ja päättää.',
    sv: 'Om du gjorde något själv kan du ännu berätta om det. Coachen ser på dagen och beslutar.',
    en: 'If you did something on your own, you can still tell about it. The coach looks at the day and decides.',
  },
  countsShortAct: { fi: 'Kerro tehtävästä', sv: 'Berätta om uppgiften', en: 'Tell about a task' },
  countsFull: {
    fi: 'Tämä päivä on koossa. Valmentaja vahvistaa sen.',
    sv: 'Den här dagen är full. Coachen bekräftar den.',
    en: 'This day is complete. The coach confirms it.',
    selko: 'Päivässäsi on nyt tarpeeksi. Valmentaja vahvistaa päivän.',
  },
  confirmedAttended: {
    fi: 'Tämä päivä lasketaan: läsnä.',
    sv: 'Den här dagen räknas: närvarande.',
    en: 'Today counts: present.',
    selko: 'Päiväsi lasketaan. Olit läsnä.',
  },
  confirmedAs: {
    fi: 'Valmentaja vahvisti: {class}.',
    sv: 'Coachen bekräftade: {class}.',
    en: 'The coach confirmed: {class}.',
  },
  whenExpense: {
    fi: 'Kun päivä lasketaan, saat {amount} kulukorvauksen.',
    sv: 'När dagen räknas får du {amount} i kostnadsersättning.',
    en: 'When the day counts, you get an expense allowance of {amount}.',
    selko: 'Kun päivä lasketaan, saat {amount} rahaa. Raha on nimeltään kulukorvaus.',
  },
  whenActivity: {
    fi: 'Kun päivä lasketaan, saat {amount} toimintarahaa.',
    sv: 'När dagen räknas får du {amount} i sysselsättningspenning.',
    en: 'When the day counts, you get an activity allowance of {amount}.',
    selko: 'Kun päivä lasketaan, saat {amount} rahaa. Raha on nimeltään toiminta-raha.',
  },
  allOfDay: { fi: 'Katso koko päivä', sv: 'Se hela dagen', en: 'See the whole day' },
  notRight: {
    fi: 'Katso päivä tai kerro, jos jokin on väärin',
    sv: 'Se dagen eller säg till om något är fel',
    en: 'See the day, or tell if something is wrong',
  },

  course: { fi: 'Päivän kulku', sv: 'Dagens gång', en: 'The course of the day' },
  cannot: { fi: 'En pääse tänään', sv: 'Jag kan inte i dag', en: 'I can’t today' },
  mode: { fi: 'Miten olen mukana', sv: 'Så här är jag med', en: 'How I take part' },
  reviewMode: {
    fi: 'Katso, sopiiko sovittu tapa edelleen',
    sv: 'Se om sättet fortfarande passar',
    en: 'See whether the way still suits you',
  },
  history: { fi: 'Omat päivät', sv: 'Egna dagar', en: 'Your days' },

  // No day today
  freeTitle: {
    fi: 'Tänään ei ole ohjelmaa',
    sv: 'I dag finns inget program',
    en: 'There is nothing planned today',
  },
  freeNext: {
    fi: 'Seuraava päiväsi on {day}.',
    sv: 'Din nästa dag är {day}.',
    en: 'Your next day is {day}.',
  },
  freeNothing: {
    fi: 'Sovittuja päiviä ei ole tiedossa. Valmentajasi kertoo, miten jatketaan.',
    sv: 'Inga överenskomna dagar är kända. Din coach berättar hur ni fortsätter.',
    en: 'No agreed days are known. Your coach tells you how to go on.',
  },
  closed: {
    fi: 'Toimisto on kiinni: {reason}.',
    sv: 'Kontoret är stängt: {reason}.',
    en: 'The office is closed: {reason}.',
  },
  write: { fi: 'Kirjoita valmentajalle', sv: 'Skriv till coachen', en: 'Write to the coach' },
});
