import { defineTexts } from '../../../../platform/language.ts';

export const keepingTexts = defineTexts({
  title: {
    fi: 'Lähetettyjen viestien tietojen säilytys',
    sv: 'Förvaring av uppgifter om skickade meddelanden',
    en: 'Keeping records of what was sent',
  },
  why: {
    fi: 'Näin kauan säilytetään tieto siitä, kenelle lähetettiin mitä ja milloin. Sen jälkeen tiedot poistetaan yöllä.',
    sv: 'Så länge sparas uppgiften om vad som skickades till vem och när. Därefter raderas uppgifterna på natten.',
    en: 'For so long it is kept what was sent to whom and when. After that the records are removed at night.',
  },
  days: { fi: 'vrk', sv: 'dygn', en: 'days' },
});
