// One service as everybody may read it: what it is, who it suits, how to take part, the path, and whom to call. The
// public page and the preview of a draft are this same content.
import type { ComponentChildren } from 'preact';
import { figuresOfDay, type Text } from '../../../platform/language.ts';
import { Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { Facts, PageTitle, Section, Tag } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import { sayPhone } from '../../ground/offices/panel.tsx';
import type { ModeOffered, PathStep, ServiceContent, ServiceKind, ServiceStage } from './content.ts';
import { PathDrawing } from './path-drawing.tsx';
import { hasEasy } from './readiness.ts';
import { actorTexts, durationTexts, kindTexts, modeTexts, payerTexts, viewTexts } from './texts-catalogue.ts';

export type ServiceViewProps = {
  content: ServiceContent;
  kind: ServiceKind;
  stage: ServiceStage;
  /** The day on which this version was published; a draft has none. */
  updatedOn?: Temporal.PlainDate | undefined;
};

/** The whole content of a service's page, its title included. */
export function ServiceView({ content, kind, stage, updatedOn }: ServiceViewProps) {
  const say = useSay();
  const language = useLanguage();
  const name = say(content.name);
  const above = say(kindTexts[kind]);
  return (
    <>
      <PageTitle title={name} above={above === name ? undefined : above} lead={content.summary} />
      {stage === 'pilot' && (
        <p>
          <Tag>{viewTexts.pilot}</Tag>
        </p>
      )}
      {content.contact.phone && (
        <Buttons>
          <LinkButton kind="main" icon="phone" href={`tel:${content.contact.phone}`}>
            {say(viewTexts.callUs, { phone: sayPhone(content.contact.phone) })}
          </LinkButton>
        </Buttons>
      )}
      <Section title={viewTexts.suits}>
        <Written text={content.suits} />
      </Section>
      <Section title={viewTexts.about}>
        <Written text={content.about} />
      </Section>
      {content.modes.length > 0 && <Ways modes={content.modes} />}
      {content.path.length > 0 && <Path path={content.path} />}
      {content.places.length > 0 && (
        <Section title={viewTexts.places}>
          <ul class="plain-list">
            {content.places.map((place) => (
              <li key={`${place.name} ${place.address}`}>
                <p class="strong">{place.name}</p>
                <p>{place.address}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <GoodToKnow content={content} />
      <Section title={viewTexts.contact}>
        <Written text={content.contact.text} />
        <ContactList contact={content.contact} />
      </Section>
      {updatedOn && (
        <p class="small quiet-ink">{say(viewTexts.updated, { day: figuresOfDay(language, updatedOn) })}</p>
      )}
    </>
  );
}

/** How to reach the service, also on paper. */
function ContactList({ contact: { phone, email } }: { contact: ServiceContent['contact'] }) {
  return (
    <Facts
      facts={[
        ...(phone ? [{ term: viewTexts.phone, value: <a href={`tel:${phone}`}>{sayPhone(phone)}</a> }] : []),
        ...(email ? [{ term: viewTexts.email, value: <a href={`mailto:${email}`}>{email}</a> }] : []),
      ]}
    />
  );
}

function Ways({ modes }: { modes: readonly ModeOffered[] }) {
  const say = useSay();
  return (
    <Section title={viewTexts.ways}>
      <p>{say(viewTexts.waysLead)}</p>
      <div>
        {modes.map((one) => (
          <Disclosure key={one.mode} summary={modeTexts[one.mode]}>
            <PlainFinnish of={[one.needs, one.instructions]} />
            <p>{say(viewTexts.needed, { what: say(one.needs) })}</p>
            <Paragraphs text={one.instructions} />
          </Disclosure>
        ))}
      </div>
    </Section>
  );
}

function Path({ path }: { path: readonly PathStep[] }) {
  return (
    <Section title={viewTexts.path}>
      <div class="path">
        <PathDrawing path={path} />
        <ol class="flow">
          {path.map((step, at) => (
            <Step key={at} step={step} />
          ))}
        </ol>
      </div>
    </Section>
  );
}

function Step({ step }: { step: PathStep }) {
  const say = useSay();
  const others = step.alternatives.filter((mode) => mode !== step.mode);
  const ways = say(modeTexts[step.mode]);
  const words = [
    others.length === 0
      ? ways
      : `${ways} ${say(viewTexts.or, { ways: others.map((mode) => say(modeTexts[mode]).toLowerCase()).join(', ') })}`,
    step.duration &&
      say(viewTexts.roughly, {
        time: say(durationTexts[step.duration.unit], { n: step.duration.amount }),
      }),
    say(actorTexts[step.who]),
  ];
  return (
    <li>
      <p class="strong">{say(step.title)}</p>
      <p class="small quiet-ink">{words.filter(Boolean).join('\u00a0· ')}</p>
      <PlainFinnish of={step.materials ? [step.what, step.materials] : [step.what]} />
      <Paragraphs text={step.what} />
      {step.materials && <p class="small">{say(viewTexts.materials, { what: say(step.materials) })}</p>}
    </li>
  );
}

function GoodToKnow({ content }: { content: ServiceContent }) {
  const say = useSay();
  const { producer } = content;
  const facts: { term: Text; value: ComponentChildren }[] = [
    { term: viewTexts.price, value: say(content.price) && <Written text={content.price} /> },
    {
      term: viewTexts.producer,
      value: producer.kind === 'bought' ? say(viewTexts.bought, { name: producer.name }) : producer.name,
    },
    { term: viewTexts.payer, value: say(payerTexts[content.payer]) },
    ...(content.legalBasis ? [{ term: viewTexts.legalBasis, value: say(content.legalBasis) }] : []),
    { term: viewTexts.controller, value: say(content.controller) },
  ];
  return (
    <Section title={viewTexts.goodToKnow}>
      <Facts facts={facts.filter((fact) => fact.value !== '')} />
    </Section>
  );
}

/** Says on a page in Easy Finnish that one of these texts is not in it, so that nobody takes it for Easy Finnish. */
function PlainFinnish({ of }: { of: readonly Text[] }) {
  const say = useSay();
  if (useLanguage() !== 'fi-simple' || of.every(hasEasy)) return null;
  return (
    <p>
      <Tag>{say(viewTexts.plainFinnish)}</Tag>
    </p>
  );
}

/** A text that somebody wrote, marked where it is not in the Easy Finnish of its page. */
function Written({ text }: { text: Text }) {
  return (
    <>
      <PlainFinnish of={[text]} />
      <Paragraphs text={text} />
    </>
  );
}

/** In paragraphs where an empty line was left. */
function Paragraphs({ text }: { text: Text }) {
  const say = useSay();
  const paragraphs = say(text)
    .split(/\n\s*\n/)
    .filter((one) => one.trim() !== '');
  return (
    <div class="flow">
      {paragraphs.map((paragraph, at) => (
        <p key={at} class="kept-lines">
          {paragraph.trim()}
        </p>
      ))}
    </div>
  );
}
