// The pages about times that staff keep, as views of one thing.
import { type Actor, hasRole } from '../../../platform/session.ts';
import { Tabs } from '../../../ui/ways.tsx';
import { placeTexts } from './availability/texts-places.ts';
import { texts as poolTexts } from './pools/texts-pools.ts';
import { texts } from './texts.ts';

/** Hours are a coach's own; the shared lists are kept by those who lead. */
const pages = [
  { page: 'week', label: texts.weekView, href: '/times', roles: ['coach', 'manager'] },
  { page: 'hours', label: texts.myHours, href: '/times/hours', roles: ['coach'] },
  { page: 'pools', label: poolTexts.shared, href: '/times/pools', roles: ['manager'] },
  { page: 'places', label: placeTexts.places, href: '/times/places', roles: ['coach', 'manager'] },
  { page: 'drop-in', label: texts.dropIn, href: '/drop-in', roles: ['coach', 'manager'] },
] as const;

export function StaffTabs(props: { current: (typeof pages)[number]['page']; actor: Actor }) {
  const tabs = pages
    .filter(({ roles }) => hasRole(props.actor, ...roles))
    .map(({ page, label, href }) => ({ label, href, current: page === props.current }));
  return <Tabs label={texts.times} tabs={tabs} />;
}
