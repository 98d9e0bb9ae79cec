// A moderator's tools: reported messages, closing for today, opening hours.
import { sayWeekday } from '../../../platform/language.ts';
import { Button, Buttons } from '../../../ui/buttons.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form } from '../../../ui/form.tsx';
import { Card, Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import type { ChannelPageProps } from './channel-page.tsx';
import type { OpenReport } from './queries.ts';
import { reasonTexts } from './reasons.ts';
import { MessageBody } from './talk.tsx';
import { texts } from './texts.ts';

export function ChannelOrder(props: ChannelPageProps) {
  const { talk, state, seat } = props;
  const closedByHand =
    seat.closedUntil && Temporal.Instant.compare(props.now.toInstant(), seat.closedUntil) < 0;
  return (
    <Disclosure summary={texts.order} open={Object.keys(props.hoursForm.errors).length > 0}>
      {state.state !== 'ended' && (
        <ActForm action={`${talk.href}/closing`} fields={{ closed: closedByHand ? 'no' : 'yes' }}>
          <Button>{closedByHand ? texts.openAgain : texts.closeNow}</Button>
        </ActForm>
      )}
      <HoursForm {...props} />
    </Disclosure>
  );
}

/** What members have reported, before everything else: it waits for the moderator. */
export function Reports({ reports, href }: { reports: readonly OpenReport[]; href: string }) {
  if (reports.length === 0) return null;
  return (
    <Section title={texts.reports}>
      {reports.map((report) => (
        <Report key={report.messageId} report={report} href={href} />
      ))}
    </Section>
  );
}

function Report({ report, href }: { report: OpenReport; href: string }) {
  const say = useSay();
  const action = `${href}/messages/${report.messageId}/reports`;
  return (
    <Card
      above={say(texts.reportedBy, { name: report.reporterName, reason: say(reasonTexts[report.reason]) })}
    >
      {report.words && <p>{report.words}</p>}
      <blockquote class="message">
        <p class="message-head">
          <b>{report.message.authorName}</b>
        </p>
        <MessageBody message={report.message} />
      </blockquote>
      <Buttons>
        <ActForm action={action} fields={{ outcome: 'removed' }}>
          <Button small kind="danger">
            {texts.remove}
          </Button>
        </ActForm>
        <ActForm action={action} fields={{ outcome: 'kept' }}>
          <Button small>{texts.keep}</Button>
        </ActForm>
      </Buttons>
    </Card>
  );
}

function HoursForm({ talk, hoursForm }: ChannelPageProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <h3>{say(texts.hoursTitle)}</h3>
      <p class="quiet-ink">{say(texts.hoursLead)}</p>
      <ErrorSummary form={hoursForm} />
      <Form action={`${talk.href}/hours`} submit={texts.saveHours}>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <TextField
            key={weekday}
            form={hoursForm}
            name={`day-${weekday}`}
            label={sayWeekday(language, weekday)}
            hint={weekday === 1 ? texts.hoursHint : undefined}
            required={false}
            width="medium"
          />
        ))}
      </Form>
    </>
  );
}
