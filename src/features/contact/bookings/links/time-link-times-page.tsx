// Free times behind a client's personal link: one press books, or moves what is booked.
import { figuresOfDay, sayDay, type Text } from '../../../../platform/language.ts';
import { Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { ActForm } from '../../../../ui/form.tsx';
import { EmptyState, Notice, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { Tabs } from '../../../../ui/ways.tsx';
import type { FreeTime, Mode } from '../rules.ts';
import { SlotButtons } from '../slot-buttons.tsx';
import { texts } from '../texts.ts';
import { modeTexts } from '../words.ts';
import { linkPageTexts } from './texts-links.ts';
import { OfficePhone } from './time-link-page.tsx';

export type LinkTimes = {
  /** The path of this link, without a slash at its end. */
  path: string;
  moves: boolean;
  coachName: string;
  modes: readonly Mode[];
  mode: Mode;
  times: readonly FreeTime[];
  next: readonly FreeTime[];
  monday: Temporal.PlainDate;
  thisMonday: Temporal.PlainDate;
  refused: Text | undefined;
  officePhone: string | undefined;
};

export function LinkTimesPage(props: LinkTimes) {
  const say = useSay();
  const language = useLanguage();
  const { monday, times, moves, path } = props;
  const week = { from: figuresOfDay(language, monday), to: figuresOfDay(language, monday.add({ days: 6 })) };
  const at = (other: Temporal.PlainDate) => hrefOf(props, { monday: other });
  return (
    <>
      <PageTitle
        title={moves ? texts.move : texts.bookTime}
        above={say(linkPageTexts.withCoach, { name: props.coachName })}
        lead={say(moves ? texts.tapNewTime : texts.tapTime)}
      />
      {props.refused && <Notice kind="warning" title={props.refused} announce />}
      {!moves && props.modes.length > 1 && (
        <Tabs
          label={texts.way}
          tabs={props.modes.map((mode) => ({
            label: modeTexts[mode],
            href: hrefOf({ ...props, mode }, { monday }),
            current: mode === props.mode,
          }))}
        />
      )}
      {props.next.length > 0 && (
        <Section title={texts.nextFree}>
          <Slots link={props} times={props.next} withDay />
        </Section>
      )}
      <Section title={say(texts.week, week)}>
        {times.length === 0 ? (
          <EmptyState title={texts.noFree} text={linkPageTexts.noFreeText} />
        ) : (
          byDay(times).map(([day, ofDay]) => (
            <section key={day} class="flow">
              <h3>{sayDay(language, Temporal.PlainDate.from(day))}</h3>
              <Slots link={props} times={ofDay} />
            </section>
          ))
        )}
      </Section>
      <Buttons>
        {Temporal.PlainDate.compare(monday, props.thisMonday) > 0 && (
          <LinkButton href={at(monday.subtract({ weeks: 1 }))}>{texts.weekBefore}</LinkButton>
        )}
        <LinkButton href={at(monday.add({ weeks: 1 }))}>{texts.weekAfter}</LinkButton>
        {moves && (
          <LinkButton kind="text" href={path}>
            {texts.keep}
          </LinkButton>
        )}
      </Buttons>
      <OfficePhone phone={props.officePhone} />
    </>
  );
}

function Slots(props: { link: LinkTimes; times: readonly FreeTime[]; withDay?: boolean }) {
  const { path, mode, moves } = props.link;
  return (
    <ActForm action={`${path}/booking`} fields={moves ? {} : { mode }}>
      <SlotButtons times={props.times} withDay={props.withDay} />
    </ActForm>
  );
}

const byDay = (times: readonly FreeTime[]): [string, FreeTime[]][] => [
  ...Map.groupBy(times, (time) => time.day.toString()),
];

function hrefOf(link: LinkTimes, at: { monday: Temporal.PlainDate }): string {
  const query = new URLSearchParams({ week: at.monday.toString() });
  if (!link.moves) query.set('mode', link.mode);
  return `${link.path}${link.moves ? '/times' : ''}?${query}`;
}
