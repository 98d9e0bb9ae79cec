// The rules of the house as a test. Each rule also has a sample that breaks it, so that a rule which has stopped
// looking is noticed.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bannedWords, names, routePolicies, sizes } from './tidy/code-rules.ts';
import { browserBoundary, deadFiles, featureList, importForm, importOrder } from './tidy/import-rules.ts';
import { type Rule, repositoryFiles } from './tidy/sources.ts';
import { lineLength, outsideNames, texts } from './tidy/text-rules.ts';

const rules: Record<string, Rule> = {
  importOrder,
  importForm,
  featureList,
  browserBoundary,
  deadFiles,
  sizes,
  names,
  bannedWords,
  routePolicies,
  texts,
  outsideNames,
  lineLength,
};

describe('the house keeps its own rules', () => {
  const files = repositoryFiles(join(import.meta.dirname, '..'));
  test.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(files)).toEqual([]);
  });
});

const people = 'src/features/ground/people';
const long = 'const a = 1;\n'.repeat(71);
const broken: [string, Rule, string, string][] = [
  [
    'a lower feature may not import a higher one',
    importOrder,
    `${people}/actions.ts`,
    "import '../../home/profile/door.ts';",
  ],
  [
    'no feature imports the inside of another',
    importOrder,
    'src/features/ground/notices/actions.ts',
    "import '../people/queries.ts';",
  ],
  [
    'platform may not import a feature',
    importOrder,
    'src/platform/x.ts',
    "import '../features/ground/people/door.ts';",
  ],
  ['ui may not import the database', importOrder, 'src/ui/x.tsx', "import '../platform/tenancy.ts';"],
  ['app may not import tables', importOrder, 'src/app/x.ts', "import '../features/ground/people/tables.ts';"],
  ['a file outside the tree is named', importOrder, 'src/lib/x.ts', ''],
  ['an import says its extension', importForm, 'src/platform/x.ts', "import './clock';"],
  ['a feature must be on the list', featureList, 'src/features/ground/ghosts/door.ts', ''],
  ['an island may not reach the server', browserBoundary, 'src/ui/x.island.tsx', "import 'drizzle-orm';"],
  ['an island may not reach an action', browserBoundary, `${people}/x.island.tsx`, "import './actions.ts';"],
  ['a dead file is named', deadFiles, 'src/platform/x.ts', ''],
  ['a file has at most 400 lines', sizes, 'src/platform/x.ts', '\n'.repeat(402)],
  ['a function has at most 70 lines', sizes, 'src/platform/x.ts', `export function f() {\n${long}}`],
  ['no file is called helpers', names, `src/platform/${'helpers'}.ts`, ''],
  ['no file is called index', names, `src/platform/${'index'}.ts`, ''],
  ['file names are kebab-case', names, 'src/platform/someThing.ts', ''],
  [
    'the environment is read in one place',
    bannedWords,
    'src/platform/x.ts',
    'export const a = process.env.HOME;',
  ],
  ['the clock is read in one place', bannedWords, 'src/platform/x.ts', 'export const a = Date.now();'],
  [
    'SQL is never put together from strings',
    bannedWords,
    'src/platform/x.ts',
    `export const a = sql.${'raw'}(b);`,
  ],
  [
    'a lock that waits for references is found',
    bannedWords,
    'src/platform/x.ts',
    "export const a = rows.for('update');",
  ],
  ['a left-over mark is found', bannedWords, 'src/platform/x.ts', `// ${'TODO'} later`],
  [
    'a route declares its policy',
    routePolicies,
    `${people}/routes.tsx`,
    "feature().get('/x', async (c) => c.body(null));",
  ],
  [
    'a text pasted into Swedish is found',
    texts,
    `${people}/texts.ts`,
    "export const t = { a: { fi: 'Koti', sv: 'Koti', en: 'Home' } };",
  ],
  [
    'an empty text is found',
    texts,
    `${people}/texts.ts`,
    "export const t = { a: { fi: 'Koti', sv: '', en: 'Home' } };",
  ],
  [
    'languages need the same values',
    texts,
    `${people}/texts.ts`,
    "export const t = { a: { fi: 'Hei {n}', sv: 'Hej', en: 'Hi {n}' } };",
  ],
  ['a registry host is found', outsideNames, 'docs/x.md', `see https://registry.${'npm'}js.org/x`],
  ['a path of a machine is found', outsideNames, 'docs/x.md', `see /${'work'}/x`],
  ['a comment that runs off the screen is found', lineLength, 'src/platform/x.ts', `// ${'a'.repeat(130)}`],
];

describe('each rule sees what breaks it', () => {
  test.each(broken)('%s', (_, rule, path, text) => {
    expect(rule([{ path, text }])).not.toEqual([]);
  });
});
