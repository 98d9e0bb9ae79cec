// Sizes, names and the few things that only one file may do.
import { isCode, isTest, lineAt, type Problem, parse, type Rule, type SourceFile, walk } from './sources.ts';

const source = (files: readonly SourceFile[]) =>
  files.filter((file) => file.path.startsWith('src/') && isCode(file.path));
const shipped = (files: readonly SourceFile[]) => source(files).filter((file) => !isTest(file.path));

export const fileLines = 400;
export const functionLines = 70;

/** Files and functions fit a head. Tests and texts may be long lists. */
export const sizes: Rule = (files) => {
  const problems: Problem[] = [];
  for (const file of shipped(files)) {
    const lines = file.text.split('\n').length - 1;
    if (lines > fileLines) problems.push(`${file.path}: ${lines} lines, at most ${fileLines}`);
    walk(parse(file).program, (node) => {
      if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return;
      const from = lineAt(file.text, node.start);
      const length = lineAt(file.text, node.end) - from + 1;
      if (length > functionLines)
        problems.push(`${file.path}:${from}: a function of ${length} lines, at most ${functionLines}`);
    });
  }
  return problems;
};

const bannedNames = /(^|\/)(utils?|helpers?|common|shared|misc|manager|base|index)(\.[^/]*)?(\/|$)/;

/** Files are named by what they hold. */
export const names: Rule = (files) =>
  files
    .filter((file) => /^(src|test|tools)\//.test(file.path))
    .flatMap((file) => [
      ...(bannedNames.test(file.path) ? [`${file.path}: a name that says nothing`] : []),
      ...(/[A-Z_]|\s/.test(file.path) ? [`${file.path}: file names are kebab-case`] : []),
    ]);

type Ban = { pattern: RegExp; except: RegExp; why: string };
const bans: readonly Ban[] = [
  {
    pattern: /\bprocess\.env\b/,
    except: /^src\/platform\/config\.ts$/,
    why: 'the environment is read in platform/config.ts only',
  },
  {
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b/,
    except: /^src\/platform\/clock\.ts$|\.(browser\.ts|island\.tsx)$/,
    why: 'the clock is read in platform/clock.ts only',
  },
  {
    pattern: /\bsql\.raw\(|\bsql\.identifier\(/,
    except: /^$/,
    why: 'SQL is never put together from strings',
  },
  {
    pattern: /\bfor update\b(?!:)|\.for\('update'\)/,
    except: /^$/,
    why: 'every reference to a row locks it a little: `for no key update` orders changes without waiting for those',
  },
  { pattern: /\bdangerouslySetInnerHTML\b/, except: /^$/, why: 'no HTML from strings' },
  {
    pattern: /\bNODE_ENV\b|import\.meta\.env\.(DEV|PROD|MODE)/,
    except: /^$/,
    why: 'the code never asks where it runs',
  },
  {
    pattern: /\bconsole\.(log|info|debug)\(/,
    except: /^src\/(server|worker|office|demo\/.*)\.ts$|^src\/demo\//,
    why: 'talk through the log',
  },
  {
    pattern: new RegExp(`\\b(${'FIX'}ME|${'TO'}DO|XXX)\\b|coming ${'soon'}|tulossa ${'pian'}`),
    except: /^$/,
    why: 'nothing half-built is kept',
  },
  { pattern: /^\s*(export\s+)?(const\s+)?enum\s/m, except: /^$/, why: 'enums are not erasable' },
  { pattern: /@ts-(ignore|nocheck)|\bas any\b/, except: /^$/, why: 'types are not silenced' },
];

/** Words and calls that only one place may use, or none. */
export const bannedWords: Rule = (files) =>
  shipped(files).flatMap((file) =>
    bans
      .filter((ban) => !ban.except.test(file.path))
      .flatMap((ban) => {
        const code = withoutComments(file);
        const at = code.search(ban.pattern);
        return at === -1 ? [] : [`${file.path}:${lineAt(code, at)}: ${ban.why}`];
      }),
  );

function withoutComments(file: SourceFile): string {
  let text = file.text;
  for (const comment of parse(file).comments) {
    // Left-over marks live in comments, so those keep their words.
    const words = text.slice(comment.start, comment.end);
    if (/FIXME|TODO|XXX|coming soon/.test(words)) continue;
    text = text.slice(0, comment.start) + words.replace(/[^\n]/g, ' ') + text.slice(comment.end);
  }
  return text;
}

const routeVerbs = new Set(['get', 'post', 'put', 'delete', 'patch', 'all', 'on']);
const policies = new Set(['open', 'allow', 'signedIn']);

/** Each route declares its policy right after its path. */
export const routePolicies: Rule = (files) => {
  const problems: Problem[] = [];
  for (const file of shipped(files).filter(
    (one) => /\/routes[^/]*\.tsx?$/.test(one.path) && one.path.includes('/features/'),
  )) {
    const named = policyNames(file);
    walk(parse(file).program, (node) => {
      if (node.type !== 'CallExpression') return;
      const call = node as unknown as RouteCall;
      const verb = call.callee.property?.name;
      const path = call.arguments[0];
      if (!verb || !routeVerbs.has(verb) || path?.type !== 'Literal' || !String(path.value).startsWith('/'))
        return;
      const second = call.arguments[1];
      const policy = second?.type === 'CallExpression' ? second.callee?.name : second?.name;
      if (!policy || !(policies.has(policy) || named.has(policy))) {
        problems.push(
          `${file.path}:${lineAt(file.text, call.start)}: ${verb} ${path.value} declares no policy`,
        );
      }
    });
  }
  return problems;
};

type RouteCall = {
  start: number;
  callee: { property?: { name?: string } };
  arguments: { type: string; value?: unknown; name?: string; callee?: { name?: string } }[];
};

// `const staff = allow('coach', 'manager')` gives a policy a name.
function policyNames(file: SourceFile): Set<string> {
  const found = new Set<string>();
  for (const match of file.text.matchAll(/const (\w+) = (?:open|allow|signedIn)\(/g))
    if (match[1]) found.add(match[1]);
  return found;
}
