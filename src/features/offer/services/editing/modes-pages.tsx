import { Button, Buttons } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { ActForm, ErrorSummary, Form, type FormState, HiddenField } from '../../../../ui/form.tsx';
import { Notice, PageTitle, Section, Status } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { type ModeOffered, most, type ServiceMode, serviceModes } from '../content.ts';
import { modeTexts } from '../texts-catalogue.ts';
import { type Clash, ClashNotice } from './clash-notice.tsx';
import { LanguageFields, type WrittenField } from './language-fields.tsx';
import { ServiceLink } from './service-frame.tsx';
import { partTexts, texts } from './texts.ts';
import { texts as fieldTexts } from './texts-fields.ts';

type Named = { id: string; name: string };

/** Every mode there is: which of them the service has, and the way to write about each. */
export function ModesPage(props: {
  service: Named;
  modes: readonly ModeOffered[];
  incomplete: ReadonlySet<ServiceMode>;
  changedMeanwhile: boolean;
}) {
  const say = useSay();
  const { service } = props;
  return (
    <>
      <PageTitle title={partTexts.modes} above={<ServiceLink service={service} />} lead={texts.modesLead} />
      {props.changedMeanwhile && (
        <Notice kind="warning" title={texts.clashTitle} announce>
          {texts.clashLookAgain}
        </Notice>
      )}
      <DataTable
        caption={partTexts.modes}
        captionUnseen
        rows={serviceModes.map((mode) => ({ mode }))}
        rowKey={(row) => row.mode}
        columns={[
          {
            key: 'mode',
            label: texts.mode,
            cell: ({ mode }) => (
              <a href={`/office/services/${service.id}/modes/${mode}`}>{say(modeTexts[mode])}</a>
            ),
          },
          {
            key: 'state',
            label: texts.state,
            cell: ({ mode }) => {
              if (!props.modes.some((one) => one.mode === mode)) return say(texts.modeNotOffered);
              return props.incomplete.has(mode) ? (
                <Status mood="warning">{texts.incomplete}</Status>
              ) : (
                <Status mood="good">{texts.modeOffered}</Status>
              );
            },
          },
        ]}
      />
    </>
  );
}

const modeWritten: readonly WrittenField[] = [
  { name: 'needs', label: fieldTexts.modeNeeds, hint: fieldTexts.modeNeedsHint, most: most.short },
  { name: 'instructions', label: fieldTexts.modeInstructions, rows: 5, most: most.long },
];

/** One mode: what the client needs and how it is done. Saving it takes it into the service. */
export function ModePage(props: {
  service: Named;
  mode: ServiceMode;
  offered: boolean;
  form: FormState;
  seen: string;
  clash?: Clash | undefined;
}) {
  const say = useSay();
  const { service, mode, form } = props;
  const address = `/office/services/${service.id}/modes/${mode}`;
  return (
    <>
      <PageTitle
        title={modeTexts[mode]}
        above={
          <>
            <ServiceLink service={service} /> ›{' '}
            <a href={`/office/services/${service.id}/modes`}>{say(partTexts.modes)}</a>
          </>
        }
        lead={props.offered ? texts.draftLead : texts.modeNewLead}
      />
      <ErrorSummary form={form} />
      {props.clash && <ClashNotice clash={props.clash} written={modeWritten} typed={form} />}
      <div class="wide-form">
        <Form action={address} submit={texts.saveDraft}>
          <HiddenField name="seen" value={props.seen} />
          {modeWritten.map((field) => (
            <LanguageFields key={field.name} form={form} field={field} />
          ))}
        </Form>
      </div>
      {props.offered && (
        <Section title={texts.modeRemoval}>
          <p>{say(texts.modeRemovalText)}</p>
          <Buttons>
            <ActForm action={`${address}/removal`} fields={{ seen: props.seen }}>
              <Button kind="danger">{texts.modeRemove}</Button>
            </ActForm>
          </Buttons>
        </Section>
      )}
    </>
  );
}
