// Every fact of a day with its time, in the order it happened: what the suggestion and the confirmation rest on.
import type { ComponentChildren } from 'preact';
import { sayMinutes, type Text } from '../../../platform/language.ts';
import { Button } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ActForm } from '../../../ui/form.tsx';
import { type Say, useLanguage, useSay } from '../../../ui/speech.tsx';
import { type Hello, type HelpKind, type HelpOutcome, planTexts, type SeenSpan } from '../days/door.ts';
import { classTexts, sayMinute, sayTimeOn } from '../enrolments/door.ts';
import type { StaffDay } from './staff-day.ts';
import { staffTexts as texts } from './texts.ts';

type Fact = {
  key: string;
  /** For the order: minutes from the day's midnight. */
  minute: number;
  time: string;
  what: string;
  details: ComponentChildren;
  act?: ComponentChildren;
};

export function EvidenceTable({ of }: { of: StaffDay }) {
  const say = useSay();
  const facts = useFacts(of);
  return (
    <>
      <DataTable
        caption={texts.evidence}
        captionUnseen
        rows={facts}
        rowKey={(fact) => fact.key}
        columns={[
          { key: 'time', label: texts.when, cell: (fact) => <span class="number">{fact.time}</span> },
          { key: 'what', label: texts.what },
          { key: 'details', label: texts.details },
          ...(facts.some((fact) => fact.act)
            ? [{ key: 'act', label: texts.act, labelUnseen: true, cell: (fact: Fact) => fact.act ?? '' }]
            : []),
        ]}
        empty={<p class="quiet-ink">{say(texts.noEvidence)}</p>}
      />
      {!of.words && facts.length > 0 && <p class="small quiet-ink">{say(texts.wordsHidden)}</p>}
    </>
  );
}

const helloTexts: Record<Hello['way'], Text> = {
  page: texts.helloPage,
  room: texts.helloRoom,
  phone: texts.helloPhone,
  'on-site': texts.helloOnSite,
  midday: texts.helloMidday,
};
const liveTexts: Record<SeenSpan['way'], Text> = {
  video: texts.liveVideo,
  voice: texts.liveVoice,
  text: texts.liveText,
  phone: texts.livePhone,
  'on-site': texts.liveOnSite,
};
const helpTexts: Record<HelpKind, Text> = {
  technology: texts.helpTechnology,
  'call-me': texts.helpCallMe,
  other: texts.helpOther,
};
const outcomeTexts: Record<HelpOutcome, Text> = {
  solved: texts.outcomeSolved,
  'fell-back-to-phone': texts.outcomePhone,
  'not-reached': texts.outcomeNotReached,
  later: texts.outcomeLater,
};
const contactTexts = {
  call: texts.wayCall,
  message: texts.wayMessage,
  video: texts.wayVideo,
  'on-site': texts.wayOnSite,
} as const;
const proofTexts = { image: texts.proofPicture, audio: texts.proofSound, pdf: texts.proofDocument } as const;

function useFacts(of: StaffDay): Fact[] {
  const say = useSay();
  const language = useLanguage();
  const fact = (key: string, at: Temporal.Instant, what: Text, details: ComponentChildren = ''): Fact => ({
    key,
    minute: at.since(of.day.day.toZonedDateTime(of.zone).toInstant()).total('minutes'),
    time: sayTimeOn(language, at, of.day.day, of.zone),
    what: say(what),
    details,
  });
  const spans = of.suggested.facts.live.map((span, at): Fact => {
    const minutes = Math.round(span.to - span.from);
    return {
      key: `live-${at}`,
      minute: span.from,
      time: `${sayMinute(language, span.from)}–${sayMinute(language, span.to)}`,
      what: say(liveTexts[span.way]),
      details: sayMinutes(minutes),
      act: span.presenceId ? <TakeBack dayId={of.day.id} presenceId={span.presenceId} /> : undefined,
    };
  });
  return [...spans, ...clientFacts(of, say, fact), ...coachFacts(of, say, fact)].sort(
    (a, b) => a.minute - b.minute,
  );
}

type MakeFact = (key: string, at: Temporal.Instant, what: Text, details?: ComponentChildren) => Fact;

function clientFacts(of: StaffDay, say: Say, fact: MakeFact): Fact[] {
  const { facts } = of.suggested;
  const shown = new Map(of.ownWorks?.map((work) => [work.id, work]));
  const byCoach = facts.absence && facts.absence.toldBy !== of.day.clientId;
  return [
    ...facts.hellos.map((hello, at) => fact(`hello-${at}`, hello.at, helloTexts[hello.way])),
    ...(facts.plan
      ? [
          fact(
            'plan',
            facts.plan.writtenAt,
            texts.planMade,
            joined(...planWords(say, facts.plan.templates), of.words?.plan),
          ),
        ]
      : []),
    ...facts.ownWorks.map((work) =>
      fact(
        `work-${work.id}`,
        work.writtenAt,
        texts.ownWorkWritten,
        <OwnWork work={work} shown={shown.get(work.id)} />,
      ),
    ),
    ...(facts.diary
      ? [
          fact(
            'diary',
            facts.diary.writtenAt,
            texts.diaryWritten,
            joined(
              facts.diary.mood === null ? undefined : say(texts.moodOf, { mood: facts.diary.mood }),
              of.words?.diary,
            ),
          ),
        ]
      : []),
    ...(facts.absence
      ? [
          fact(
            'absence',
            facts.absence.toldAt,
            byCoach ? texts.absenceNoted : texts.absenceTold,
            joined(
              say(classTexts[facts.absence.class]),
              byCoach ? say(texts.byWhom, { name: of.names.get(facts.absence.toldBy) ?? '' }) : undefined,
              of.words?.absence,
            ),
          ),
        ]
      : []),
    ...of.help.map((help) =>
      fact(
        `help-${help.id}`,
        help.askedAt,
        helpTexts[help.kind],
        joined(
          help.outcome ? say(outcomeTexts[help.outcome]) : say(texts.outcomeOpen),
          help.handledBy ?? undefined,
          help.words,
        ),
      ),
    ),
  ];
}

function coachFacts(of: StaffDay, say: Say, fact: MakeFact): Fact[] {
  return [
    ...of.suggested.facts.contacts.map((contact, at) =>
      fact(
        `contact-${at}`,
        contact.at,
        contact.reached ? texts.contactReached : texts.contactMissed,
        joined(say(contactTexts[contact.way]), of.names.get(contact.coachId)),
      ),
    ),
    ...(of.day.silentSince ? [fact('silent', of.day.silentSince, texts.wentSilent)] : []),
  ];
}

const planWords = (say: Say, templates: readonly string[]) =>
  templates.flatMap((one) => (one in planTexts ? [say(planTexts[one as keyof typeof planTexts])] : []));

const joined = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' · ');

function OwnWork(props: {
  work: { minutes: number; proofs: number };
  shown: NonNullable<StaffDay['ownWorks']>[number] | undefined;
}) {
  const say = useSay();
  const { work, shown } = props;
  return (
    <>
      {joined(
        sayMinutes(work.minutes),
        say(texts.proofs, { count: work.proofs }),
        shown?.what,
        shown?.proofWords,
      )}
      {shown?.files.map((file) => (
        <>
          {' '}
          <a href={file.href}>{say(proofTexts[file.kind])}</a>
        </>
      ))}
    </>
  );
}

function TakeBack({ dayId, presenceId }: { dayId: string; presenceId: string }) {
  return (
    <ActForm action={`/days/${dayId}/presences/${presenceId}/withdrawal`}>
      <Button small>{texts.takeBack}</Button>
    </ActForm>
  );
}
