// A piece of a page that stays fresh: when a topic of it is hinted, the browser fetches the page again through the
// ordinary, access-checked route and puts the new piece in the place of the old one (live.browser.ts).
import type { ComponentChildren, JSX } from 'preact';

type Wrapper = 'div' | 'section' | 'ul' | 'ol' | 'tbody' | 'span';

/**
 * Wraps what may change while the page is open. `id` is unique on the page; `topics` are signed tokens from
 * `c.var.liveToken('board:<id>')`. Changes are silent; with `announce` a screen reader politely reads what changed.
 * Rows that may come, go or move need an `id` or `data-row`, so that words being typed stay with their own row.
 */
export function Live(props: {
  id: string;
  topics: readonly string[];
  announce?: boolean;
  as?: Wrapper;
  children?: ComponentChildren;
}): JSX.Element {
  const { as: Tag = 'div', id, topics, announce, children } = props;
  return (
    <Tag id={id} data-live={topics.filter(Boolean).join(' ')} aria-live={announce ? 'polite' : undefined}>
      {children}
    </Tag>
  );
}
