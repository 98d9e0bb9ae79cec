import { defineTexts } from '../../../../platform/language.ts';

export const clashTexts = defineTexts({
  title: {
    fi: 'Ryhmä on varatun ajan päällä',
    sv: 'En grupp krockar med en bokad tid',
    en: 'A group meets at a booked time',
  },
  text: {
    fi: 'Varattu aika on voimassa. Siirrä se asiakkaan kanssa tai pyydä ryhmälle toinen ohjaaja.',
    sv: 'Den bokade tiden gäller. Flytta den med klienten eller be om en annan ledare för gruppen.',
    en: 'The booked time stands. Move it with the client, or ask somebody else to lead the group.',
  },
  row: {
    fi: '{when}, {name}. Ryhmä {from}–{until}.',
    sv: '{when}, {name}. Gruppen {from}–{until}.',
    en: '{when}, {name}. The group {from}–{until}.',
  },
  notice: {
    fi: 'Ryhmän aika on varatun ajan päällä. Katso, mitä siirrät: {link}',
    sv: 'En grupptid krockar med en bokad tid. Se vad du flyttar: {link}',
    en: 'A group meets at a booked time of yours. See what to move: {link}',
  },
});
