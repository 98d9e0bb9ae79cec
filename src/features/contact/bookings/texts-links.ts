import { defineTexts } from '../../../platform/language.ts';

/** What is said outside the house, and in calendars: the same neutral words for everybody. */
export const linkTexts = defineTexts({
  calendarTitle: { fi: 'Tapaaminen', sv: 'Möte', en: 'Meeting' },
  calendarWords: {
    fi: 'Katso aika tai muuta sitä: {link}',
    sv: 'Se tiden eller ändra den: {link}',
    en: 'See the time or change it: {link}',
  },
  calendarName: {
    fi: 'Kalenterimerkinnät varatuista ajoista sähköpostiin',
    sv: 'Kalendernoteringar om bokade tider per e-post',
    en: 'Calendar entries of booked times by e-mail',
  },
  calendarBody: {
    fi: 'Kalenterimerkintä on tämän viestin liitteenä. Katso aika: {link}',
    sv: 'Kalendernoteringen finns som bilaga. Se tiden: {link}',
    en: 'The calendar entry is attached to this message. See the time: {link}',
    selko: 'Tämän viestin liitteenä on aika kalenteriin. Katso aika: {link}',
  },
  invited: {
    fi: 'Varaa sinulle sopiva aika tästä: {link}',
    sv: 'Boka en tid som passar dig här: {link}',
    en: 'Book a time that suits you here: {link}',
    selko: 'Varaa aika tästä: {link}',
  },
  linkSent: {
    fi: 'Sinulla on varattu aika. Katso se tai muuta sitä: {link}',
    sv: 'Du har en bokad tid. Se den eller ändra den: {link}',
    en: 'You have a time booked. See it or change it: {link}',
    selko: 'Sinulla on aika. Katso aika tästä: {link}',
  },
  seatInvited: {
    fi: 'Sinut on kutsuttu tapaamiseen. Katso aika: {link}',
    sv: 'Du är bjuden till ett möte. Se tiden: {link}',
    en: 'You are invited to a meeting. See the time: {link}',
  },
  seatChanged: {
    fi: 'Tapaaminen on muuttunut. Katso aika: {link}',
    sv: 'Mötet har ändrats. Se tiden: {link}',
    en: 'The meeting has changed. See the time: {link}',
  },
  seatCancelled: {
    fi: 'Tapaaminen, johon sinut kutsuttiin, on peruttu.',
    sv: 'Mötet som du var bjuden till har ställts in.',
    en: 'The meeting you were invited to has been cancelled.',
  },
});
