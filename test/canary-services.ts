// A writing for the sealed columns of the catalogue; see canary-writings.ts.
import { randomUUID } from 'node:crypto';
import { individualCoaching } from '../src/demo/services-of-coaching.ts';
import { giveFeedback } from '../src/features/offer/catalogue/feedback-actions.ts';
import type { Writing } from './canary-writings.ts';
import { publishService } from './public-services.ts';

export const serviceWritings: readonly Writing[] = [
  {
    field: 'what somebody thinks of a service, and how to answer them',
    columns: ['service_feedback.words', 'service_feedback.contact'],
    write: async ({ office }, canary) => {
      const name = { fi: randomUUID(), sv: randomUUID(), en: randomUUID() };
      const serviceId = await publishService(office, { ...individualCoaching, name }, { kind: 'other' });
      await office.inOffice((tx) =>
        giveFeedback(tx, { serviceId, language: 'fi', words: canary, contact: `${canary}@example.fi` }),
      );
    },
  },
];
