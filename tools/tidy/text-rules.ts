// Texts in all languages, and what the repository may never name.
import { IntlMessageFormat } from 'intl-messageformat';
import { isCode, lineAt, type Problem, parse, type Rule, type SourceFile, walk } from './sources.ts';

type Property = { type: string; key?: { name?: string; value?: string }; value?: Value };
type Value = {
  type: string;
  value?: unknown;
  quasis?: { value: { cooked: string } }[];
  properties?: Property[];
  start: number;
};

const nameOf = (property: Property) => property.key?.name ?? property.key?.value ?? '';

function words(value: Value | undefined): string | undefined {
  if (value?.type === 'Literal' && typeof value.value === 'string') return value.value;
  if (value?.type === 'TemplateLiteral') return value.quasis?.map((part) => part.value.cooked).join('…');
  return undefined;
}

/**
 * A text alike in two languages is either a name (`same: true`) or was pasted and forgotten. An empty text, or ICU
 * arguments that differ between the languages, are mistakes too.
 */
export const texts: Rule = (files) => {
  const problems: Problem[] = [];
  for (const file of files.filter((one) => /texts[^/]*\.ts$/.test(one.path) && one.path.startsWith('src/'))) {
    walk(parse(file).program, (node) => {
      if (node.type !== 'ObjectExpression') return;
      const properties = (node as unknown as { properties: Property[] }).properties;
      const said = Object.fromEntries(properties.map((one) => [nameOf(one), words(one.value)]));
      if (!('fi' in said) && !('sv' in said) && !('en' in said)) return;
      problems.push(
        ...problemsOfText(
          file,
          node.start,
          said,
          'same' in Object.fromEntries(properties.map((p) => [nameOf(p), 1])),
        ),
      );
    });
  }
  return problems;
};

function problemsOfText(
  file: SourceFile,
  start: number,
  said: Record<string, string | undefined>,
  same: boolean,
): Problem[] {
  const where = `${file.path}:${lineAt(file.text, start)}`;
  const problems: Problem[] = [];
  for (const language of ['fi', 'sv', 'en']) {
    if (said[language] === '') problems.push(`${where}: the text in ${language} is empty`);
  }
  if (!same) {
    for (const [one, other] of [
      ['fi', 'sv'],
      ['fi', 'en'],
      ['sv', 'en'],
    ] as const) {
      if (said[one] && said[one] === said[other] && /\p{L}{2}/u.test(said[one])) {
        problems.push(
          `${where}: alike in ${one} and ${other} ("${said[one].slice(0, 40)}"); say same: true if it is meant`,
        );
      }
    }
  }
  const needed = argumentsOf(said.fi);
  for (const language of ['sv', 'en', 'selko'] as const) {
    if (said[language] === undefined) continue;
    const there = argumentsOf(said[language]);
    const differing = [...needed]
      .filter((one) => !there.has(one))
      .concat([...there].filter((one) => !needed.has(one)));
    if (language !== 'selko' && differing.length > 0) {
      problems.push(`${where}: ${language} and fi differ in {${differing.join('}, {')}}`);
    }
  }
  return problems;
}

function argumentsOf(pattern: string | undefined): Set<string> {
  const found = new Set<string>();
  const visit = (parts: readonly Part[]) => {
    for (const part of parts) {
      if (part.type !== literal && part.type !== pound && part.value) found.add(part.value);
      for (const option of Object.values(part.options ?? {})) visit(option.value);
    }
  };
  visit(
    new IntlMessageFormat(pattern ?? '', 'fi', undefined, { ignoreTag: true }).getAst() as unknown as Part[],
  );
  return found;
}

// The kinds of part in the parser's tree that hold no argument.
const literal = 0;
const pound = 7;
type Part = { type: number; value?: string; options?: Record<string, { value: Part[] }> };

const registryHost = new RegExp(
  `https?://[a-z0-9.-]*(?:${['npm', 'debian', 'pypi', 'golang', 'crates'].join('|')})[a-z0-9.-]*/`,
  'i',
);
const machinePath = new RegExp(
  `(?:^|[^A-Za-z0-9_./-])/(?:${['work', 'farm', 'root', 'home/[a-z]+'].join('|')})/`,
  'm',
);

/** The repository names no registry host and no path of a machine. */
export const outsideNames: Rule = (files) =>
  files.flatMap((file) =>
    [registryHost, machinePath].flatMap((pattern) => {
      const at = file.text.search(pattern);
      return at === -1
        ? []
        : [`${file.path}:${lineAt(file.text, at + 1)}: names a registry host or a path of a machine`];
    }),
  );

const longest = 110;
/** Comments and documents are read by people: no lines that run off a screen in code. */
export const lineLength: Rule = (files) =>
  files
    .filter((file) => isCode(file.path) && !/texts[^/]*\.ts$/.test(file.path))
    .flatMap((file) =>
      parse(file)
        .comments.filter((comment) => comment.type === 'Line' && comment.end - comment.start > longest + 10)
        .map(
          (comment) =>
            `${file.path}:${lineAt(file.text, comment.start)}: a comment longer than ${longest} characters`,
        ),
    );
