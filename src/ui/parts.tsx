// The plain parts that pages are built of.
import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';
import { type Content, useContent, useSay, type Words } from './speech.tsx';
import { uiTexts } from './texts.ts';

/** The one large title of a page, a quiet line above it, a lead below, and the main act on the right. */
export function PageTitle(props: {
  title: Content;
  above?: Content | undefined;
  lead?: Content | undefined;
  action?: ComponentChildren;
}) {
  const content = useContent();
  return (
    <div class="page-title">
      <div>
        {props.above !== undefined && <p class="quiet-ink">{content(props.above)}</p>}
        <h1>{content(props.title)}</h1>
        {props.lead !== undefined && <p class="lead">{content(props.lead)}</p>}
      </div>
      {props.action}
    </div>
  );
}

export type NoticeKind = 'info' | 'good' | 'warning' | 'bad';
const noticeTitles = {
  info: uiTexts.infoTitle,
  good: uiTexts.goodTitle,
  warning: uiTexts.warningTitle,
  bad: uiTexts.badTitle,
} as const;

/**
 * Tells something about the page. Its kind shows by colour, drawing and words. `announce` reads it aloud when it
 * answers what the reader just did (after a redirect: true).
 */
export function Notice(props: {
  kind: NoticeKind;
  title?: Content | undefined;
  announce?: boolean | undefined;
  children?: Content;
}) {
  const content = useContent();
  return (
    <div class={`notice ${props.kind}`} role={props.announce ? 'status' : undefined}>
      <Icon name={props.kind} />
      <div>
        <p class="strong">{content(props.title ?? noticeTitles[props.kind])}</p>
        {props.children !== undefined && <div class="flow">{content(props.children)}</div>}
      </div>
    </div>
  );
}

/** The one card that matters on the page, or a bordered group of things. */
export function Card(props: {
  above?: Content | undefined;
  title?: Content | undefined;
  children?: ComponentChildren;
}) {
  const content = useContent();
  return (
    <section class="card">
      {props.above !== undefined && <p class="small quiet-ink">{content(props.above)}</p>}
      {props.title !== undefined && <h2 class="card-title">{content(props.title)}</h2>}
      {props.children}
    </section>
  );
}

/** A part of a page with its heading. */
export function Section(props: { title: Content; id?: string | undefined; children?: ComponentChildren }) {
  const content = useContent();
  return (
    <section class="section" id={props.id}>
      <h2>{content(props.title)}</h2>
      {props.children}
    </section>
  );
}

export type Mood = 'good' | 'now' | 'warning' | 'bad' | 'quiet';

/** A word about a state with a mark whose shape tells it too: tick, sun, triangle, octagon, ring. */
export function Status(props: { mood: Mood; children: Content }) {
  const content = useContent();
  return (
    <span class={`status ${props.mood}`}>
      <StatusMark mood={props.mood} />
      {content(props.children)}
    </span>
  );
}

function StatusMark({ mood }: { mood: Mood }) {
  if (mood === 'now' || mood === 'quiet') return <i class="mark" aria-hidden="true" />;
  return <Icon name={mood} />;
}

/** A quiet word about a kind of thing (mode, category): never a state. */
export function Tag(props: { children: Content }) {
  const content = useContent();
  return <span class="tag">{content(props.children)}</span>;
}

/** A message with a strong edge that answers "does today count?" and the like. */
export function Counts(props: {
  mood: 'good' | 'warning' | 'bad' | 'quiet';
  title: Content;
  children?: Content;
}) {
  const content = useContent();
  return (
    <div class={`counts ${props.mood}`}>
      <p class="strong">{content(props.title)}</p>
      {props.children !== undefined && <div class="small quiet-ink">{content(props.children)}</div>}
    </div>
  );
}

/** Says what will be here and the first step. */
export function EmptyState(props: {
  title: Content;
  text?: Content | undefined;
  action?: ComponentChildren;
}) {
  const content = useContent();
  return (
    <div class="empty">
      <p class="strong">{content(props.title)}</p>
      {props.text !== undefined && <p class="quiet-ink">{content(props.text)}</p>}
      {props.action}
    </div>
  );
}

/** Facts as a list of term and value. */
export function Facts(props: { facts: readonly { term: Content; value: Content }[] }) {
  const content = useContent();
  return (
    <dl class="facts">
      {props.facts.map((fact, at) => (
        <div key={at}>
          <dt>{content(fact.term)}</dt>
          <dd>{content(fact.value)}</dd>
        </div>
      ))}
    </dl>
  );
}

export type Figure = {
  value: string | number;
  label: Words;
  /** Where the rows behind the figure are. */
  href?: string | undefined;
  mood?: 'warning' | 'bad' | 'good' | undefined;
};

/** Three to five figures, each a link to what it counts. */
export function Figures(props: { figures: readonly Figure[]; label?: Words | undefined }) {
  const say = useSay();
  return (
    <ul class="figures" aria-label={props.label && say(props.label)}>
      {props.figures.map((figure, at) => {
        const inside = (
          <>
            <b>{figure.value}</b> <span>{say(figure.label)}</span>
          </>
        );
        return (
          <li key={at} class={figure.mood}>
            {figure.href ? <a href={figure.href}>{inside}</a> : <div>{inside}</div>}
          </li>
        );
      })}
    </ul>
  );
}

/** A moment or day for people and for machines: `iso` is what the `datetime` attribute takes. */
export function Time(props: { iso: string; children: ComponentChildren }) {
  return <time datetime={props.iso}>{props.children}</time>;
}
