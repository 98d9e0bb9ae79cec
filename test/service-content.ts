// A service's content with nothing missing, for tests that change one thing of it.
import type { ServiceContent } from '../src/features/offer/services/content.ts';

const words = (what: string) => ({
  fi: `${what} suomeksi`,
  sv: `${what} på svenska`,
  en: `${what} in English`,
});

/** Content that may be published as it is. */
export function wholeContent(changes: Partial<ServiceContent> = {}): ServiceContent {
  return {
    name: { fi: 'Työpaja nuorille', sv: 'Verkstad för unga', en: 'Workshop for the young' },
    summary: words('Summary'),
    about: words('About'),
    suits: words('Suits'),
    price: words('Price'),
    contact: { phone: '+358401234567', email: null, text: words('Contact') },
    legalBasis: null,
    controller: words('Controller'),
    payer: 'municipality',
    producer: { kind: 'own', name: 'Likijärvi' },
    places: [{ name: 'Paja', address: 'Rantatie 1', latitude: 65.36, longitude: 26.98 }],
    needs: ['rhythm'],
    modes: [
      { mode: 'video', needs: words('Video needs'), instructions: words('Video') },
      { mode: 'phone', needs: words('Phone needs'), instructions: words('Phone') },
    ],
    path: [
      {
        kind: 'first-contact',
        title: words('First'),
        what: words('What first'),
        mode: 'phone',
        alternatives: ['video'],
        materials: null,
        who: 'both',
        duration: { amount: 15, unit: 'minutes' },
      },
      {
        kind: 'exit',
        title: words('Last'),
        what: words('What last'),
        mode: 'video',
        alternatives: [],
        materials: words('Materials'),
        who: 'coach',
        duration: null,
      },
    ],
    ...changes,
  };
}
