// What people are told about choices: that there is something to look at, never what it is about.
import { defineNotice } from '../../ground/notices/door.ts';
import { noticeTexts as texts } from './texts.ts';

type Ids = { choiceId: string };
type OfClient = { clientId: string };

/** For the client: somebody of the staff has written down a choice. */
export const choiceNoted = defineNotice<Ids>({
  kind: 'mode-noted',
  texts: { body: texts.noted },
  necessary: true,
  digest: true,
  landsOn: () => '/my-mode',
});

export const reviewDue = defineNotice<Ids>({
  kind: 'mode-review-due',
  texts: { body: texts.due },
  necessary: true,
  digest: true,
  landsOn: () => '/my-mode',
});

export const reviewStarted = defineNotice<Ids>({
  kind: 'mode-review-started',
  texts: { body: texts.started },
  necessary: true,
  landsOn: () => '/my-mode',
});

/** For the client's coaches. */
export const reviewDueForStaff = defineNotice<OfClient>({
  kind: 'mode-review-due-staff',
  texts: { body: texts.staffDue },
  necessary: true,
  digest: true,
  landsOn: () => '/mode-reviews?show=due',
});

export const choiceChanged = defineNotice<OfClient>({
  kind: 'mode-changed',
  texts: { name: texts.staffChangedName, body: texts.staffChanged },
  necessary: false,
  digest: true,
  landsOn: ({ clientId }) => `/clients/${clientId}/modes`,
});
