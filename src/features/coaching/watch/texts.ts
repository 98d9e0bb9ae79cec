// What people are told outside the house about their day, and what an office decides of it.
import { defineTexts } from '../../../platform/language.ts';

export const noticeTexts = defineTexts({
  morningName: { fi: 'Aamun viesti', sv: 'Morgonens meddelande', en: 'The morning message' },
  morningSubject: { fi: 'Päiväsi alkaa', sv: 'Din dag börjar', en: 'Your day begins' },
  morning: {
    fi: 'Päiväsi alkaa klo {time}. Avaa tästä: {link}',
    sv: 'Din dag börjar kl. {time}. Öppna här: {link}',
    en: 'Your day starts at {time}. Open here: {link}',
    selko: 'Päiväsi alkaa kello {time}. Avaa tästä: {link}',
  },
  silentSubject: { fi: 'Miten voit?', sv: 'Hur är det?', en: 'How are you?' },
  silent: {
    fi: 'Emme ole vielä kuulleet sinusta tänään. Kaikki hyvin? Kerro tästä, missä mennään: {link}',
    sv: 'Vi har inte hört av dig än i dag. Är allt bra? Berätta här hur det står till: {link}',
    en: 'We have not heard from you yet today. Is everything all right? Tell us here how things are: {link}',
    selko: 'Sinusta ei ole kuulunut tänään. Onko kaikki hyvin? Kerro tästä: {link}',
  },
  silentCall: {
    fi: 'Emme ole vielä kuulleet sinusta tänään. Kysymme vain, onko kaikki hyvin ja tarvitsetko apua.',
    sv: 'Vi har inte hört av dig än i dag. Vi undrar bara om allt är bra och om du behöver hjälp.',
    en: 'We have not heard from you yet today. We only ask whether everything is all right and whether you need help.',
  },
  toldOnSubject: {
    fi: 'Joku odotettu on hiljaa',
    sv: 'Någon som väntas är tyst',
    en: 'Someone expected is silent',
  },
  toldOn: {
    fi: 'Joku, jota tänään odotetaan, on hiljaa, eikä häneen ole vielä oltu yhteydessä. Avaa aamutaulu: {link}',
    sv: 'Någon som väntas i dag är tyst och ingen har ännu tagit kontakt. Öppna morgontavlan: {link}',
    en: 'Someone expected today is silent, and nobody has been in touch yet. Open the morning board: {link}',
  },
});

export const watchTexts = defineTexts({
  silentAfter: {
    fi: 'Hiljaisuus huomataan',
    sv: 'Tystnad märks',
    en: 'Silence is noticed',
  },
  silentAfterWhy: {
    fi: 'Näin monen minuutin päästä ohjelman alusta huomataan, ettei odotetusta asiakkaasta ole kuulunut mitään. Asiakas saa ystävällisen viestin ja valmentaja tehtävän.',
    sv: 'Så många minuter efter att programmet börjat märks det att inget har hörts av en klient som väntas. Klienten får ett vänligt meddelande och coachen en uppgift.',
    en: 'So many minutes after the programme has begun it is noticed that nothing has been heard of a client who is expected. The client gets a friendly message and the coach a task.',
  },
  toldOnAfter: {
    fi: 'Sijainen saa tiedon hiljaisuudesta',
    sv: 'Vikarien får veta om tystnaden',
    en: 'The substitute hears of the silence',
  },
  toldOnAfterWhy: {
    fi: 'Näin monen minuutin päästä hiljaisuuden huomaamisesta tieto menee valmentajan sijaiselle, jos kukaan ei ole ottanut yhteyttä. Jos sijaista ei ole, tieto menee palvelun johtajalle.',
    sv: 'Så många minuter efter att tystnaden märkts går beskedet till coachens vikarie, om ingen har tagit kontakt. Finns ingen vikarie går det till den som leder tjänsten.',
    en: 'So many minutes after the silence was noticed, word goes to the coach’s substitute, if nobody has been in touch. Without a substitute it goes to whoever leads the service.',
  },
  morningBefore: {
    fi: 'Aamun viesti ennen päivän alkua',
    sv: 'Morgonens meddelande före dagens början',
    en: 'The morning message before the day begins',
  },
  morningBeforeWhy: {
    fi: 'Näin monta minuuttia ennen päivän ensimmäistä kohtaa asiakas saa viestin ja linkin omaan päiväänsä. 0 tarkoittaa, ettei viestiä lähetetä.',
    sv: 'Så många minuter före dagens första punkt får klienten ett meddelande och en länk till sin egen dag. 0 betyder att inget meddelande skickas.',
    en: 'So many minutes before the first thing of the day the client gets a message and a link to their own day. 0 means that no message is sent.',
  },
  minutes: { fi: 'min', sv: 'min', en: 'min', same: true },
});
