import type { Text } from '../../../platform/language.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import { useSay } from '../../../ui/speech.tsx';
import { Tabs } from '../../../ui/ways.tsx';
import { texts } from './texts.ts';

type OfficePlace = 'summary' | 'details' | 'look' | 'units' | 'hours' | 'closedDays' | 'settings' | 'signIn';

type Place = { place: OfficePlace; href: string; administrator: boolean; about?: Text };

const places: readonly Place[] = [
  { place: 'summary', href: '/office', administrator: false },
  { place: 'units', href: '/office/units', administrator: false, about: texts.aboutUnits },
  { place: 'hours', href: '/office/hours', administrator: false, about: texts.aboutHours },
  { place: 'closedDays', href: '/office/closed-days', administrator: false, about: texts.aboutClosedDays },
  { place: 'details', href: '/office/details', administrator: true, about: texts.aboutDetails },
  { place: 'look', href: '/office/look', administrator: true, about: texts.aboutLook },
  { place: 'settings', href: '/office/settings', administrator: true, about: texts.aboutSettings },
  { place: 'signIn', href: '/office/sign-in-providers', administrator: true, about: texts.aboutSignIn },
];

const mine = (actor: Actor) => places.filter((one) => !one.administrator || hasRole(actor, 'administrator'));

/** The pages of the office that the actor may open; on a phone one goes back to the list of them instead. */
export function OfficeTabs(props: { actor: Actor; current: OfficePlace }) {
  const say = useSay();
  return (
    <>
      <div class="wide-only">
        <Tabs
          label={texts.officePages}
          tabs={mine(props.actor).map((one) => ({
            label: texts[one.place],
            href: one.href,
            current: one.place === props.current,
          }))}
        />
      </div>
      <p class="narrow-only">
        <a href="/office">{say(texts.backToOffice)}</a>
      </p>
    </>
  );
}

/** The same pages as a list with a word about each, for the first page of the office. */
export function OfficePlaces({ actor }: { actor: Actor }) {
  const say = useSay();
  return (
    <ul class="plain-list">
      {mine(actor)
        .filter((one) => one.place !== 'summary')
        .map((one) => (
          <li key={one.href}>
            <a class="strong" href={one.href}>
              {say(texts[one.place])}
            </a>
            {one.about && <p class="small quiet-ink">{say(one.about)}</p>}
          </li>
        ))}
    </ul>
  );
}
