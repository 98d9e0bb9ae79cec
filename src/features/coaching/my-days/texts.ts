// The client's own pages of a day: plan, own work, diary, absence, help, the day and the month.
import { defineTexts } from '../../../platform/language.ts';

export const texts = defineTexts({
  today: { fi: 'Tänään', sv: 'I dag', en: 'Today' },
  back: { fi: 'Takaisin Tänään-sivulle', sv: 'Tillbaka till I dag', en: 'Back to Today' },
  backToDay: { fi: 'Takaisin päivään', sv: 'Tillbaka till dagen', en: 'Back to the day' },
  save: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },
  send: { fi: 'Lähetä', sv: 'Skicka', en: 'Send' },

  // The plan
  plan: { fi: 'Päivän suunnitelma', sv: 'Dagens plan', en: 'The plan of the day' },
  planLead: {
    fi: 'Valitse, mitä aiot tehdä. Voit myös kirjoittaa sen itse. Suunnitelmaa voi muuttaa.',
    sv: 'Välj vad du tänker göra. Du kan också skriva det själv. Planen kan ändras.',
    en: 'Choose what you are going to do. You can also write it yourself. The plan can be changed.',
    selko: 'Valitse, mitä teet tänään. Voit myös kirjoittaa sen.',
  },
  planPick: { fi: 'Aion tänään', sv: 'I dag tänker jag', en: 'Today I am going to' },
  planWords: { fi: 'Omin sanoin', sv: 'Med egna ord', en: 'In your own words' },
  planEmpty: {
    fi: 'Valitse vähintään yksi asia tai kirjoita rivi itse.',
    sv: 'Välj minst en sak eller skriv en rad själv.',
    en: 'Choose at least one thing, or write a line yourself.',
  },
  planChange: { fi: 'Muuta suunnitelmaa', sv: 'Ändra planen', en: 'Change the plan' },

  // Own work
  work: { fi: 'Omat tehtävät', sv: 'Egna uppgifter', en: 'Own work' },
  workLead: {
    fi: 'Kirjaa, mitä teit ja kauanko siihen meni. Kuva, ääni tai muutama sana riittää todisteeksi.',
    sv: 'Skriv vad du gjorde och hur länge det tog. En bild, en inspelning eller några ord räcker som bevis.',
    en: 'Write what you did and how long it took. A picture, a recording or a few words will do as proof.',
    selko: 'Kirjoita, mitä teit. Kirjoita, kuinka kauan se kesti. Voit lisätä kuvan tai äänen.',
  },
  workWhat: { fi: 'Mitä teit?', sv: 'Vad gjorde du?', en: 'What did you do?' },
  workWhatMissing: {
    fi: 'Kirjoita lyhyesti, mitä teit.',
    sv: 'Skriv kort vad du gjorde.',
    en: 'Write in short what you did.',
  },
  workMinutes: {
    fi: 'Kauanko siihen meni, minuutteina?',
    sv: 'Hur länge tog det, i minuter?',
    en: 'How long did it take, in minutes?',
  },
  workMinutesHint: {
    fi: 'Esimerkiksi tunti on 60.',
    sv: 'En timme är till exempel 60.',
    en: 'An hour, for example, is 60.',
  },
  workMinutesWrong: {
    fi: 'Kirjoita minuutit lukuna väliltä 1–720.',
    sv: 'Skriv minuterna som ett tal mellan 1 och 720.',
    en: 'Write the minutes as a number from 1 to 720.',
  },
  workProof: { fi: 'Kerro siitä lisää', sv: 'Berätta mer om det', en: 'Tell more about it' },
  workProofHint: {
    fi: 'Vaikka linkki, tulos tai mitä opit.',
    sv: 'Till exempel en länk, ett resultat eller vad du lärde dig.',
    en: 'A link, a result or what you learned, for example.',
  },
  workPicture: { fi: 'Kuva', sv: 'Bild', en: 'Picture' },
  workPictureHint: {
    fi: 'Ota kuva tai valitse valmis. Kuvan paikkatiedot poistetaan.',
    sv: 'Ta en bild eller välj en färdig. Bildens platsuppgifter tas bort.',
    en: 'Take a picture or choose one. Its location data is removed.',
  },
  workRecording: { fi: 'Äänitys', sv: 'Inspelning', en: 'Recording' },
  workRecordingHint: {
    fi: 'Valitse äänitiedosto. Enintään 5 minuuttia riittää.',
    sv: 'Välj en ljudfil. Högst 5 minuter räcker.',
    en: 'Choose a sound file. Five minutes at most will do.',
  },
  workAdd: { fi: 'Kirjaa tehtävä', sv: 'Skriv in uppgiften', en: 'Write it down' },
  workAdded: { fi: 'Tehtävä on kirjattu.', sv: 'Uppgiften är inskriven.', en: 'It has been written down.' },
  workDone: { fi: 'Kirjatut tehtävät', sv: 'Inskrivna uppgifter', en: 'What you have written down' },
  workTogether: {
    fi: 'Yhteensä {sum}.',
    sv: 'Sammanlagt {sum}.',
    en: '{sum} altogether.',
  },
  workRemove: { fi: 'Poista', sv: 'Ta bort', en: 'Remove' },
  workNone: {
    fi: 'Ei vielä kirjattuja tehtäviä.',
    sv: 'Inga uppgifter ännu.',
    en: 'Nothing has been written down yet.',
  },
  pictureOf: { fi: 'Kuva tehtävästä: {what}', sv: 'Bild av uppgiften: {what}', en: 'Picture of: {what}' },
  recordingOf: {
    fi: 'Äänitys tehtävästä: {what}',
    sv: 'Inspelning om uppgiften: {what}',
    en: 'Recording about: {what}',
  },

  optionalWord: { fi: 'vapaaehtoinen', sv: 'frivilligt', en: 'optional' },
  // The recorder (an island; without it the file field stands)
  recordStart: { fi: 'Äänitä', sv: 'Spela in', en: 'Record' },
  recordStop: { fi: 'Lopeta äänitys', sv: 'Avsluta inspelningen', en: 'Stop recording' },
  recordAgain: { fi: 'Äänitä uudelleen', sv: 'Spela in på nytt', en: 'Record again' },
  recordDrop: { fi: 'Poista äänitys', sv: 'Ta bort inspelningen', en: 'Remove the recording' },
  recordGoing: {
    fi: 'Äänitys on käynnissä. Kesto:',
    sv: 'Inspelningen pågår. Längd:',
    en: 'Recording. Length:',
  },
  recordReady: {
    fi: 'Kuuntele ennen kuin lähetät. Kesto:',
    sv: 'Lyssna innan du skickar. Längd:',
    en: 'Listen before you send it. Length:',
  },
  recordRefused: {
    fi: 'Selain ei saa käyttää mikrofonia. Salli mikrofoni selaimen asetuksista, tai kirjoita.',
    sv: 'Webbläsaren får inte använda mikrofonen. Tillåt den i webbläsarens inställningar, eller skriv.',
    en: 'The browser may not use the microphone. Allow it in the browser’s settings, or write.',
  },
  recordMissing: {
    fi: 'Mikrofonia ei löytynyt. Voit kirjoittaa tai valita valmiin tiedoston.',
    sv: 'Ingen mikrofon hittades. Du kan skriva eller välja en färdig fil.',
    en: 'No microphone was found. You can write or choose a file.',
  },
  recordEmpty: {
    fi: 'Ääntä ei tallentunut. Äänitä uudelleen, valitse valmis tiedosto tai kirjoita.',
    sv: 'Inget ljud spelades in. Spela in på nytt, välj en färdig fil eller skriv.',
    en: 'No sound was recorded. Record again, choose a file or write.',
  },

  // The diary
  diary: { fi: 'Miten päivä meni?', sv: 'Hur gick dagen?', en: 'How did the day go?' },
  diaryLead: {
    fi: 'Yksi valinta riittää. Voit myös kirjoittaa muutaman sanan. Vain sinä ja valmentajasi luette tämän.',
    sv: 'Ett val räcker. Du kan också skriva några ord. Bara du och din coach läser det här.',
    en: 'One choice is enough. You can also write a few words. Only you and your coach read this.',
    selko: 'Valitse yksi. Voit myös kirjoittaa. Vain sinä ja valmentaja näette tämän.',
  },
  diaryMood: { fi: 'Päivä oli', sv: 'Dagen var', en: 'The day was' },
  diaryWords: { fi: 'Muutama sana päivästä', sv: 'Några ord om dagen', en: 'A few words about the day' },
  diaryEmpty: {
    fi: 'Valitse, miltä päivä tuntui, tai kirjoita muutama sana.',
    sv: 'Välj hur dagen kändes eller skriv några ord.',
    en: 'Choose how the day felt, or write a few words.',
  },
  mood1: { fi: 'Raskas', sv: 'Tung', en: 'Heavy' },
  mood2: { fi: 'Vähän raskas', sv: 'Lite tung', en: 'A bit heavy' },
  mood3: { fi: 'Ihan ok', sv: 'Okej', en: 'All right' },
  mood4: { fi: 'Hyvä', sv: 'Bra', en: 'Good' },
  mood5: { fi: 'Oikein hyvä', sv: 'Riktigt bra', en: 'Very good' },

  // Absence
  absenceShort: { fi: 'Poissaolo', sv: 'Frånvaro', en: 'Absence' },
  absence: { fi: 'En pääse tänään', sv: 'Jag kan inte i dag', en: 'I can’t today' },
  absenceOn: {
    fi: 'En pääse: {day}',
    sv: 'Jag kan inte: {day}',
    en: 'I can’t: {day}',
  },
  absenceLead: {
    fi: 'Kiitos, että kerrot. Valitse syy. Näet heti, mitä se tarkoittaa rahan kannalta.',
    sv: 'Tack för att du berättar. Välj orsak. Du ser genast vad den betyder för pengarna.',
    en: 'Thank you for telling us. Choose the reason. You see at once what it means for money.',
    selko: 'Kiitos, että kerrot. Valitse syy.',
  },
  absenceWhy: { fi: 'Miksi et pääse?', sv: 'Varför kan du inte?', en: 'Why can’t you?' },
  absenceWords: {
    fi: 'Haluatko kertoa jotain valmentajalle?',
    sv: 'Vill du berätta något för coachen?',
    en: 'Is there anything you want to tell the coach?',
  },
  absenceWordsHint: {
    fi: 'Sinun ei tarvitse kertoa sairaudestasi.',
    sv: 'Du behöver inte berätta om din sjukdom.',
    en: 'You need not tell about your illness.',
  },
  absenceSend: { fi: 'Kerro valmentajalle', sv: 'Berätta för coachen', en: 'Tell the coach' },
  absenceChoose: { fi: 'Valitse syy.', sv: 'Välj orsak.', en: 'Choose the reason.' },
  absenceToPayer: {
    fi: 'Muista kertoa poissaolosta myös omassa työttömyysajan ilmoituksessasi.',
    sv: 'Kom ihåg att berätta om frånvaron också i din egen anmälan om arbetslöshetstid.',
    en: 'Remember to tell of the absence in your own unemployment status report as well.',
    selko: 'Kerro poissaolosta myös, kun täytät työttömyysajan ilmoituksen.',
  },
  certificateAfter: {
    fi: 'Todistusta tarvitset vasta, jos olet sairaana yli {days, plural, one {# päivän} other {# päivää}}.',
    sv: 'Intyg behöver du först om du är sjuk längre än {days, plural, one {# dag} other {# dagar}}.',
    en: 'You need a certificate only if you are ill for more than {days, plural, one {# day} other {# days}}.',
    selko: 'Tarvitset todistuksen, jos olet sairas yli {days, plural, one {# päivän} other {# päivää}}.',
  },
  childMost: {
    fi: 'Enintään {days, plural, one {# päivä} other {# päivää}} kerralla.',
    sv: 'Högst {days, plural, one {# dag} other {# dagar}} åt gången.',
    en: 'At most {days, plural, one {# day} other {# days}} at a time.',
  },
  publicDutyExamples: {
    fi: 'Esimerkiksi kutsunnat tai oikeudenkäynti.',
    sv: 'Till exempel uppbåd eller rättegång.',
    en: 'Such as call-up or a court hearing.',
  },
  noCertificate: { fi: 'Todistusta ei tarvita.', sv: 'Inget intyg behövs.', en: 'No certificate is needed.' },
  maySwap: {
    fi: 'Voit kysyä valmentajalta, voiko päivän vaihtaa toiseen.',
    sv: 'Du kan fråga coachen om dagen kan bytas mot en annan.',
    en: 'You can ask the coach whether the day can be swapped for another.',
  },
  absenceStands: {
    fi: 'Olet kertonut, ettet pääse',
    sv: 'Du har berättat att du inte kan komma',
    en: 'You have told us that you can’t come',
  },
  absenceWithdraw: { fi: 'Pääsenkin mukaan', sv: 'Jag kan komma med ändå', en: 'I can come after all' },
  absenceDone: {
    fi: 'Valmentaja sai tiedon. Pidä huolta itsestäsi.',
    sv: 'Coachen har fått veta. Ta hand om dig.',
    en: 'The coach has been told. Take care.',
  },

  // Help
  helpCall: { fi: 'Soittakaa minulle', sv: 'Ring mig', en: 'Please call me' },
  helpTechnology: {
    fi: 'Tekniikka ei toimi',
    sv: 'Tekniken fungerar inte',
    en: 'The technology does not work',
  },
  helpLead: {
    fi: 'Et menetä päivää tekniikan takia. Valmentaja soittaa sinulle, ja voitte jatkaa puhelimella.',
    sv: 'Du förlorar inte dagen på grund av tekniken. Coachen ringer dig, och ni kan fortsätta per telefon.',
    en: 'You do not lose the day because of technology. The coach calls you, and you can go on by phone.',
    selko: 'Valmentaja soittaa sinulle. Päiväsi lasketaan, vaikka tekniikka ei toimi.',
  },
  helpWhat: { fi: 'Mistä on kyse?', sv: 'Vad gäller det?', en: 'What is it about?' },
  helpCallOption: {
    fi: 'Haluan puhua jonkun kanssa',
    sv: 'Jag vill tala med någon',
    en: 'I want to talk to somebody',
  },
  helpOther: { fi: 'Muu asia', sv: 'Något annat', en: 'Something else' },
  helpWords: { fi: 'Lyhyesti, jos haluat', sv: 'Kort, om du vill', en: 'In short, if you like' },
  helpSend: { fi: 'Pyydä soittoa', sv: 'Be om ett samtal', en: 'Ask for a call' },
  helpMore: {
    fi: 'Pyydä soittoa muusta asiasta',
    sv: 'Be om ett samtal om något annat',
    en: 'Ask for a call about something else',
  },
  helpPhone: {
    fi: 'Voit myös soittaa itse:',
    sv: 'Du kan också ringa själv:',
    en: 'You can also call yourself:',
  },
  helpNumber: {
    fi: 'Soitamme numeroon {phone}.',
    sv: 'Vi ringer till numret {phone}.',
    en: 'We call the number {phone}.',
  },
  helpNoNumber: {
    fi: 'Meillä ei ole puhelinnumeroasi. Kirjoita se alle.',
    sv: 'Vi har inte ditt telefonnummer. Skriv det nedan.',
    en: 'We do not have your phone number. Write it below.',
  },
  phoneMissing: {
    fi: 'Kirjoita numero, johon soitamme.',
    sv: 'Skriv numret som vi ska ringa.',
    en: 'Write the number that we shall call.',
  },
  yourPhone: { fi: 'Puhelinnumerosi', sv: 'Ditt telefonnummer', en: 'Your phone number' },
  helpWaiting: { fi: 'Soittopyyntö', sv: 'Begäran om samtal', en: 'Request for a call' },
  helpAnswered: { fi: 'Vastattu', sv: 'Besvarad', en: 'Answered' },
  helpMissed: { fi: 'Emme saaneet sinua kiinni', sv: 'Vi fick inte tag i dig', en: 'We did not reach you' },
  helpOpen: {
    fi: 'Soittopyyntö on lähetetty {time}. Valmentaja soittaa sinulle.',
    sv: 'Begäran om samtal skickades {time}. Coachen ringer dig.',
    en: 'The request for a call was sent at {time}. The coach calls you.',
  },
  helpSolved: {
    fi: 'Soittopyyntöön on vastattu {time}.',
    sv: 'Begäran om samtal besvarades {time}.',
    en: 'The request for a call was answered at {time}.',
  },
  helpSeen: { fi: 'Valmentaja palaa asiaan', sv: 'Coachen återkommer', en: 'The coach will come back to it' },
  helpLater: {
    fi: 'Valmentaja näki soittopyyntösi {time} ja palaa siihen myöhemmin. Jos et ehdi odottaa, soita itse.',
    sv: 'Coachen såg din begäran om samtal {time} och återkommer senare. Om du inte hinner vänta kan du ringa själv.',
    en: 'The coach saw your request for a call at {time} and will come back to it later. If you cannot wait, call yourself.',
  },
  helpNotReached: {
    fi: 'Soitimme {time}, mutta emme saaneet sinua kiinni. Pyydä soittoa uudelleen tai soita itse.',
    sv: 'Vi ringde {time} men fick inte tag i dig. Be om ett nytt samtal eller ring själv.',
    en: 'We called at {time} but did not reach you. Ask for a call again, or call yourself.',
  },

  // One day and the month
  days: { fi: 'Omat päivät', sv: 'Egna dagar', en: 'Your days' },
  month: { fi: 'Kuukausi', sv: 'Månad', en: 'Month' },
  dayNotConfirmed: {
    fi: 'Valmentaja ei ole vielä vahvistanut päivää',
    sv: 'Coachen har inte bekräftat dagen än',
    en: 'The coach has not confirmed the day yet',
  },
  dayWhy: { fi: 'Perustelu: {reason}', sv: 'Motivering: {reason}', en: 'Reason: {reason}' },
  dayConfirmed: {
    fi: 'Valmentaja {name} vahvisti: {class}',
    sv: 'Coachen {name} bekräftade: {class}',
    en: 'The coach {name} confirmed: {class}',
  },
  reasons: { fi: 'Mitä päivästä tiedetään', sv: 'Vad man vet om dagen', en: 'What is known of the day' },
  ruleSource: {
    fi: 'Laskusääntö: {agreement}, voimassa {day} alkaen.',
    sv: 'Räkneregel: {agreement}, i kraft från {day}.',
    en: 'Rule of counting: {agreement}, in force from {day}.',
  },
  ruleMissing: {
    fi: 'Palvelun laskusäännöstä ei ole vielä sovittu. Valmentaja päättää.',
    sv: 'Tjänstens räkneregel har ännu inte avtalats. Coachen avgör.',
    en: 'The rule of counting of this service has not been agreed yet. The coach decides.',
  },
  planned: { fi: 'Suunnitelma', sv: 'Plan', en: 'Plan', same: true },
  diaryShort: { fi: 'Päiväkirja', sv: 'Dagbok', en: 'Diary' },
  programme: { fi: 'Päivän kulku', sv: 'Dagens gång', en: 'The course of the day' },
  object: { fi: 'Tämä ei pidä paikkaansa', sv: 'Det här stämmer inte', en: 'This is not right' },
  objectLead: {
    fi: 'Kirjoita valmentajalle, mikä on väärin. Valmentaja katsoo asian ja vastaa sinulle.',
    sv: 'Skriv till coachen vad som är fel. Coachen ser på saken och svarar dig.',
    en: 'Write to the coach what is wrong. The coach looks at it and answers you.',
  },
  objectWords: { fi: 'Mikä on väärin?', sv: 'Vad är fel?', en: 'What is wrong?' },
  objectMissing: {
    fi: 'Kirjoita, mikä on väärin.',
    sv: 'Skriv vad som är fel.',
    en: 'Write what is wrong.',
  },
  objected: {
    fi: 'Kirjoitit tästä valmentajalle {day}.',
    sv: 'Du skrev om det här till coachen {day}.',
    en: 'You wrote to the coach about this on {day}.',
  },
  objectionWaits: {
    fi: 'Valmentaja vastaa sinulle.',
    sv: 'Coachen svarar dig.',
    en: 'The coach will answer you.',
  },
  objectionAnswer: { fi: 'Vastaus, {name}', sv: 'Svar, {name}', en: 'Answer, {name}' },
  locked: {
    fi: 'Päivää ei voi enää täydentää. Kirjoita valmentajalle, jos jotain puuttuu.',
    sv: 'Dagen kan inte längre kompletteras. Skriv till coachen om något fattas.',
    en: 'The day can no longer be completed. Write to the coach if something is missing.',
  },
  saved: { fi: 'Tallennettu.', sv: 'Sparat.', en: 'Saved.' },
});
