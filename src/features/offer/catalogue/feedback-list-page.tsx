// The office's list of feedback: what waits, and what has been dealt with.
import { figuresOfDay, htmlLanguage, sayTime } from '../../../platform/language.ts';
import { Button } from '../../../ui/buttons.tsx';
import { ActForm } from '../../../ui/form.tsx';
import { EmptyState, PageTitle } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Pagination, Tabs } from '../../../ui/ways.tsx';
import type { Feedback } from './feedback-queries.ts';
import { feedbackTexts as texts } from './texts.ts';

export function FeedbackListPage(props: {
  done: boolean;
  waiting: number;
  feedback: readonly Feedback[];
  page: number;
  pages: number;
  /** In which the office reads times. */
  zone: string;
}) {
  const { done, feedback } = props;
  const here = (page: number) => `/service-feedback?${done ? 'done&' : ''}page=${page}`;
  return (
    <>
      <PageTitle title={texts.listTitle} lead={texts.listLead} />
      <Tabs
        label={texts.listTitle}
        tabs={[
          { label: texts.waiting, href: '/service-feedback', current: !done, count: props.waiting },
          { label: texts.done, href: '/service-feedback?done', current: done },
        ]}
      />
      {feedback.length === 0 ? (
        <EmptyState
          title={done ? texts.noneDone : texts.noneWaiting}
          text={done ? undefined : texts.noneWaitingText}
        />
      ) : (
        <ul class="plain-list">
          {feedback.map((one) => (
            <One key={one.id} one={one} zone={props.zone} />
          ))}
        </ul>
      )}
      <Pagination page={props.page} pages={props.pages} href={here} />
    </>
  );
}

function One({ one, zone }: { one: Feedback; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  const at = one.givenAt.toZonedDateTimeISO(zone);
  const given = say(texts.givenOn, {
    day: figuresOfDay(language, at.toPlainDate()),
    time: sayTime(language, at.toPlainTime()),
  });
  return (
    <li class="flow">
      <p>
        <span class="strong">{say(one.service)}</span> <span class="small quiet-ink">{given}</span>
      </p>
      <p class="kept-lines" lang={htmlLanguage(one.language)}>
        {one.words}
      </p>
      <p class="small">
        {one.contact ? say(texts.wantsAnswer, { contact: one.contact }) : say(texts.noContact)}
      </p>
      <ActForm action={`/service-feedback/${one.id}/${one.doneAt ? 'reopening' : 'done'}`}>
        <Button small about={say(one.service)}>
          {one.doneAt ? texts.reopen : texts.markDone}
        </Button>
      </ActForm>
    </li>
  );
}
