// Describing the places of meetings in person.
import { emptyForm, type FormState, readForm, valuesOf as valuesSent } from '../../../../platform/forms.ts';
import { allow, feature } from '../../../../platform/web.ts';
import { unitsHeldBy } from '../../../ground/people/door.ts';
import { unitChoices, unitFrom } from '../../../offer/services/door.ts';
import { placeForm } from '../forms.ts';
import type { SignedInContext } from '../routes.tsx';
import { describePlace, forgetPlace, type MeetingPlace, placesOf, placesToDescribe } from './places.ts';
import { PlacesPage } from './places-page.tsx';
import { placeTexts as texts } from './texts-places.ts';

const staff = allow('coach', 'manager');

export const placeRoutes = feature()
  .get('/times/places', staff, async (c) => {
    const [name, unit] = [c.req.query('name')?.slice(0, 200) ?? '', c.req.query('unit') ?? ''];
    const known = (await placesOf(c.var.tx, reachOf(c))).find(
      (place) =>
        place.kept && place.name.toLowerCase() === name.toLowerCase() && (place.unitId ?? '') === unit,
    );
    return renderPlaces(c, { values: { name, unit, ...(known && valuesOf(known)) }, errors: {} });
  })
  .post('/times/places', staff, async (c) => {
    const form = readForm(placeForm, c.var.form);
    if (!form.ok) return renderPlaces(c, form);
    const { name, address, directions, point } = form.value;
    const unit = unitFrom(form.value.unit, await unitChoices(c.var.tx, reachOf(c)));
    if (!unit.ok) return renderPlaces(c, { values: valuesSent(c.var.form), errors: unit.errors });
    await describePlace(c.var.tx, c.var.actor, {
      unitId: unit.unitId,
      name,
      address: address ?? null,
      directions: directions ?? null,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
    });
    return c.redirect('/times/places', 303);
  })
  .post('/times/places/:id/removal', staff, async (c) => {
    await forgetPlace(c.var.tx, reachOf(c), c.req.param('id'));
    return c.redirect('/times/places', 303);
  });

/** The units whose places the actor may see and change. */
const reachOf = (c: SignedInContext) => unitsHeldBy(c.var.actor, 'coach', 'manager');

const valuesOf = ({ name, address, directions, latitude, longitude }: MeetingPlace) => ({
  name,
  address: address ?? '',
  directions: directions ?? '',
  point: latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`,
});

async function renderPlaces(c: SignedInContext, form: FormState = emptyForm) {
  const { tx } = c.var;
  const reach = reachOf(c);
  return c.render(
    <PlacesPage
      places={await placesOf(tx, reach)}
      actor={c.var.actor}
      toDescribe={await placesToDescribe(tx, reach)}
      choices={await unitChoices(tx, reach)}
      form={form}
    />,
    { title: texts.places, under: '/times', status: Object.keys(form.errors).length > 0 ? 422 : 200 },
  );
}
