import type { ComponentChildren } from 'preact';
import { localeOf, sayMinutes, type Text } from '../../../../platform/language.ts';
import { DateField, NumberField, TextField } from '../../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { EmptyState, Notice, PageTitle, Section } from '../../../../ui/parts.tsx';
import { type Say, useLanguage, useSay } from '../../../../ui/speech.tsx';
import { ServicesLink, type ServiceTab, ServiceTabs } from '../editing/service-frame.tsx';
import type { AttendanceRule, ServiceBounds } from '../rules.ts';
import { ways } from './forms.ts';
import { HistoryTable, type Shown } from './history-table.tsx';
import { texts, wayTexts } from './texts.ts';

type PageProps<T> = {
  service: { id: string; name: string };
  history: readonly Shown<T>[];
  form: FormState;
  saved: boolean;
};

function CountingFrame(props: {
  service: { id: string; name: string };
  tab: ServiceTab;
  lead: Text;
  form: FormState;
  saved: boolean;
  history: ComponentChildren;
  children: ComponentChildren;
}) {
  const say = useSay();
  return (
    <>
      <PageTitle title={props.service.name} above={<ServicesLink />} />
      <ErrorSummary form={props.form} />
      <ServiceTabs id={props.service.id} current={props.tab} />
      {props.saved && (
        <Notice kind="good" announce>
          {texts.saved}
        </Notice>
      )}
      <p>{say(props.lead)}</p>
      {props.history}
      <Section title={texts.setNew}>
        <p>{say(texts.dataNotLaw)}</p>
        <Form action={`/office/services/${props.service.id}/${props.tab}`} submit={texts.save}>
          {props.children}
        </Form>
      </Section>
    </>
  );
}

/** What enrolments may be, from when and by what source. */
export function BoundsPage({ service, history, form, saved }: PageProps<ServiceBounds>) {
  const say = useSay();
  const locale = localeOf(useLanguage());
  const table = (
    <HistoryTable
      caption={texts.boundsHistory}
      valueLabel={texts.allowed}
      sourceLabel={texts.source}
      rows={history}
      what={(bounds) => <Lines lines={boundsLines(say, locale, bounds)} />}
      empty={<EmptyState title={texts.noBounds} text={texts.noBoundsText} />}
    />
  );
  return (
    <CountingFrame
      service={service}
      tab="bounds"
      lead={texts.boundsLead}
      form={form}
      saved={saved}
      history={table}
    >
      <p class="hint">{say(texts.emptyIsFree)}</p>
      <div class="pairs">
        <NumberField form={form} name="weekdays-least" label={texts.weekdaysLeast} required={false} />
        <NumberField form={form} name="weekdays-most" label={texts.weekdaysMost} required={false} />
        <NumberField form={form} name="hours-least" label={texts.hoursLeast} required={false} decimals />
        <NumberField form={form} name="hours-most" label={texts.hoursMost} required={false} decimals />
      </div>
      <NumberField form={form} name="allowance" label={texts.allowance} required={false} decimals />
      <DateField form={form} name="valid-from" label={texts.validFrom} hint={texts.validFromHint} />
      <TextField form={form} name="source" label={texts.source} hint={texts.sourceHint} maxLength={300} />
    </CountingFrame>
  );
}

/** The bounds in words, one line each: "1–4 päivää viikossa". */
function boundsLines(say: Say, locale: string, bounds: ServiceBounds): string[] {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const range = (of: { least?: number; most?: number }, unit: number) => {
    const [least, most] = [of.least, of.most].map((one) => one !== undefined && number.format(one / unit));
    if (least && most) return least === most ? least : `${least}–${most}`;
    return least ? say(texts.atLeast, { n: least }) : say(texts.atMost, { n: most || '' });
  };
  return [
    ...(bounds.weekdays ? [say(texts.weekdaysSaid, { range: range(bounds.weekdays, 1) })] : []),
    ...(bounds.dayMinutes ? [say(texts.hoursSaid, { range: range(bounds.dayMinutes, 60) })] : []),
    ...(bounds.allowanceCents === undefined
      ? []
      : [say(texts.allowanceSaid, { money: money.format(bounds.allowanceCents / 100) })]),
  ];
}

/** How a day of the service counts, from when and as agreed with whom. */
export function RulePage({ service, history, form, saved }: PageProps<AttendanceRule>) {
  const say = useSay();
  const table = (
    <HistoryTable
      caption={texts.ruleHistory}
      valueLabel={texts.rule}
      sourceLabel={texts.agreement}
      rows={history}
      what={(rule) => <Lines lines={ruleLines(say, rule)} />}
      empty={<EmptyState title={texts.noRule} text={texts.noRuleText} />}
    />
  );
  return (
    <CountingFrame
      service={service}
      tab="attendance-rule"
      lead={texts.ruleLead}
      form={form}
      saved={saved}
      history={table}
    >
      <h3>{say(texts.wholeDay)}</h3>
      <NumberField form={form} name="minimum" label={texts.minimum} />
      <h3>{say(texts.liveWeights)}</h3>
      <div class="pairs">
        {ways.map((way) => (
          <NumberField key={way} form={form} name={`weight-${way}`} label={wayTexts[way]} />
        ))}
      </div>
      <h3>{say(texts.ownWork)}</h3>
      <div class="pairs">
        <NumberField form={form} name="proved" label={texts.proved} />
        <NumberField form={form} name="unproved" label={texts.unproved} />
        <NumberField form={form} name="own-work-cap" label={texts.ownWorkCap} />
      </div>
      <h3>{say(texts.contacts)}</h3>
      <div class="pairs">
        <NumberField form={form} name="diary" label={texts.diary} />
        <NumberField form={form} name="contact" label={texts.contact} />
        <NumberField form={form} name="contact-cap" label={texts.contactCap} />
      </div>
      <DateField form={form} name="valid-from" label={texts.validFrom} hint={texts.validFromHint} />
      <TextField
        form={form}
        name="agreement"
        label={texts.agreement}
        hint={texts.agreementHint}
        maxLength={500}
      />
    </CountingFrame>
  );
}

/** The rule in words, one line for each thing that counts. */
function ruleLines(say: Say, rule: AttendanceRule): string[] {
  const percent = (share: number) => say(texts.percentOf, { n: Math.round(share * 100) });
  const weights = ways.map((way) => rule.liveWeight[way]);
  const [first = 1] = weights;
  const presence = weights.every((weight) => weight === first)
    ? percent(first)
    : ways.map((way) => `${say(wayTexts[way]).toLowerCase()} ${percent(rule.liveWeight[way])}`).join(', ');
  return [
    say(texts.minimumSaid, { time: sayMinutes(rule.minimumMinutes) }),
    say(texts.presenceSaid, { shares: presence }),
    say(texts.ownWorkSaid, {
      cap: sayMinutes(rule.ownWorkCapMinutes),
      proved: percent(rule.ownWorkWeight.proved),
      unproved: percent(rule.ownWorkWeight.unproved),
    }),
    say(texts.contactSaid, {
      diary: sayMinutes(rule.diaryMinutes),
      contact: sayMinutes(rule.contactMinutes),
      cap: sayMinutes(rule.contactCapMinutes),
    }),
  ];
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <div>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
