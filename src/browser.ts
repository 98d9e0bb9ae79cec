// Finds islands on the page and hydrates each. A page without this file works all the same.
import { h, hydrate } from 'preact';
import './ui/styles/likista.css';

type Island = { default: Parameters<typeof h>[0] };
const islands = import.meta.glob<Island>('./**/*.island.tsx');

for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const load = Object.entries(islands).find(([path]) =>
    path.endsWith(`/${place.dataset.island}.island.tsx`),
  )?.[1];
  if (!load) continue;
  const props = JSON.parse(place.dataset.props ?? '{}');
  load().then((island) => hydrate(h(island.default as never, props), place));
}
