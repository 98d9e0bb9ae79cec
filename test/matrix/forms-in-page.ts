// The forms that stand on a page, as a browser would read them.

export type Field = {
  name: string;
  /** Written by hand, chosen from `values`, hidden with its value, or a file. */
  kind: 'text' | 'choice' | 'hidden' | 'file';
  /** The choices, or what stands in it. */
  values: string[];
  /** Shown again when the form is refused; a password is not. */
  shown: boolean;
};
export type FormOnPage = { action: string; method: 'get' | 'post'; fields: Field[] };

// An attribute may hold a `>`, which ends no tag there.
/** Every form of a page with its named fields, the key of the submission left out. */
export function formsIn(page: string): FormOnPage[] {
  return [...page.matchAll(/<form\b((?:"[^"]*"|[^">])*)>([\s\S]*?)<\/form>/g)].map(
    ([, attributes = '', inside = '']) => ({
      action: attribute(attributes, 'action') ?? '',
      method: attribute(attributes, 'method') === 'post' ? 'post' : 'get',
      fields: fieldsIn(inside),
    }),
  );
}

function fieldsIn(inside: string): Field[] {
  const fields = new Map<string, Field>();
  const add = (name: string | undefined, kind: Field['kind'], value: string | undefined, shown: boolean) => {
    if (!name || name === '_key') return;
    const field = fields.get(name) ?? { name, kind, values: [], shown };
    if (value !== undefined) field.values.push(value);
    fields.set(name, field);
  };
  for (const [tag] of inside.matchAll(/<(?:input|button)\b(?:"[^"]*"|[^">])*>/g)) {
    const type = attribute(tag, 'type') ?? 'text';
    const kind = kinds[type] ?? 'text';
    add(attribute(tag, 'name'), kind, attribute(tag, 'value'), kind === 'text' && type !== 'password');
  }
  for (const [, tag = '', text = ''] of inside.matchAll(
    /<textarea\b((?:"[^"]*"|[^">])*)>([\s\S]*?)<\/textarea>/g,
  )) {
    // A browser drops the first line break.
    add(attribute(tag, 'name'), 'text', unescaped(text).replace(/^\n/, ''), true);
  }
  for (const [, tag = '', options = ''] of inside.matchAll(
    /<select\b((?:"[^"]*"|[^">])*)>([\s\S]*?)<\/select>/g,
  )) {
    for (const [option] of options.matchAll(/<option\b(?:"[^"]*"|[^">])*>/g))
      add(attribute(tag, 'name'), 'choice', attribute(option, 'value'), false);
  }
  return [...fields.values()];
}

const kinds: Record<string, Field['kind']> = {
  radio: 'choice',
  checkbox: 'choice',
  submit: 'choice',
  button: 'choice',
  hidden: 'hidden',
  file: 'file',
};

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
