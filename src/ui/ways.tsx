// Ways to move within a page and to see more of it: tabs, pages of a list, things that open, progress.
import type { ComponentChildren } from 'preact';
import { type Content, useContent, useSay, type Words } from './speech.tsx';
import { uiTexts } from './texts.ts';

/** Views of one thing as links; the current one is marked. `label` names the set for screen readers. */
export function Tabs(props: {
  label: Words;
  tabs: readonly { label: Content; href: string; current: boolean; count?: number | undefined }[];
}) {
  const say = useSay();
  const content = useContent();
  return (
    <nav class="tabs" aria-label={say(props.label)}>
      <ul>
        {props.tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {content(tab.label)}
              {tab.count !== undefined && <span class="count"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Pages of a long list; pages are counted from 1. Nothing when there is only one. */
export function Pagination(props: { page: number; pages: number; href: (page: number) => string }) {
  const say = useSay();
  const { page, pages, href } = props;
  if (pages <= 1) return null;
  return (
    <nav class="pagination" aria-label={say(uiTexts.pages)}>
      {page > 1 && (
        <a class="button quiet small-button" href={href(page - 1)} rel="prev">
          {say(uiTexts.previousPage)}
        </a>
      )}
      <span>{say(uiTexts.pageOf, { page, pages })}</span>
      {page < pages && (
        <a class="button quiet small-button" href={href(page + 1)} rel="next">
          {say(uiTexts.nextPage)}
        </a>
      )}
    </nav>
  );
}

/** Something that opens in place, by the browser's own element. */
export function Disclosure(props: {
  summary: Content;
  open?: boolean | undefined;
  children?: ComponentChildren;
}) {
  const content = useContent();
  return (
    <details class="disclosure" open={props.open}>
      <summary>{content(props.summary)}</summary>
      <div class="flow">{props.children}</div>
    </details>
  );
}

/**
 * A native dialog, opened by `<DialogButton dialog={id} href={…}>`. It holds a whole form or text; its close
 * button needs no script (`method="dialog"`).
 */
export function Dialog(props: { id: string; title: Content; children?: ComponentChildren }) {
  const content = useContent();
  const say = useSay();
  return (
    <dialog class="dialog" id={props.id} aria-labelledby={`${props.id}-title`}>
      <div class="flow">
        <h2 id={`${props.id}-title`}>{content(props.title)}</h2>
        {props.children}
        <form method="dialog">
          <button class="button quiet" type="submit">
            {say(uiTexts.close)}
          </button>
        </form>
      </div>
    </dialog>
  );
}

/** How far something is, with words: "3 / 4 tehtävää". Without `value` it only says that work goes on. */
export function Progress(props: {
  label: Content;
  value?: number | undefined;
  max?: number | undefined;
  words?: Content | undefined;
}) {
  const content = useContent();
  return (
    <label class="progress">
      <span>
        <span>{content(props.label)}</span>
        {props.words !== undefined && <span class="quiet-ink">{content(props.words)}</span>}
      </span>
      <progress value={props.value} max={props.max ?? 100} />
    </label>
  );
}
