// Reads a body by counting its bytes itself: chunked bodies have slipped past declared lengths more than once
// (CVE-2026-44456, CVE-2026-54288). The body is whole before a transaction opens, so a slow sender holds none.
import type { Context } from 'hono';
import { BadRequest } from './errors.ts';

const ordinaryLimit = 256 * 1024;

/** Puts the body of a POST into `c.var.form`. Throws BadRequest 413 beyond `limit` bytes, 415 for other kinds. */
export async function readBody(c: Context, limit = ordinaryLimit): Promise<void> {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return;
  const type = c.req.header('content-type') ?? '';
  const bytes = await countedBytes(c.req.raw.body, limit);
  if (bytes.length === 0) {
    c.set('form', new FormData());
    return;
  }
  if (/^application\/json\b/i.test(type)) {
    c.set('form', formFromJson(bytes));
    return;
  }
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw new BadRequest(415, 'the body must be a form');
  }
  try {
    c.set(
      'form',
      await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData(),
    );
  } catch {
    throw new BadRequest(400, 'the form could not be read');
  }
}

async function countedBytes(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Buffer> {
  if (!body) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of body) {
    total += part.length;
    if (total > limit) throw new BadRequest(413, `the body is larger than ${limit} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

// Islands send the same fields as the form they improve, as one flat JSON object.
function formFromJson(bytes: Buffer): FormData {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new BadRequest(400, 'the JSON could not be read');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadRequest(400, 'the JSON must be one object');
  }
  const form = new FormData();
  for (const [name, field] of Object.entries(value)) {
    for (const one of Array.isArray(field) ? field : [field]) {
      if (one !== null && one !== undefined) form.append(name, String(one));
    }
  }
  return form;
}
