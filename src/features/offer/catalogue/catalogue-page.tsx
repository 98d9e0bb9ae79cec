// The public list of services: what there is, and how to find what fits. Works without script; the form asks by GET.
import type { Text } from '../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { SelectField, TextField } from '../../../ui/fields.tsx';
import { Form, type FormState } from '../../../ui/form.tsx';
import { EmptyState, PageTitle } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import { sayPhone } from '../../ground/offices/panel.tsx';
import { type ServiceMode, serviceModes, serviceNeeds } from '../services/door.ts';
import { modeTexts, needTexts, pilotText } from '../services/panel.tsx';
import { distances } from './filters.ts';
import { texts } from './texts.ts';

export type ListedService = {
  href: string;
  name: Text;
  summary: Text;
  modes: readonly ServiceMode[];
  pilot: boolean;
  nearestKm: number | undefined;
  fromHome: boolean;
};

export type CatalogueProps = {
  here: string;
  services: readonly ListedService[];
  /** What was asked, with an error when the place is not known. */
  form: FormState;
  filtered: boolean;
  /** The place that distances are measured from. */
  from: string | undefined;
  /** Places to offer while one writes. */
  suggestions: readonly string[];
  phone: string | undefined;
  /** From the Easy Finnish list to the list of all. */
  allHref: string | undefined;
};

export function CataloguePage(props: CatalogueProps) {
  const say = useSay();
  const { services, filtered, phone } = props;
  return (
    <>
      <PageTitle title={texts.title} lead={texts.lead} />
      {phone && (
        <p>
          {say(texts.notSure)}{' '}
          <a class="strong" href={`tel:${phone}`}>
            {say(texts.callUs, { phone: sayPhone(phone) })}
          </a>
        </p>
      )}
      {(services.length > 0 || filtered) && <Filters {...props} />}
      {filtered && (
        <div class="flow" role="status">
          <p class="strong">{say(texts.found, { n: services.length })}</p>
          {props.from && <p class="small quiet-ink">{say(texts.measuredFrom, { place: props.from })}</p>}
          {services.length > 0 && (
            <p>
              <a href={props.here}>{say(texts.showAll)}</a>
            </p>
          )}
        </div>
      )}
      {services.length === 0 ? <Nothing {...props} /> : <List services={services} />}
      {props.allHref && (
        <p>
          <a href={props.allHref}>{say(texts.allInFinnish)}</a>
        </p>
      )}
    </>
  );
}

function Filters({ here, form, filtered, suggestions }: CatalogueProps) {
  const say = useSay();
  const all = <T extends string>(values: readonly T[], words: Readonly<Record<T, Text>>) =>
    values.map((value) => ({ value, label: words[value] }));
  return (
    <Disclosure summary={texts.filter} open={filtered}>
      <Form action={here} method="get">
        <div class="filters">
          <SelectField
            form={form}
            name="need"
            label={texts.need}
            choose={texts.anyNeed}
            options={all(serviceNeeds, needTexts)}
          />
          <SelectField
            form={form}
            name="mode"
            label={texts.mode}
            choose={texts.anyMode}
            options={all(serviceModes, modeTexts)}
          />
          <TextField
            form={form}
            name="from"
            label={texts.from}
            hint={texts.fromHint}
            width="medium"
            suggestions={suggestions}
          />
          <SelectField
            form={form}
            name="within"
            label={texts.within}
            choose={texts.anyDistance}
            options={distances.map((km) => ({ value: String(km), label: say(texts.kilometres, { km }) }))}
          />
        </div>
        <Buttons>
          <Button kind="main">{texts.find}</Button>
        </Buttons>
      </Form>
    </Disclosure>
  );
}

function List({ services }: { services: readonly ListedService[] }) {
  const say = useSay();
  return (
    <ul class="plain-list">
      {services.map((service) => (
        <li key={service.href} class="listed">
          <h2>
            <a href={service.href}>{say(service.name)}</a>
          </h2>
          <p>{say(service.summary)}</p>
          <p class="small quiet-ink">
            {service.pilot && (
              <b>
                {say(pilotText)}
                {'\u00a0· '}
              </b>
            )}
            {service.modes.map((mode) => say(modeTexts[mode])).join('\u00a0· ')}
            <Away service={service} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Away({ service: { nearestKm, fromHome } }: { service: ListedService }) {
  const say = useSay();
  if (nearestKm === undefined) return null;
  const km = Math.round(nearestKm);
  return (
    <>
      <br />
      <b>{km < 1 ? say(texts.near) : say(texts.away, { km })}</b>
      {fromHome && `, ${say(texts.fromHome)}`}
    </>
  );
}

function Nothing({ filtered, here }: CatalogueProps) {
  if (!filtered) return <EmptyState title={texts.none} text={texts.noneText} />;
  return (
    <EmptyState
      title={texts.nothingFits}
      text={texts.nothingFitsText}
      action={<LinkButton href={here}>{texts.showAll}</LinkButton>}
    />
  );
}
