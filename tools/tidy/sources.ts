// The repository's files as the rules see them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';

export type Problem = string;
export type SourceFile = { path: string; text: string };
export type Import = { from: string; specifier: string; line: number; typeOnly: boolean };
export type Rule = (files: readonly SourceFile[]) => Problem[];

/** Every file git tracks or would track, by its path from the root. Binary files are left out. */
export function repositoryFiles(root: string): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
  });
  const files: SourceFile[] = [];
  for (const path of new Set(listed.toString('utf8').split('\0'))) {
    if (path === '') continue;
    let text: string;
    try {
      text = readFileSync(join(root, path), 'utf8');
    } catch {
      continue; // deleted in the working tree, not yet in git
    }
    if (!text.includes('\0')) files.push({ path, text });
  }
  return files;
}

export const isCode = (path: string) => /\.tsx?$/.test(path);
export const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('test/');
export const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

type Parsed = ReturnType<typeof parseSync>;
const parsed = new WeakMap<SourceFile, Parsed>();

/** The syntax tree (ESTree with TypeScript) of a code file. */
export function parse(file: SourceFile): Parsed {
  let tree = parsed.get(file);
  if (!tree) {
    tree = parseSync(file.path, file.text);
    parsed.set(file, tree);
  }
  return tree;
}

/** Everything a file imports, static and dynamic; relative specifiers resolved to paths from the root. */
export function importsOf(file: SourceFile): Import[] {
  const { module } = parse(file);
  const found: Import[] = [];
  const add = (specifier: string, offset: number, typeOnly: boolean) => {
    const from = specifier.startsWith('.') ? normalize(join(dirname(file.path), specifier)) : specifier;
    found.push({ from, specifier, line: lineAt(file.text, offset), typeOnly });
  };
  for (const one of module.staticImports) {
    add(
      one.moduleRequest.value,
      one.start,
      one.entries.length > 0 && one.entries.every((entry) => entry.isType),
    );
  }
  for (const one of module.staticExports) {
    for (const entry of one.entries) {
      if (entry.moduleRequest) add(entry.moduleRequest.value, one.start, entry.isType);
    }
  }
  for (const one of module.dynamicImports) {
    const specifier = file.text
      .slice(one.moduleRequest.start, one.moduleRequest.end)
      .replace(/^['"`]|['"`]$/g, '');
    add(specifier, one.start, false);
  }
  return found;
}

type Node = { type: string; start: number; end: number; [key: string]: unknown };

/** Walks a syntax tree, parents before children. */
export function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit);
    return;
  }
  if (typeof node !== 'object' || node === null || typeof (node as Node).type !== 'string') return;
  visit(node as Node);
  for (const [key, value] of Object.entries(node)) if (key !== 'type') walk(value, visit);
}
