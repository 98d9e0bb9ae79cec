// Starts an island in the place that the server wrote for it (ui/island.tsx).
import { type ComponentType, h, hydrate } from 'preact';

/** An island of whatever props: the server wrote those that it takes. */
export type AnyIsland = ComponentType<never>;

export function startIsland(place: HTMLElement, island: AnyIsland): void {
  place.dataset.started = '';
  hydrate(h(island as ComponentType, JSON.parse(place.dataset.props ?? '{}')), place);
}
