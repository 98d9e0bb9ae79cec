// Every part in each of its states on one page: what builders copy from, what axe and the eye check.
// The page belongs to the demonstration; its names and days are invented.
import { Arc, type ArcSegment } from './arc.tsx';
import { BarChart } from './bar-chart.tsx';
import { Button, Buttons, DialogButton, LinkButton } from './buttons.tsx';
import { DataTable } from './data-table.tsx';
import { DayList, Steps } from './day-list.tsx';
import {
  Card,
  Counts,
  EmptyState,
  Facts,
  Figures,
  Notice,
  PageTitle,
  Section,
  Status,
  Tag,
  Time,
} from './parts.tsx';
import { useSay } from './speech.tsx';
import { StyleForms } from './style-forms.tsx';
import { styleTexts as texts } from './style-texts.ts';
import { Dialog, Disclosure, Progress, Tabs } from './ways.tsx';

const day: readonly ArcSegment[] = [
  { from: 540, to: 568, state: 'attended', label: texts.morning },
  { from: 570, to: 720, state: 'now', label: texts.ownTasks },
  { from: 750, to: 825, state: 'coming', label: texts.wellbeing },
  { from: 825, to: 900, state: 'coming', label: texts.dayEnd },
];
const wholeDay: readonly ArcSegment[] = day.map((part, at) => ({
  ...part,
  state: at === 2 ? 'missed' : 'attended',
}));
const silentDay: readonly ArcSegment[] = [{ from: 540, to: 581, state: 'missed', label: texts.morning }];

const people = [
  { id: 'a', name: 'Noora S.', mode: texts.text, hours: 0, silent: true, segments: silentDay },
  { id: 'b', name: 'Aino K.', mode: texts.video, hours: '2,5', silent: false, segments: day },
  { id: 'c', name: 'Otso L.', mode: texts.video, hours: 6, silent: false, segments: wholeDay },
];

/** `here` is the path of the style page itself: every link on it leads back to it. */
export function StylePage({ here }: { here: string }) {
  return (
    <>
      <PageTitle above={texts.above} title={texts.title} lead={texts.lead} />
      <Arcs />
      <ButtonStates here={here} />
      <States here={here} />
      <Lists />
      <Tables here={here} />
      <StyleForms here={here} />
      <Ways here={here} />
    </>
  );
}

function Arcs() {
  const say = useSay();
  return (
    <Section title={texts.arcs}>
      <Arc size="large" start={540} end={900} now={581} segments={day} label={texts.arcs}>
        <p class="strong">{say(texts.ownTasks)}</p>
      </Arc>
      <Arc size="large" start={540} end={900} segments={wholeDay} label={texts.arcs} />
      <Arc size="row" start={540} end={900} now={581} segments={silentDay} label={texts.arcs} />
      <Arc size="tiny" start={540} end={900} segments={wholeDay} label={texts.arcs} />
    </Section>
  );
}

function ButtonStates({ here }: { here: string }) {
  return (
    <Section title={texts.buttons}>
      <Buttons>
        <LinkButton kind="main" href={here}>
          {texts.start}
        </LinkButton>
        <LinkButton href={here} icon="phone">
          {texts.call}
        </LinkButton>
        <LinkButton kind="text" href={here}>
          {texts.cannotCome}
        </LinkButton>
        <LinkButton kind="danger" href={here}>
          {texts.remove}
        </LinkButton>
        <Button type="button" disabled>
          {texts.waiting}
        </Button>
      </Buttons>
    </Section>
  );
}

function States({ here }: { here: string }) {
  return (
    <Section title={texts.states}>
      <Notice kind="info">{texts.noticeText}</Notice>
      <Notice kind="good">{texts.noticeText}</Notice>
      <Notice kind="warning">{texts.noticeText}</Notice>
      <Notice kind="bad">{texts.noticeText}</Notice>
      <p class="statuses">
        <Status mood="good">{texts.youWereThere}</Status> <Status mood="now">{texts.now}</Status>{' '}
        <Status mood="warning">{texts.silent}</Status> <Status mood="bad">{texts.failed}</Status>{' '}
        <Status mood="quiet">{texts.away}</Status> <Tag>{texts.video}</Tag>
      </p>
      <Counts mood="good" title={texts.dayCounts}>
        {texts.noticeText}
      </Counts>
      <Counts mood="warning" title={texts.dayMayCount} />
      <Counts mood="bad" title={texts.dayDoesNotCount} />
      <EmptyState
        title={texts.emptyTitle}
        text={texts.emptyText}
        action={<LinkButton href={here}>{texts.book}</LinkButton>}
      />
    </Section>
  );
}

