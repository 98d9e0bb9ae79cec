// A service that anybody may read at its address in each language, with feedback on it, and who may come to them.
import { youthWorkshop } from '../../src/demo/services-with-days.ts';
import { giveFeedback } from '../../src/features/offer/catalogue/feedback-actions.ts';
import { publishService } from '../public-services.ts';
import type { Place } from './actors.ts';
import type { Subject } from './subjects.ts';

const name = { fi: 'Pajalle', sv: 'Till verkstan', en: 'To the workshop' };

/** One public service, and two things said of it. */
export async function makeCatalogue({ office }: Place) {
  const publicId = await publishService(office, { ...youthWorkshop, name }, { kind: 'youth-workshop' });
  const said = (words: string) =>
    office.inOffice((tx) =>
      giveFeedback(tx, { serviceId: publicId, language: 'fi', words, contact: '040 123 4567' }),
    );
  return { feedbackId: await said('Hyvä paja'), dealtWithId: await said('Kiitos') };
}

export function ofCatalogue(
  made: { feedbackId: string; dealtWithId: string },
  may: { here: Subject['may']; keepers: Subject['may'] },
): Record<string, Subject> {
  const at = (slug: string): Subject => ({ params: { slug }, may: may.here });
  return {
    '/fi/palvelut/:slug': at('pajalle'),
    '/sv/tjanster/:slug': at('till-verkstan'),
    '/en/services/:slug': at('to-the-workshop'),
    '/selko/palvelut/:slug': at('pajalle'),
    '/fi/palvelut/:slug/palaute': at('pajalle'),
    '/sv/tjanster/:slug/respons': at('till-verkstan'),
    '/en/services/:slug/feedback': at('to-the-workshop'),
    '/selko/palvelut/:slug/palaute': at('pajalle'),
    '/service-feedback/:id/done': { params: { id: made.feedbackId }, may: may.keepers },
    '/service-feedback/:id/reopening': { params: { id: made.dealtWithId }, may: may.keepers },
  };
}
