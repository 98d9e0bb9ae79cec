// Calls that wait to be made: the list, and one call with what to say.

import { htmlLanguage, type Language } from '../../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { TextArea } from '../../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { Card, EmptyState, Notice, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import type { DeliveryTo } from '../access.ts';
import { callTries } from '../rules.ts';
import { texts } from '../texts.ts';
import { type DeliveryCounts, DeliveryTabs, nameOf } from './deliveries-page.tsx';
import { sayInstant } from './said-time.ts';

export function CallsPage(props: {
  calls: readonly DeliveryTo[];
  counts: DeliveryCounts;
  done: 'reached' | 'not-reached' | undefined;
}) {
  const language = useLanguage();
  return (
    <>
      <PageTitle title={texts.calls} />
      {props.done && (
        <Notice kind={props.done === 'reached' ? 'good' : 'info'} announce>
          {props.done === 'reached' ? texts.reachedDone : texts.notReachedDone}
        </Notice>
      )}
      <DeliveryTabs current="calls" counts={props.counts} />
      <DataTable
        caption={texts.calls}
        captionUnseen
        rows={props.calls}
        rowKey={({ delivery }) => delivery.id}
        columns={[
          { key: 'person', label: texts.person, cell: ({ person }) => nameOf(person) },
          { key: 'number', label: texts.number, cell: ({ person }) => person.phone ?? texts.noNumber },
          { key: 'since', label: texts.since, cell: ({ delivery }) => sayInstant(language, delivery.dueAt) },
          {
            key: 'tries',
            label: texts.tries,
            align: 'end',
            cell: ({ delivery }) => `${delivery.attempts} / ${callTries}`,
          },
          {
            key: 'acts',
            label: texts.acts,
            labelUnseen: true,
            cell: ({ delivery, person }) => (
              <LinkButton small icon="phone" about={nameOf(person)} href={`/deliveries/calls/${delivery.id}`}>
                {texts.openCall}
              </LinkButton>
            ),
          },
        ]}
        empty={<EmptyState title={texts.noCalls} text={texts.noCallsText} />}
      />
    </>
  );
}

export function CallPage(props: {
  call: DeliveryTo;
  paragraphs: readonly string[];
  language: Language;
  earlierNote: string;
  form: FormState;
}) {
  const say = useSay();
  const { person, delivery } = props.call;
  return (
    <>
      <PageTitle title={say(texts.callTitle, { name: nameOf(person) })} lead={texts.callLead} />
      <ErrorSummary form={props.form} />
      <Card title={texts.tellThis}>
        <div class="flow" lang={htmlLanguage(props.language)}>
          {props.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        {person.phone ? (
          <Buttons>
            <LinkButton icon="phone" href={`tel:${person.phone.replace(/[^\d+]/g, '')}`}>
              {say(texts.callNumber, { number: person.phone.replaceAll(' ', '\u00a0') })}
            </LinkButton>
          </Buttons>
        ) : (
          <Notice kind="warning">{texts.callNoNumber}</Notice>
        )}
      </Card>
      {props.earlierNote !== '' && (
        <Section title={texts.earlierNote}>
          <div class="flow">
            {props.earlierNote.split('\n').map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </Section>
      )}
      <Form action={`/deliveries/calls/${delivery.id}`}>
        <TextArea form={props.form} name="note" label={texts.note} hint={texts.noteHint} required={false} />
        <Buttons>
          <Button kind="main" name="outcome" value="reached">
            {texts.reached}
          </Button>
          <Button name="outcome" value="not-reached">
            {texts.notReached}
          </Button>
        </Buttons>
      </Form>
    </>
  );
}
