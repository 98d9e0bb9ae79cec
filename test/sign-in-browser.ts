// A browser with its own cookie jar, for the tests of signing in, and eyes into the messages a person would get.
import { eq } from 'drizzle-orm';
import { deliveries } from '../src/features/ground/notices/tables.ts';
import { openText } from '../src/platform/encryption.ts';
import { type TestHouse, type TestOffice, testOrigin } from './cast.ts';

export type Browser = ReturnType<typeof openBrowser>;

/** A browser that keeps cookies as a real one does: sets, replaces, drops. */
export function openBrowser(house: TestHouse, userAgent = 'Mozilla/5.0 (Linux; Android 15) Chrome/130.0') {
  const jar = new Map<string, string>();
  const send = async (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      'user-agent': userAgent,
      'accept-language': 'fi',
      ...(cookie ? { cookie } : {}),
      ...init.headers,
    };
    const response = await house.app.request(path.startsWith('http') ? path : `${testOrigin}${path}`, {
      ...init,
      headers,
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0\b/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  return {
    jar,
    get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
    post: (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      send(path, {
        method: 'POST',
        headers: { origin: testOrigin, 'sec-fetch-site': 'same-origin', ...headers },
        body: new URLSearchParams({ _key: crypto.randomUUID(), ...fields }),
      }),
    /** As an island sends: JSON with a key in the header. */
    postJson: (path: string, fields: Record<string, string> = {}) =>
      send(path, {
        method: 'POST',
        headers: {
          origin: testOrigin,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify(fields),
      }),
  };
}

/** The secrets (links, codes) waiting to be sent to a person, the latest last. */
export function secretsFor(office: TestOffice, personId: string): Promise<string[]> {
  return office.inOffice(async (tx) => {
    const rows = await tx
      .select()
      .from(deliveries)
      .where(eq(deliveries.personId, personId))
      .orderBy(deliveries.createdAt);
    const found: string[] = [];
    for (const row of rows) {
      if (!row.secret) continue;
      found.push(
        await openText(tx, { personId, table: 'deliveries', column: 'secret', rowId: row.id }, row.secret),
      );
    }
    return found;
  });
}

/** The code that was sent to a person last. */
export async function lastCode(office: TestOffice, personId: string): Promise<string> {
  const code = (await secretsFor(office, personId)).findLast((secret) => /^\d{6}$/.test(secret));
  if (!code) throw new Error('no code was sent');
  return code;
}

/** A code that is certainly not `code`. */
export const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
