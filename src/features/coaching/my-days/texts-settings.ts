// What an office may decide of writing into a day and of absences.
import { defineTexts } from '../../../platform/language.ts';

export const writingTexts = defineTexts({
  lateDays: {
    fi: 'Päivän voi täydentää jälkikäteen',
    sv: 'Dagen kan kompletteras i efterhand',
    en: 'A day can be completed afterwards',
  },
  lateDaysWhy: {
    fi: 'Näin monta päivää asiakas voi kirjata omia tehtäviä ja päiväkirjaa jälkikäteen, kun päivää ei ole vielä vahvistettu.',
    sv: 'Så många dagar efteråt kan klienten skriva in egna uppgifter och dagbok, så länge dagen inte har bekräftats.',
    en: 'So many days afterwards the client can write own work and the diary, as long as the day has not been confirmed.',
  },
  certificateAfter: {
    fi: 'Sairaustodistus tarvitaan',
    sv: 'Läkarintyg behövs',
    en: 'A certificate of illness is needed',
  },
  certificateAfterWhy: {
    fi: 'Kun oma sairaus kestää yli näin monta päivää, asiakas toimittaa todistuksen maksajalle.',
    sv: 'När den egna sjukdomen varar längre än så många dagar lämnar klienten ett intyg till betalaren.',
    en: 'When an own illness lasts for more than so many days, the client sends a certificate to the payer.',
  },
  childMost: {
    fi: 'Lapsen sairaus hyväksytään',
    sv: 'Ett barns sjukdom godkänns',
    en: 'A child’s illness is accepted',
  },
  childMostWhy: {
    fi: 'Enintään näin monta päivää kerralla alle 10-vuotiaan lapsen sairauden vuoksi.',
    sv: 'Högst så många dagar åt gången på grund av sjukdom hos ett barn under 10 år.',
    en: 'At most so many days at a time because of the illness of a child under 10.',
  },
  days: { fi: 'pv', sv: 'dgr', en: 'days' },
});
