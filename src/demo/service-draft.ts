// A service as somebody left it in the evening: a new version half written, its path kept as a template.
import { type ServiceContent, saveDraft } from '../features/offer/services/door.ts';
import { savePathTemplate } from '../features/offer/services/path-templates.ts';
import type { Actor } from '../platform/session.ts';
import type { Tx } from '../platform/tenancy.ts';
import { youthWorkshop } from './services-with-days.ts';

/** The youth workshop with a new price whose Swedish nobody has written yet: publishing says so. */
const halfWritten: ServiceContent = {
  ...youthWorkshop,
  price: {
    fi: 'Maksuton. Lounas pajalla maksaa 2 euroa, etäpäivänä saat lounassetelin.',
    sv: '',
    en: 'Free of charge. Lunch at the workshop costs 2 euros; on a remote day you get a lunch voucher.',
  },
};

export async function leaveDraft(tx: Tx, actor: Actor, youthWorkshopId: string): Promise<void> {
  await saveDraft(tx, actor, youthWorkshopId, halfWritten);
  await savePathTemplate(tx, actor, { name: 'Pajan polku', steps: youthWorkshop.path });
}
