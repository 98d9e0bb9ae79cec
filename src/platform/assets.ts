// The built files of the browser: read into memory at start, compressed once, cached for good by their content hash.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

export type Assets = {
  readonly css: string;
  readonly script: string | undefined;
  readonly icon: string | undefined;
  /** The scripts and styles that an island needs, so that a page in a hurry names them all at once. */
  filesOf(island: string): readonly string[];
  readonly serve: MiddlewareHandler;
};

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.wav': 'audio/wav',
};

type Entry = { body: Buffer; brotli: Buffer | undefined; type: string };
type ManifestEntry = { file: string; css?: string[]; imports?: string[]; isEntry?: boolean };
type Manifest = Record<string, ManifestEntry>;

/** Reads what the build made in `folder`. Throws when nothing has been built. */
export function openAssets(folder: string): Assets {
  const manifestFile = join(folder, '.vite', 'manifest.json');
  if (!existsSync(manifestFile)) throw new Error('The browser files are not built. Run: npm run build');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const entry = manifest['src/browser.ts'];
  const css = entry?.css?.[0];
  if (!entry || !css) throw new Error('The build has no src/browser.ts with a style sheet.');

  const entries = new Map<string, Entry>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(name)];
    if (!type || name.startsWith('.vite')) continue;
    const body = readFileSync(join(folder, name));
    const text = /text|svg|json/.test(type);
    entries.set(`/${name.replaceAll('\\', '/')}`, {
      body,
      brotli: text ? brotliCompressSync(body) : undefined,
      type,
    });
  }
  return {
    css: `/${css}`,
    script: `/${entry.file}`,
    icon: entries.has('/icon.svg') ? '/icon.svg' : undefined,
    filesOf: (island) => filesOf(manifest, island),
    serve: serveFrom(entries),
  };
}

function filesOf(manifest: Manifest, island: string): string[] {
  const files = new Set<string>();
  const add = (name: string) => {
    const entry = manifest[name];
    if (!entry || files.has(`/${entry.file}`)) return;
    files.add(`/${entry.file}`);
    for (const css of entry.css ?? []) files.add(`/${css}`);
    for (const one of entry.imports ?? []) add(one);
  };
  const found = Object.keys(manifest).find((name) => name.endsWith(`/${island}.island.tsx`));
  if (found) add(found);
  return [...files];
}

/** For tests of pages that need no browser files. */
export const noAssets: Assets = {
  css: '/assets/none.css',
  script: undefined,
  icon: undefined,
  filesOf: () => [],
  serve: async (_c, next) => next(),
};

function serveFrom(entries: Map<string, Entry>): MiddlewareHandler {
  return async (c, next) => {
    const found = c.req.method === 'GET' ? entries.get(c.req.path) : undefined;
    if (!found) return next();
    const brotli = found.brotli !== undefined && /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
    c.header('content-type', found.type);
    c.header(
      'cache-control',
      c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    );
    c.header('vary', 'accept-encoding');
    if (brotli) c.header('content-encoding', 'br');
    return c.body(new Uint8Array(brotli ? (found.brotli as Buffer) : found.body));
  };
}
