// The services of Likijärvi with their bounds and rules, each with the source or agreement it rests on.

import { giveFeedback } from '../features/offer/catalogue/feedback-actions.ts';
import { addService, setAttendanceRule, setServiceBounds } from '../features/offer/services/actions.ts';
import { publishDraft, type ServiceContent, saveDraft } from '../features/offer/services/door.ts';
import type { AttendanceRule } from '../features/offer/services/rules.ts';
import { todayIn } from '../platform/clock.ts';
import type { Actor } from '../platform/session.ts';
import type { Tx } from '../platform/tenancy.ts';
import type { UnitName } from './likijarvi-people.ts';
import { leaveDraft } from './service-draft.ts';
import { groupCoaching, individualCoaching, jobCoaching } from './services-of-coaching.ts';
import { digitalSupport, natureGroup } from './services-of-support.ts';
import { openWorkshop, rehabilitativeWork, youthWorkshop } from './services-with-days.ts';

export type Services = { rehabilitative: string; youth: string; open: string };

const rule: AttendanceRule = {
  minimumMinutes: 240,
  liveWeight: { video: 1, voice: 1, text: 1, 'on-site': 1, phone: 1 },
  ownWorkWeight: { proved: 1, unproved: 0.5 },
  ownWorkCapMinutes: 180,
  diaryMinutes: 15,
  contactMinutes: 15,
  contactCapMinutes: 30,
};

/** Adds the eight services, three of them with days and what the law and the agreements say of those; all are public. */
export async function makeServices(tx: Tx, actor: Actor, units: Record<UnitName, string>): Promise<Services> {
  const validFrom = todayIn().subtract({ days: 365 });
  const ids = await addServices(tx, actor, units);
  const { rehabilitative, youth, open } = ids;
  await hearFeedback(tx, ids);
  await setServiceBounds(tx, actor, {
    serviceId: rehabilitative,
    validFrom,
    bounds: { weekdays: { least: 1, most: 4 }, dayMinutes: { least: 240, most: 480 }, allowanceCents: 900 },
    source: 'Laki kuntouttavasta työtoiminnasta 189/2001, 13 §',
  });
  await setServiceBounds(tx, actor, {
    serviceId: youth,
    validFrom,
    bounds: { weekdays: { least: 1, most: 5 }, dayMinutes: { least: 240, most: 480 }, allowanceCents: 900 },
    source: 'Sopimus hyvinvointialueen kanssa, 12 §',
  });
  await setServiceBounds(tx, actor, {
    serviceId: open,
    validFrom,
    bounds: { weekdays: { least: 1, most: 3 }, dayMinutes: { least: 120, most: 360 } },
    source: 'Sivistyslautakunta, päätös 14 §',
  });
  const agreement = 'Etäpäivän laskemisesta sovittu hyvinvointialueen ja Kelan kanssa';
  await setAttendanceRule(tx, actor, { serviceId: rehabilitative, validFrom, rule, agreement });
  await setAttendanceRule(tx, actor, { serviceId: youth, validFrom, rule, agreement });
  await setAttendanceRule(tx, actor, {
    serviceId: open,
    validFrom,
    rule: { ...rule, minimumMinutes: 120, ownWorkCapMinutes: 90 },
    agreement: 'Toimiston oma ohje avoimen työpajan päivästä',
  });
  await leaveDraft(tx, actor, youth);
  return { rehabilitative, youth, open };
}

async function addServices(tx: Tx, actor: Actor, units: Record<UnitName, string>): Promise<Services> {
  const add = async (content: ServiceContent, about: Omit<Parameters<typeof addService>[2], 'name'>) => {
    const id = await addService(tx, actor, { name: content.name, ...about });
    await saveDraft(tx, actor, id, content);
    const published = await publishDraft(tx, actor, id, { note: 'Ensimmäinen julkaistu versio' });
    if (!published.ok)
      throw new Error(`${content.name.en} is not fit to be public: ${JSON.stringify(published)}`);
    return id;
  };
  const work = units['own-employment'];
  const rehabilitative = await add(rehabilitativeWork, {
    kind: 'rehabilitative-work',
    unitId: units['rehabilitative-work'],
  });
  const youth = await add(youthWorkshop, { kind: 'youth-workshop', unitId: units['youth-workshop'] });
  const open = await add(openWorkshop, { kind: 'open-workshop', unitId: units['open-workshop'] });
  await add(individualCoaching, { kind: 'individual-coaching', unitId: work });
  await add(jobCoaching, { kind: 'job-coaching', unitId: work });
  await add(groupCoaching, { kind: 'group-coaching', unitId: work });
  await add(digitalSupport, { kind: 'digital-support', unitId: units['open-workshop'] });
  await add(natureGroup, { kind: 'purchased', stage: 'pilot', unitId: units['open-workshop'] });
  return { rehabilitative, youth, open };
}

/** What visitors have said on the public pages; nobody has dealt with it yet. */
async function hearFeedback(tx: Tx, { rehabilitative, youth, open }: Services): Promise<void> {
  const said = [
    {
      serviceId: youth,
      language: 'fi',
      words: 'Onko pajalle kyyti Hirvaskylästä? Sivulla ei kerrota bussista.',
      contact: '040 555 7788',
    },
    {
      serviceId: open,
      language: 'sv',
      words: 'Trevligt ställe. Är ni öppna också på torsdagar?',
      contact: undefined,
    },
    {
      serviceId: rehabilitative,
      language: 'fi',
      words: 'Hyvä, että etäpäivistä kerrotaan näin selvästi. Äiti uskalsi soittaa.',
      contact: undefined,
    },
  ] as const;
  for (const one of said) await giveFeedback(tx, one);
}
