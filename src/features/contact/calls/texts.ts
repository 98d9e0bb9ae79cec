import { defineTexts } from '../../../platform/language.ts';

export const texts = defineTexts({
  nobodyYet: {
    fi: 'Huoneessa ei ole vielä ketään.',
    sv: 'Ingen är i rummet ännu.',
    en: 'Nobody is in the room yet.',
  },
  inRoom: {
    fi: '{count, plural, =0 {Huoneessa ei ole ketään} one {Huoneessa yksi} other {Huoneessa #}}',
    sv: '{count, plural, =0 {Ingen i rummet} one {En i rummet} other {# i rummet}}',
    en: '{count, plural, =0 {Nobody in the room} one {One in the room} other {# in the room}}',
  },
  waitingCount: {
    fi: '{count, plural, one {yksi odottaa} other {# odottaa}}',
    sv: '{count, plural, one {en väntar} other {# väntar}}',
    en: '{count, plural, one {one is waiting} other {# are waiting}}',
  },
  wayVideo: { fi: 'kuva ja ääni', sv: 'bild och ljud', en: 'picture and sound' },
  wayVoice: { fi: 'ääni', sv: 'ljud', en: 'sound' },
  wayText: { fi: 'kirjoittaen', sv: 'i skrift', en: 'in writing' },
  stateWaiting: { fi: 'odottaa', sv: 'väntar', en: 'waiting' },
  stateLost: { fi: 'yhteys poikki', sv: 'utan förbindelse', en: 'connection lost' },
});
