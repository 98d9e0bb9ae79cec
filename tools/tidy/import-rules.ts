// Who may import whom (house rules, section 2). Down by call, up by event; circles cannot be written.
import { floors } from '../../src/app/features.ts';
import { importsOf, isCode, isTest, type Problem, type Rule, type SourceFile } from './sources.ts';

const order: string[] = floors.flatMap(({ floor, features }) =>
  features.map((feature) => `${floor}/${feature}`),
);
const openFiles = new Set(['door.ts', 'events.ts', 'panel.tsx']);

/** `src/features/ground/people/door.ts` → `ground/people`. */
export function featureOf(path: string): string | undefined {
  const [src, features, floor, feature] = path.split('/');
  return src === 'src' && features === 'features' && floor && feature ? `${floor}/${feature}` : undefined;
}

const starts =
  (...beginnings: string[]) =>
  (path: string) =>
    beginnings.some((beginning) => path.startsWith(beginning));

type Place = { name: string; holds(path: string): boolean; mayImport(path: string, from: string): boolean };

const appMay = (path: string) => {
  const file = path.split('/').at(-1) ?? '';
  return featureOf(path)
    ? /^(routes(-[a-z-]+)?\.tsx?|reactions\.tsx?|jobs\.ts|events\.ts|door\.ts|panel\.tsx|.*-page\.tsx)$/.test(
        file,
      )
    : starts('src/app/', 'src/ui/', 'src/platform/')(path);
};

// The first place that holds a file decides. What is on npm is not judged here.
const places: readonly Place[] = [
  {
    name: 'a process (server, worker, command line)',
    holds: (p) => /^src\/(server|worker|office)\.ts$/.test(p),
    mayImport: (p) => starts('src/app/', 'src/platform/', 'src/demo/')(p) || featureOf(p) !== undefined,
  },
  {
    name: 'the browser entry',
    holds: (p) => p === 'src/browser.ts',
    mayImport: (p) => starts('src/ui/')(p) || /\.(island\.tsx|browser\.ts)$/.test(p),
  },
  { name: 'app', holds: starts('src/app/'), mayImport: appMay },
  { name: 'a feature', holds: (p) => featureOf(p) !== undefined, mayImport: featureMay },
  {
    name: 'ui',
    holds: starts('src/ui/'),
    mayImport: (p) => starts('src/ui/')(p) || p === 'src/platform/language.ts',
  },
  { name: 'platform', holds: starts('src/platform/'), mayImport: starts('src/platform/') },
  { name: 'the demonstration', holds: starts('src/demo/'), mayImport: () => true },
];

function featureMay(path: string, from: string): boolean {
  const target = featureOf(path);
  if (!target) return starts('src/ui/', 'src/platform/')(path);
  const mine = featureOf(from) ?? '';
  if (target === mine) return true;
  if (order.indexOf(target) === -1 || order.indexOf(target) > order.indexOf(mine)) return false;
  const file = path.split('/').at(-1) ?? '';
  return openFiles.has(file) || (file === 'tables.ts' && from.endsWith('/tables.ts'));
}

/** Imports only downward and through doors. */
export const importOrder: Rule = (files) => {
  const problems: Problem[] = [];
  for (const file of sourcesOf(files)) {
    const place = places.find((one) => one.holds(file.path));
    if (!place) {
      problems.push(`${file.path}: stands outside the tree of ARCHITECTURE.md`);
      continue;
    }
    for (const one of importsOf(file)) {
      if (!one.specifier.startsWith('.')) continue;
      if (!place.mayImport(one.from, file.path)) {
        problems.push(`${file.path}:${one.line}: ${place.name} may not import ${one.from}`);
      }
    }
  }
  return problems;
};

/** Relative imports say their extension; nothing is called index. */
export const importForm: Rule = (files) =>
  files
    .filter((file) => isCode(file.path))
    .flatMap((file) =>
      importsOf(file)
        .filter((one) => one.specifier.startsWith('.') && !/\.(tsx?|css|json|js|mjs)$/.test(one.specifier))
        .map((one) => `${file.path}:${one.line}: write the extension in ${one.specifier}`),
    );

/** Every feature's folder is on the list, and the list has no folder that is not there. */
export const featureList: Rule = (files) => {
  const there = new Set(
    sourcesOf(files)
      .map((file) => featureOf(file.path))
      .filter((one) => one !== undefined),
  );
  return [
    ...[...there]
      .filter((one) => !order.includes(one))
      .map((one) => `src/features/${one}: not in src/app/features.ts`),
    ...order.filter((one) => !there.has(one)).map((one) => `src/app/features.ts: ${one} has no files`),
  ];
};

const serverOnly =
  /^(node:|drizzle-orm|pg$|pg-boss|hono|@hono\/|nodemailer|openid-client|@simplewebauthn\/server|sharp|pino|@aws-sdk\/)/;
const mayShip =
  /(\.island\.tsx|\.browser\.ts|\/rules\.ts|^src\/browser\.ts)$|^src\/ui\/|-rules\.ts$|^src\/platform\/language\.ts$/;

/** Nothing reachable from the browser entry or an island reaches the server's side. Types do not count. */
export const browserBoundary: Rule = (files) => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const roots = files.filter(
    (f) => f.path === 'src/browser.ts' || /\.(island\.tsx|browser\.ts)$/.test(f.path),
  );
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const queue = roots.map((file) => file.path);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const file = byPath.get(path);
    if (!file || seen.has(path) || !isCode(path)) continue;
    seen.add(path);
    for (const one of importsOf(file)) {
      if (one.typeOnly) continue;
      if (!one.specifier.startsWith('.')) {
        if (serverOnly.test(one.specifier))
          problems.push(`${path}:${one.line}: ${one.specifier} may not reach the browser`);
      } else if (isCode(one.from) && !mayShip.test(one.from)) {
        problems.push(`${path}:${one.line}: ${one.from} does not ship to the browser`);
      } else queue.push(one.from);
    }
  }
  return problems;
};

const entries =
  /^(src\/(server|worker|office|browser)\.ts|vite\.config\.ts|tools\/[^/]+\.ts|test\/)|\.island\.tsx$|\.(test|spec)\.tsx?$/;

/** A file that nothing reaches is dead. */
export const deadFiles: Rule = (files) => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set<string>();
  const queue = files
    .filter((file) => isCode(file.path) && entries.test(file.path) && !isOnlyTestOf(file))
    .map((f) => f.path);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const file = byPath.get(path);
    if (!file || reached.has(path)) continue;
    reached.add(path);
    if (isCode(path)) queue.push(...importsOf(file).map((one) => one.from));
  }
  return sourcesOf(files)
    .filter((file) => !reached.has(file.path))
    .map((file) => `${file.path}: nothing reaches this file but its tests`);
};

const isOnlyTestOf = (file: SourceFile) => isTest(file.path) && file.path.startsWith('src/');
const sourcesOf = (files: readonly SourceFile[]) =>
  files.filter((file) => file.path.startsWith('src/') && isCode(file.path) && !isTest(file.path));
