// Lists that go along time or along a path: the day's programme and the steps of something longer.
import type { ComponentChildren } from 'preact';
import { type Content, useContent, useSay } from './speech.tsx';
import { uiTexts } from './texts.ts';

export type DayItem = {
  /** "9.30", as `shortTime` says it. */
  time: string;
  title: Content;
  note?: Content | undefined;
  state: 'past' | 'now' | 'coming';
  /** The word at the end of the line: "olit mukana", "nyt". */
  word?: Content | undefined;
  href?: string | undefined;
};

/** The programme of a day, the text twin of the arc. */
export function DayList(props: { items: readonly DayItem[] }) {
  const content = useContent();
  return (
    <ol class="day-list">
      {props.items.map((item, at) => (
        <li key={at} class={item.state} aria-current={item.state === 'now' ? 'time' : undefined}>
          <span class="when">{item.time}</span>
          <div>
            {item.href ? (
              <a class="strong" href={item.href}>
                {content(item.title)}
              </a>
            ) : (
              <span class="strong">{content(item.title)}</span>
            )}
            {item.note !== undefined && <p class="small quiet-ink">{content(item.note)}</p>}
          </div>
          {item.word !== undefined && <span class="word">{content(item.word)}</span>}
        </li>
      ))}
    </ol>
  );
}

export type Step = {
  title: Content;
  text?: Content | undefined;
  state: 'done' | 'now' | 'coming';
  children?: ComponentChildren;
};

const stepTexts = { done: uiTexts.stepDone, now: uiTexts.stepNow, coming: uiTexts.stepComing } as const;

/** The steps of a path: what is done, what is now, what lies ahead. */
export function Steps(props: { steps: readonly Step[] }) {
  const content = useContent();
  const say = useSay();
  return (
    <ol class="steps">
      {props.steps.map((step, at) => (
        <li key={at} class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <p class="strong">
            {content(step.title)} <span class="tag">{say(stepTexts[step.state])}</span>
          </p>
          {step.text !== undefined && <p class="quiet-ink">{content(step.text)}</p>}
          {step.children}
        </li>
      ))}
    </ol>
  );
}
