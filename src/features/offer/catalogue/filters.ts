// Which services of the catalogue answer what somebody is looking for, and in which order. Pure.
import {
  type ServiceContent,
  type ServiceMode,
  type ServiceNeed,
  serviceModes,
  serviceNeeds,
} from '../services/door.ts';
import { distanceKm, type Point } from './distance.ts';

export const distances = [10, 25, 50, 100] as const;
export type Distance = (typeof distances)[number];

export type Wish = {
  mode: ServiceMode | undefined;
  need: ServiceNeed | undefined;
  /** From where, when somebody said it. */
  from: Point | undefined;
  /** At most so many kilometres away. */
  within: Distance | undefined;
};

type Filtered = Pick<ServiceContent, 'modes' | 'needs' | 'places'>;
/** A service that answers; how far its nearest place is from where one is, when both are known. */
export type Found<T> = { service: T; nearestKm: number | undefined };

/** Reads what a form sent by GET asks for; what is not one of the choices asks for nothing. */
export function wishFrom(query: (name: string) => string | undefined, from: Point | undefined): Wish {
  return {
    mode: serviceModes.find((mode) => mode === query('mode')),
    need: serviceNeeds.find((need) => need === query('need')),
    from,
    within: from && distances.find((one) => String(one) === query('within')),
  };
}

/**
 * The services that answer, nearest first when it is known where one is. What one may take part in from home is near
 * everywhere, unless one asks to come to a place.
 */
export function servicesFor<T extends { content: Filtered }>(all: readonly T[], wish: Wish): Found<T>[] {
  const found = all
    .filter(({ content }) => !wish.mode || content.modes.some((one) => one.mode === wish.mode))
    .filter(({ content }) => !wish.need || content.needs.includes(wish.need))
    .map((service) => ({ service, nearestKm: wish.from && nearest(service.content, wish.from) }))
    .filter((one) => near(one, wish));
  if (!wish.from) return found;
  const far = (one: { nearestKm: number | undefined }) => one.nearestKm ?? Number.POSITIVE_INFINITY;
  return found.sort((a, b) => (far(a) === far(b) ? 0 : far(a) - far(b)));
}

function near<T extends { content: Filtered }>({ service, nearestKm }: Found<T>, wish: Wish): boolean {
  if (wish.within === undefined) return true;
  if (nearestKm !== undefined && nearestKm <= wish.within) return true;
  return wish.mode !== 'in-person' && fromHome(service.content);
}

/** Whether one may take part without going anywhere. */
export function fromHome(content: Pick<ServiceContent, 'modes'>): boolean {
  return content.modes.some((one) => one.mode !== 'in-person' && one.mode !== 'hybrid');
}

/** Kilometres to the nearest place of the service whose whereabouts are known. */
function nearest(content: Filtered, from: Point): number | undefined {
  const far = content.places.flatMap(({ latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [distanceKm(from, { latitude, longitude })],
  );
  return far.length === 0 ? undefined : Math.min(...far);
}