function Lists() {
  return (
    <Section title={texts.lists}>
      <Card above={texts.today} title={texts.ownTasks}>
        <DayList
          items={[
            { time: '9.00', title: texts.morning, state: 'past', word: texts.youWereThere },
            { time: '9.30', title: texts.ownTasks, state: 'now', word: texts.now },
            { time: '12.30', title: texts.wellbeing, note: 'Liikuntapalvelu Kaarna', state: 'coming' },
          ]}
        />
      </Card>
      <Steps
        steps={[
          { title: texts.firstTalk, state: 'done' },
          { title: texts.ownPlan, text: texts.noticeText, state: 'now' },
          { title: texts.trial, state: 'coming' },
        ]}
      />
      <Facts
        facts={[
          { term: texts.unit, value: texts.workshop },
          { term: texts.coach, value: 'Mika Saari' },
          { term: texts.clock, value: <Time iso="09:30">9.30</Time> },
        ]}
      />
    </Section>
  );
}

function Tables({ here }: { here: string }) {
  return (
    <Section title={texts.tables}>
      <Figures
        label={texts.clients}
        figures={[
          { value: 12, label: texts.expected, href: here },
          { value: 9, label: texts.present, href: here, mood: 'good' },
          { value: 1, label: texts.silent, href: here, mood: 'warning' },
          { value: 1, label: texts.away },
        ]}
      />
      <DataTable
        caption={texts.clients}
        rows={people}
        rowKey={(person) => person.id}
        rowMood={(person) => (person.silent ? 'warning' : undefined)}
        columns={[
          { key: 'name', label: texts.client },
          { key: 'mode', label: texts.mode, cell: (person) => <Tag>{person.mode}</Tag> },
          {
            key: 'day',
            label: texts.day,
            cell: (person) => (
              <Arc size="row" start={540} end={900} now={581} segments={person.segments} label={texts.arcs} />
            ),
          },
          { key: 'hours', label: texts.hours, align: 'end' },
          {
            key: 'acts',
            label: texts.acts,
            labelUnseen: true,
            cell: (person) => (
              <Buttons>
                <LinkButton small href={here} about={person.name}>
                  {person.silent ? texts.call : texts.message}
                </LinkButton>
              </Buttons>
            ),
          },
        ]}
        pagination={{ page: 2, pages: 3, href: (page) => `${here}?page=${page}` }}
      />
      <BarChart
        caption={texts.daysByMonth}
        unit={texts.dayUnit}
        bars={[
          { label: texts.september, value: 84, href: here },
          { label: texts.october, value: 112 },
          { label: texts.november, value: 61 },
        ]}
      />
    </Section>
  );
}

function Ways({ here }: { here: string }) {
  const say = useSay();
  return (
    <Section title={texts.ways}>
      <Tabs
        label={texts.ways}
        tabs={[
          { label: texts.today, href: here, current: true },
          { label: texts.week, href: `${here}?view=week`, current: false, count: 3 },
          { label: texts.month, href: `${here}?view=month`, current: false },
        ]}
      />
      <Disclosure summary={texts.whyCounted}>
        <p>{say(texts.noticeText)}</p>
      </Disclosure>
      <Progress label={texts.tasksDone} value={3} max={4} words={texts.threeOfFour} />
      <Progress label={texts.waiting} />
      <Buttons>
        <DialogButton dialog="example-dialog" href={here} kind="danger">
          {texts.remove}
        </DialogButton>
      </Buttons>
      <Dialog id="example-dialog" title={texts.sure}>
        <p>{say(texts.noticeText)}</p>
      </Dialog>
    </Section>
  );
}
