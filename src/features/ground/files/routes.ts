import { NotFound } from '../../../platform/errors.ts';
import { feature, open } from '../../../platform/web.ts';
import { fileBody, isProofOf } from './queries.ts';
import { rangeOf } from './rules.ts';

// The address itself proves the right, so no session is asked for and none is used: what a file contains can never
// act as the person who opened it. It is shown in place only if it is a picture or a sound.
export const routes = feature().get('/f/:id/:proof', open(), async (c) => {
  const { id, proof } = c.req.param();
  const file = isProofOf(c.var.tx, id, proof) ? await fileBody(c.var.tx, id) : undefined;
  if (!file) throw new NotFound('file');
  const range = rangeOf(c.req.header('range'), file.bytes.length);
  const way = file.kind === 'pdf' ? 'attachment' : 'inline';
  const headers: Record<string, string> = {
    'content-type': file.mime,
    'content-disposition': `${way}; filename*=UTF-8''${rfc5987(file.name)}`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=300',
    'accept-ranges': 'bytes',
  };
  if (range === 'unsatisfiable') {
    return c.body(null, 416, { ...headers, 'content-range': `bytes */${file.bytes.length}` });
  }
  const { from, to } = range ?? { from: 0, to: file.bytes.length - 1 };
  const part = new Uint8Array(file.bytes.subarray(from, to + 1));
  headers['content-length'] = String(part.length);
  if (!range) return c.body(part, 200, headers);
  headers['content-range'] = `bytes ${from}-${to}/${file.bytes.length}`;
  return c.body(part, 206, headers);
});

// The characters of RFC 5987 that encodeURIComponent leaves alone.
function rfc5987(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
