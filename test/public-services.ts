// Services that anybody may read: those of the demonstration, made public in an office of a test.
import { groupCoaching, individualCoaching, jobCoaching } from '../src/demo/services-of-coaching.ts';
import { digitalSupport, natureGroup } from '../src/demo/services-of-support.ts';
import { openWorkshop, rehabilitativeWork, youthWorkshop } from '../src/demo/services-with-days.ts';
import {
  addService,
  publishDraft,
  type ServiceContent,
  saveDraft,
} from '../src/features/offer/services/door.ts';
import type { TestOffice } from './cast.ts';

type About = Omit<Parameters<typeof addService>[2], 'name'>;

/** Adds a service and makes it public. Gives its id. */
export async function publishService(
  office: Pick<TestOffice, 'inOffice'>,
  content: ServiceContent,
  about: About,
): Promise<string> {
  return office.inOffice(async (tx) => {
    const id = await addService(tx, undefined, { name: content.name, ...about });
    await saveDraft(tx, undefined, id, content);
    const published = await publishDraft(tx, undefined, id);
    if (!published.ok) throw new Error(`not published: ${published.reason}`);
    return id;
  });
}

/** Makes all eight public. */
export async function publishEight(office: Pick<TestOffice, 'inOffice'>): Promise<void> {
  const eight: [ServiceContent, About['kind']][] = [
    [rehabilitativeWork, 'rehabilitative-work'],
    [youthWorkshop, 'youth-workshop'],
    [openWorkshop, 'open-workshop'],
    [individualCoaching, 'individual-coaching'],
    [jobCoaching, 'job-coaching'],
    [groupCoaching, 'group-coaching'],
    [digitalSupport, 'digital-support'],
    [natureGroup, 'purchased'],
  ];
  for (const [content, kind] of eight) await publishService(office, content, { kind });
}
