import { type Actor, hasRole } from '../../../platform/session.ts';
import { Tabs } from '../../../ui/ways.tsx';
import { texts } from './texts.ts';

type OfficePlace = 'summary' | 'details' | 'look' | 'units' | 'hours' | 'closedDays' | 'settings' | 'signIn';

const places: readonly { place: OfficePlace; href: string; administrator: boolean }[] = [
  { place: 'summary', href: '/office', administrator: false },
  { place: 'units', href: '/office/units', administrator: false },
  { place: 'hours', href: '/office/hours', administrator: false },
  { place: 'closedDays', href: '/office/closed-days', administrator: false },
  { place: 'details', href: '/office/details', administrator: true },
  { place: 'look', href: '/office/look', administrator: true },
  { place: 'settings', href: '/office/settings', administrator: true },
  { place: 'signIn', href: '/office/sign-in-providers', administrator: true },
];

/** The pages of the office that the actor may open. */
export function OfficeTabs(props: { actor: Actor; current: OfficePlace }) {
  const mine = places.filter((one) => !one.administrator || hasRole(props.actor, 'administrator'));
  return (
    <Tabs
      label={texts.officePages}
      tabs={mine.map((one) => ({
        label: texts[one.place],
        href: one.href,
        current: one.place === props.current,
      }))}
    />
  );
}
