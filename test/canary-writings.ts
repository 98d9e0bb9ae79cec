// One writing for each sealed column of the ground floor; those of the floors above stand beside this file. The canary
// test carries them out and then searches everything the house leaves behind. A new sealed column needs a writing.
import sharp from 'sharp';
import { expect } from 'vitest';
import { keepFile } from '../src/features/ground/files/door.ts';
import { defineNotice, notify, sendSecret } from '../src/features/ground/notices/door.ts';
import { keepDraft } from '../src/features/ground/people/import/import-drafts.ts';
import { keepFormerContact } from '../src/features/ground/people/person/former-contacts.ts';
import { addNewcomer, changePerson } from '../src/features/ground/people/person/person-actions.ts';
import { blockPair } from '../src/features/ground/people/ties/tie-actions.ts';
import { providerById, saveProvider } from '../src/features/ground/sign-in/oidc/oidc-providers.ts';
import { keepProviderSession } from '../src/features/ground/sign-in/oidc/oidc-sessions.ts';
import { todayIn } from '../src/platform/clock.ts';
import type { Actor } from '../src/platform/session.ts';
import type { Tx } from '../src/platform/tenancy.ts';
import type { TestOffice, TestPerson } from './cast.ts';

export type Cast = { office: TestOffice; client: TestPerson; coach: TestPerson; manager: TestPerson };

export type Writing = {
  field: string;
  /** The sealed columns that it fills, as `table.column`. */
  columns: readonly string[];
  /** Writes the canary; gives the words that the house itself made up for a column nobody writes in. */
  write(cast: Cast, canary: string): Promise<unknown>;
};

const call = defineNotice<Record<string, never>>({
  kind: 'test-canary',
  texts: { body: { fi: 'Asia: {link}', sv: 'Ärende: {link}', en: 'A matter: {link}' } },
  necessary: true,
  landsOn: () => '/',
});

export const groundWritings: readonly Writing[] = [
  {
    field: 'the postal address of a person',
    columns: ['persons.postal_address'],
    write: ({ office, client, manager }, canary) =>
      office.inOffice((tx) => changePerson(tx, manager.actor, client.id, { postalAddress: `${canary} 1` })),
  },
  {
    field: 'the address somebody had before',
    columns: ['former_contacts.contact'],
    write: ({ office, client }, canary) =>
      office.inOffice((tx) =>
        keepFormerContact(tx, client.id, { channel: 'email', contact: `${canary}@example.fi` }),
      ),
  },
  {
    field: 'the accessibility needs of a new person',
    columns: ['persons.accessibility_needs'],
    write: ({ office, manager }, canary) =>
      office.inOffice((tx) =>
        addNewcomer(tx, manager.actor, {
          givenName: 'Eero',
          familyName: 'Niemi',
          role: 'client',
          unitId: null,
          startsOn: todayIn(),
          invite: false,
          accessibilityNeeds: canary,
        }),
      ),
  },
  {
    field: 'why two persons must not meet',
    columns: ['blocked_pairs.reason'],
    write: async ({ office, client, manager }, canary) => {
      const other = await office.person('client');
      await office.inOffice((tx) =>
        blockPair(tx, manager.actor, { oneId: client.id, otherId: other.id, reason: canary }),
      );
    },
  },
  {
    field: 'a note about a call',
    columns: ['deliveries.note'],
    write: async ({ office, manager }, canary) => {
      const listed = await office.person('client', { channel: 'phone', phone: '040 765 4321' });
      await office.inOffice((tx) => notify(tx, listed.id, call, {}));
      const page = await (await manager.get('/deliveries/calls')).text();
      const paths = [...page.matchAll(/href="(\/deliveries\/calls\/[0-9a-f-]{36})"/g)].map((m) => m[1] ?? '');
      const answer = await manager.post(paths.at(-1) ?? '', { outcome: 'not-reached', note: canary });
      expect(answer.status).toBe(303);
    },
  },
  {
    field: 'a sign-in link that waits to be sent',
    columns: ['deliveries.secret'],
    write: ({ office }, canary) =>
      office.inOffice(async (tx) => {
        const { id } = await office.person('client', { phone: '040 111 1111', channel: 'sms' });
        await sendSecret(tx, id, 'sign-in-link', `http://localhost:8080/l/${canary}`);
      }),
  },
  {
    field: 'the body and the name of a recording',
    columns: ['files.name'],
    write: ({ office, client }, canary) =>
      office.inOffice((tx) =>
        keepFile(tx, client.actor, {
          personId: client.id,
          bytes: Buffer.concat([Buffer.from('OggS\x00\x02\x00\x00\x00\x00\x00\x00'), Buffer.from(canary)]),
          name: `${canary}.ogg`,
          purpose: 'task-proof',
          allowed: ['audio'],
        }),
      ),
  },
  {
    field: 'what a picture tells beside the picture',
    columns: ['files.name'],
    write: async ({ office, client }, canary) => {
      const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#123456' } })
        .withExif({ IFD0: { Copyright: canary } })
        .jpeg()
        .toBuffer();
      await office.inOffice((tx) =>
        keepFile(tx, client.actor, {
          personId: client.id,
          bytes,
          name: 'kuva.jpg',
          purpose: 'task-proof',
          allowed: ['image'],
        }),
      );
    },
  },
  {
    field: 'a file of clients that waits to be read',
    columns: ['import_drafts.body'],
    write: ({ office, manager }, canary) =>
      office.inOffice((tx) =>
        keepDraft(tx, manager.actor, { rows: [], unknown: [canary], unitId: null, invite: false }, todayIn()),
      ),
  },
  {
    field: 'the client secret of an identity provider',
    columns: ['oidc_providers.client_secret'],
    write: ({ office, manager }, canary) => office.inOffice((tx) => providerWith(tx, manager.actor, canary)),
  },
  {
    field: 'the ID token with which somebody came',
    columns: ['oidc_sessions.id_token'],
    write: ({ office, client, manager }, canary) =>
      office.inOffice(async (tx) => {
        const provider = await providerById(tx, await providerWith(tx, manager.actor, 'a-secret'));
        if (!provider) throw new Error('the provider is not there');
        const answer = { claims: { sub: client.id }, sid: undefined, idToken: `${canary}.b.c` };
        await keepProviderSession(tx, provider, client.sessionId, answer);
      }),
  },
];

function providerWith(tx: Tx, actor: Actor, clientSecret: string): Promise<string> {
  return saveProvider(tx, actor, undefined, {
    name: { fi: 'Kunta', sv: 'Kommunen', en: 'The town' },
    issuer: 'https://login.example.fi',
    clientId: crypto.randomUUID(),
    clientSecret,
    claims: { subject: 'sub' },
    scopes: 'openid',
    emailsVerified: false,
    active: false,
  });
}
