// Letters that wait to be posted: the list, and the sheets to print.

import type { Language } from '../../../../platform/language.ts';
import { htmlLanguage } from '../../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { ActForm, Form, HiddenField } from '../../../../ui/form.tsx';
import { EmptyState, Notice, PageTitle, Tag } from '../../../../ui/parts.tsx';
import { Speech, useLanguage, useSay, useSpeech } from '../../../../ui/speech.tsx';
import type { DeliveryTo } from '../access.ts';
import { texts } from '../texts.ts';
import { type DeliveryCounts, DeliveryTabs, nameOf } from './deliveries-page.tsx';
import { sayInstant } from './said-time.ts';

export function LettersPage(props: {
  letters: readonly DeliveryTo[];
  counts: DeliveryCounts;
  posted: boolean;
}) {
  const language = useLanguage();
  const { letters } = props;
  return (
    <>
      <PageTitle
        title={texts.letters}
        action={
          letters.length > 0 && (
            <LinkButton kind="main" icon="file" href="/deliveries/letters/print">
              {texts.printAll}
            </LinkButton>
          )
        }
      />
      {props.posted && (
        <Notice kind="good" announce>
          {texts.postedDone}
        </Notice>
      )}
      <DeliveryTabs current="letters" counts={props.counts} />
      <DataTable
        caption={texts.letters}
        captionUnseen
        rows={letters}
        rowKey={({ delivery }) => delivery.id}
        columns={[
          {
            key: 'person',
            label: texts.person,
            cell: ({ person }) => (
              <>
                {nameOf(person)} {person.protected && <Tag>{texts.protectedMark}</Tag>}
              </>
            ),
          },
          {
            key: 'since',
            label: texts.since,
            cell: ({ delivery }) => sayInstant(language, delivery.dueAt),
          },
          {
            key: 'acts',
            label: texts.acts,
            labelUnseen: true,
            cell: ({ delivery, person }) => (
              <Buttons>
                <LinkButton small about={nameOf(person)} href={`/deliveries/letters/${delivery.id}`}>
                  {texts.print}
                </LinkButton>
                <ActForm action="/deliveries/letters/posted" fields={{ 'letter[]': delivery.id }}>
                  <Button small about={nameOf(person)}>
                    {texts.posted}
                  </Button>
                </ActForm>
              </Buttons>
            ),
          },
        ]}
        empty={<EmptyState title={texts.noLetters} text={texts.noLettersText} />}
      />
    </>
  );
}

export type LetterSheet = {
  id: string;
  language: Language;
  sender: string;
  receiver: string;
  address: string;
  day: string;
  greetingName: string;
  title: string;
  paragraphs: readonly string[];
};

/** Sheets to print, each on its own page, and one button to mark them all as posted. */
export function PrintedLettersPage({ letters }: { letters: readonly LetterSheet[] }) {
  const say = useSay();
  return (
    <>
      <div class="unprinted flow">
        <PageTitle title={texts.letters} lead={texts.printHow} />
        <Form action="/deliveries/letters/posted">
          {letters.map((letter) => (
            <HiddenField key={letter.id} name="letter[]" value={letter.id} />
          ))}
          <Buttons>
            <Button kind="main">{say(texts.allPosted, { count: letters.length })}</Button>
            <LinkButton kind="text" href="/deliveries/letters">
              {texts.lettersBack}
            </LinkButton>
          </Buttons>
        </Form>
      </div>
      {letters.map((letter) => (
        <Sheet key={letter.id} letter={letter} />
      ))}
    </>
  );
}

// A letter speaks its receiver's language, whatever the printer's is.
function Sheet({ letter }: { letter: LetterSheet }) {
  const speech = useSpeech();
  return (
    <Speech value={{ ...speech, language: letter.language }}>
      <SheetWords letter={letter} />
    </Speech>
  );
}

function SheetWords({ letter }: { letter: LetterSheet }) {
  const say = useSay();
  return (
    <article class="letter" lang={htmlLanguage(letter.language)} aria-label={letter.receiver}>
      <div class="letter-head">
        <p>{letter.sender}</p>
        <p class="letter-day">{letter.day}</p>
      </div>
      <address>
        {letter.receiver}
        {letter.address.split('\n').map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <h2>{letter.title}</h2>
      <p>{say(texts.dear, { name: letter.greetingName })}</p>
      {letter.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p>{say(texts.letterWay)}</p>
      <p>{letter.sender}</p>
    </article>
  );
}
