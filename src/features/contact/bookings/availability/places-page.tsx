// The places of meetings in person as staff describe them.
import type { Actor } from '../../../../platform/session.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { TextArea, TextField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { EmptyState, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import type { UnitChoices } from '../../../offer/services/door.ts';
import { UnitField } from '../../../offer/services/panel.tsx';
import { mapHref } from '../place-words.tsx';
import { StaffTabs } from '../staff-tabs.tsx';
import type { MeetingPlace } from './places.ts';
import { placeTexts as texts } from './texts-places.ts';

const hrefOf = (name: string, unitId?: string | null) =>
  `/times/places?${new URLSearchParams({ name, ...(unitId ? { unit: unitId } : {}) })}`;

export function PlacesPage(props: {
  actor: Actor;
  places: readonly (MeetingPlace & { kept: boolean })[];
  toDescribe: readonly string[];
  /** To which units a place may belong. */
  choices: UnitChoices;
  form: FormState;
}) {
  const say = useSay();
  const { places, toDescribe, form, choices } = props;
  const unitName = (id: string) => say(choices.units.find((unit) => unit.id === id)?.name ?? '');
  return (
    <>
      <PageTitle title={texts.places} lead={say(texts.placesText)} />
      <StaffTabs current="places" actor={props.actor} />
      <ErrorSummary form={form} />
      {places.length === 0 && <EmptyState title={texts.noPlaces} text={texts.noPlacesText} />}
      {places.map((place) => (
        <Section key={place.id} title={place.name}>
          <div class="flow">
            {place.unitId && <p class="quiet-ink">{unitName(place.unitId)}</p>}
            {place.address && <p>{place.address}</p>}
            {place.directions && <p>{place.directions}</p>}
            <p>
              <a href={mapHref(place.name, place)} rel="noreferrer">
                {say(texts.openMap)}
              </a>
            </p>
          </div>
          {place.kept && (
            <Buttons>
              <LinkButton small href={hrefOf(place.name, place.unitId)} about={place.name}>
                {texts.change}
              </LinkButton>
              <ActForm action={`/times/places/${place.id}/removal`}>
                <Button small about={place.name}>
                  {texts.forget}
                </Button>
              </ActForm>
            </Buttons>
          )}
        </Section>
      ))}
      {toDescribe.length > 0 && (
        <Section title={texts.toDescribe}>
          <ul>
            {toDescribe.map((name) => (
              <li key={name}>
                <a href={hrefOf(name)}>{name}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <PlaceForm form={form} choices={choices} />
    </>
  );
}

function PlaceForm({ form, choices }: { form: FormState; choices: UnitChoices }) {
  return (
    <Form action="/times/places" submit={texts.keep}>
      <TextField form={form} name="name" label={texts.name} hint={texts.nameHint} width="medium" />
      <UnitField form={form} choices={choices} />
      <TextField form={form} name="address" label={texts.address} required={false} />
      <TextArea
        form={form}
        name="directions"
        label={texts.directions}
        hint={texts.directionsHint}
        required={false}
      />
      <TextField
        form={form}
        name="point"
        label={texts.point}
        hint={texts.pointHint}
        required={false}
        width="medium"
      />
    </Form>
  );
}
