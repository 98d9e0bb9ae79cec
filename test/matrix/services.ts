// A service of the catalogue with everything that an address about it may name, and who may come to it.

import { addService } from '../../src/features/offer/services/door.ts';
import { savePathTemplate } from '../../src/features/offer/services/path-templates.ts';
import { publishDraft, saveDraft } from '../../src/features/offer/services/version-actions.ts';
import { wholeContent } from '../service-content.ts';
import type { Place } from './actors.ts';
import type { Subject } from './subjects.ts';

/** One service with a published version, a draft, a mode and a path, and a template of paths. */
export async function makeService({ office, manager }: Place) {
  return office.inOffice(async (tx) => {
    const content = wholeContent();
    const serviceId = await addService(tx, manager.actor, { name: content.name, kind: 'youth-workshop' });
    await saveDraft(tx, manager.actor, serviceId, content);
    await publishDraft(tx, manager.actor, serviceId);
    await saveDraft(tx, manager.actor, serviceId, { ...content, places: [] });
    const templateId = await savePathTemplate(tx, manager.actor, { name: 'Polku', steps: content.path });
    return { serviceId, templateId };
  });
}

export function ofServices(made: { serviceId: string; templateId: string }, keepers: Subject['may']) {
  const params = { id: made.serviceId };
  const service: Subject = { params, may: keepers };
  const at = '/office/services/:id';
  const mode: Subject = { params: { ...params, mode: 'video' }, madeUp: { mode: 'semaphore' }, may: keepers };
  const step: Subject = { params: { ...params, at: '1' }, madeUp: { at: '99' }, may: keepers };
  const version: Subject = { params: { ...params, number: '1' }, madeUp: { number: '99' }, may: keepers };
  const pages = ['wording', 'terms', 'contact', 'modes', 'path', 'path/new', 'path/templates', 'preview'];
  const others = ['publishing', 'versions', 'draft-removal', 'stage', 'bounds', 'attendance-rule'];
  return {
    [at]: service,
    ...Object.fromEntries([...pages, ...others].map((page) => [`${at}/${page}`, service])),
    [`${at}/path/start`]: { ...service, fields: { template: made.templateId } },
    [`${at}/modes/:mode`]: mode,
    [`${at}/modes/:mode/removal`]: mode,
    [`${at}/path/:at`]: step,
    [`${at}/path/:at/moves`]: step,
    [`${at}/path/:at/removal`]: step,
    [`${at}/versions/:number`]: version,
    [`${at}/versions/:number/restoration`]: version,
    '/office/path-templates/:id/removal': { params: { id: made.templateId }, may: keepers },
  } satisfies Record<string, Subject>;
}
