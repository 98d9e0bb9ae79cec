// What sign-in does when people come and go.

import { now } from '../../../platform/clock.ts';
import { reaction } from '../../../platform/events.ts';
import { sendSecret, warnFormerContact } from '../notices/door.ts';
import { takeFormerContacts } from '../people/door.ts';
import { personChanged, personDeactivated, personErased, personInvited } from '../people/events.ts';
import { removeAllOf } from './erasing.ts';
import { makePersonalLink } from './links/links.ts';
import { signerById } from './queries.ts';
import { endAllSessions } from './sessions/sessions.ts';

/** An invited person may take a week to open the first link. */
const invitationDays = 7;

export const reactions = [
  reaction(personDeactivated, 'endSessionsOfDeactivatedPerson', async (tx, { payload }) => {
    await endAllSessions(tx, payload.personId);
  }),
  // Who changes where the links go has the account: the one who had them before hears of it.
  reaction(personChanged, 'warnFormerContacts', async (tx, { payload: { personId } }) => {
    for (const former of await takeFormerContacts(tx, personId))
      await warnFormerContact(tx, personId, former);
  }),
  reaction(personErased, 'removeSignInOfErased', async (tx, { payload }) => {
    await removeAllOf(tx, payload.personId);
  }),
  reaction(personInvited, 'sendInvitationLink', async (tx, { payload }) => {
    if (!(await signerById(tx, payload.personId))) return;
    const path = await makePersonalLink(tx, payload.personId, {
      landsOn: '/',
      expiresAt: now().add({ hours: invitationDays * 24 }),
      once: true,
    });
    await sendSecret(tx, payload.personId, 'sign-in-link', `${tx.outside.config.baseUrl}${path}`);
  }),
];
