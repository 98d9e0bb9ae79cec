// Describing the places of meetings in person.
import { emptyForm, type FormState, readForm } from '../../../../platform/forms.ts';
import { allow, feature } from '../../../../platform/web.ts';
import { placeForm } from '../forms.ts';
import type { SignedInContext } from '../routes.tsx';
import {
  describePlace,
  forgetPlace,
  type MeetingPlace,
  placeNamed,
  placesOf,
  placesToDescribe,
} from './places.ts';
import { PlacesPage } from './places-page.tsx';
import { placeTexts as texts } from './texts-places.ts';

const staff = allow('coach', 'manager');

export const placeRoutes = feature()
  .get('/times/places', staff, async (c) => {
    const name = c.req.query('name')?.slice(0, 200);
    const known = name ? await placeNamed(c.var.tx, name) : undefined;
    return renderPlaces(c, { values: { name: name ?? '', ...(known && valuesOf(known)) }, errors: {} });
  })
  .post('/times/places', staff, async (c) => {
    const form = readForm(placeForm, c.var.form);
    if (!form.ok) return renderPlaces(c, form);
    const { name, address, directions, point } = form.value;
    await describePlace(c.var.tx, c.var.actor, {
      name,
      address: address ?? null,
      directions: directions ?? null,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
    });
    return c.redirect('/times/places', 303);
  })
  .post('/times/places/:id/removal', staff, async (c) => {
    await forgetPlace(c.var.tx, c.req.param('id'));
    return c.redirect('/times/places', 303);
  });

const valuesOf = ({ name, address, directions, latitude, longitude }: MeetingPlace) => ({
  name,
  address: address ?? '',
  directions: directions ?? '',
  point: latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`,
});

async function renderPlaces(c: SignedInContext, form: FormState = emptyForm) {
  const places = await placesOf(c.var.tx);
  const toDescribe = await placesToDescribe(c.var.tx);
  return c.render(<PlacesPage places={places} toDescribe={toDescribe} form={form} />, {
    title: texts.places,
    under: '/times',
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
  });
}
