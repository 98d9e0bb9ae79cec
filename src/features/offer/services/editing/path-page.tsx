import { Button, LinkButton } from '../../../../ui/buttons.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { EmptyState, Notice, PageTitle, Section, Status } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { most, type PathStep } from '../content.ts';
import { durationTexts, modeTexts } from '../texts-catalogue.ts';
import { actorTexts, stepKindTexts } from '../texts-choices.ts';
import { ServiceLink } from './service-frame.tsx';
import { partTexts, texts } from './texts.ts';
import { texts as versionTexts } from './texts-versions.ts';

type Named = { id: string; name: string };

export type PathPageProps = {
  service: Named;
  path: readonly PathStep[];
  /** Places of steps, from 0, in which something is missing. */
  incomplete: ReadonlySet<number>;
  /** Places of steps that a page in Easy Finnish will show in plain Finnish. */
  notEasy: ReadonlySet<number>;
  templates: readonly { id: string; name: string }[];
  seen: string;
  templateForm: FormState;
  /** What was just done, told once. */
  said: 'changed' | 'saved' | 'kept' | undefined;
};

/** The path as a list to order, and paths to start from. */
export function PathPage(props: PathPageProps) {
  const { service, path } = props;
  const at = `/office/services/${service.id}/path`;
  const add = path.length < most.steps && (
    <LinkButton kind="main" href={`${at}/new`}>
      {versionTexts.addStep}
    </LinkButton>
  );
  return (
    <>
      <PageTitle
        title={partTexts.path}
        above={<ServiceLink service={service} />}
        lead={versionTexts.pathLead}
        action={path.length > 0 && add}
      />
      <ErrorSummary form={props.templateForm} />
      <Said said={props.said} />
      {path.length === 0 ? (
        <EmptyState title={versionTexts.noSteps} text={versionTexts.noStepsText} action={add} />
      ) : (
        <ol class="path-steps">
          {path.map((step, place) => (
            <StepRow
              key={place}
              base={at}
              step={step}
              place={place}
              last={place === path.length - 1}
              incomplete={props.incomplete.has(place)}
              notEasy={props.notEasy.has(place)}
              seen={props.seen}
            />
          ))}
        </ol>
      )}
      {path.length === 0 && <StartFrom base={at} templates={props.templates} seen={props.seen} />}
      {path.length > 0 && (
        <Section title={versionTexts.saveAsTemplate}>
          <Form action={`${at}/templates`} inline>
            <TextField
              form={props.templateForm}
              name="name"
              label={versionTexts.templateName}
              maxLength={most.name}
            />
            <Button>{versionTexts.saveTemplate}</Button>
          </Form>
        </Section>
      )}
    </>
  );
}

function Said({ said }: { said: PathPageProps['said'] }) {
  if (said === 'changed') {
    return (
      <Notice kind="warning" title={texts.clashTitle} announce>
        {texts.clashLookAgain}
      </Notice>
    );
  }
  if (!said) return null;
  return (
    <Notice kind="good" title={said === 'saved' ? texts.draftSaved : versionTexts.templateSaved} announce>
      {said === 'saved' ? texts.draftSavedText : versionTexts.templateSavedText}
    </Notice>
  );
}

function StepRow(props: {
  base: string;
  step: PathStep;
  place: number;
  last: boolean;
  incomplete: boolean;
  notEasy: boolean;
  seen: string;
}) {
  const say = useSay();
  const { step, place, seen } = props;
  const address = `${props.base}/${place + 1}`;
  const title = say(step.title) || say(stepKindTexts[step.kind]);
  const about = [
    say(stepKindTexts[step.kind]),
    say(modeTexts[step.mode]),
    say(actorTexts[step.who]),
    step.duration && say(durationTexts[step.duration.unit], { n: step.duration.amount }),
  ];
  return (
    <li id={`step-${place + 1}`}>
      <div>
        <p class="strong">
          <a href={address}>{title}</a>
        </p>
        <p class="small quiet-ink">{about.filter((words) => words && words !== title).join(' · ')}</p>
        {props.incomplete && (
          <p>
            <Status mood="warning">{texts.incomplete}</Status>
          </p>
        )}
        {props.notEasy && <p class="small quiet-ink">{say(texts.easyMissing)}</p>}
      </div>
      <div class="acts">
        {place > 0 && (
          <ActForm action={`${address}/moves`} fields={{ seen, to: 'up' }}>
            <Button small about={title}>
              {versionTexts.moveUp}
            </Button>
          </ActForm>
        )}
        {!props.last && (
          <ActForm action={`${address}/moves`} fields={{ seen, to: 'down' }}>
            <Button small about={title}>
              {versionTexts.moveDown}
            </Button>
          </ActForm>
        )}
        <ActForm action={`${address}/removal`} fields={{ seen }}>
          <Button small about={title}>
            {versionTexts.remove}
          </Button>
        </ActForm>
      </div>
    </li>
  );
}

function StartFrom(props: {
  base: string;
  templates: readonly { id: string; name: string }[];
  seen: string;
}) {
  const say = useSay();
  return (
    <Section title={versionTexts.startFrom}>
      <p>{say(versionTexts.startFromText)}</p>
      <div class="acts">
        {props.templates.map((template) => (
          <ActForm
            key={template.id}
            action={`${props.base}/start`}
            fields={{ seen: props.seen, template: template.id }}
          >
            <Button>{template.name}</Button>
          </ActForm>
        ))}
      </div>
    </Section>
  );
}
