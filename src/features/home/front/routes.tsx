import { todayIn } from '../../../platform/clock.ts';
import { sayDay, shortTime } from '../../../platform/language.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { feature, open, signedIn } from '../../../platform/web.ts';
import { phoneOfUnit } from '../../coaching/enrolments/door.ts';
import { roomHref } from '../../contact/calls/door.ts';
import { sessionsBetween } from '../../contact/groups/door.ts';
import { publicFront, thisOffice } from '../../ground/offices/door.ts';
import { PublicFrontPage } from '../../ground/offices/panel.tsx';
import { servicesPath } from '../../offer/catalogue/door.ts';
import { firstPageOf } from './first-page.ts';
import { HelpPage } from './help-page.tsx';
import { type HostedSession, type StartLink, StartPage } from './start-page.tsx';
import { texts } from './texts.ts';

export const routes = feature()
  .get('/', open(), async (c) => {
    if (c.var.visitor) return c.redirect(firstPageOf(c.var.visitor), 303);
    const front = await publicFront(c.var.tx, c.var.address?.pathPrefix ?? '');
    const servicesHref = `${front.prefix}${servicesPath(c.var.language)}`;
    return c.render(<PublicFrontPage {...front} servicesHref={servicesHref} />, {
      title: front.office.name,
      kind: 'public',
    });
  })
  .get('/help', signedIn(), async (c) => {
    const { actor, tx } = c.var;
    const phone = await phoneOfUnit(tx, actor.personId);
    return c.render(<HelpPage client={hasRole(actor, 'client')} phone={phone} />, { title: texts.helpTitle });
  })
  .get('/start', signedIn(), async (c) => {
    const { actor, tx } = c.var;
    const hosted = hasRole(actor, 'provider') ? await hostedSessions(tx, actor) : undefined;
    return c.render(
      <StartPage name={actor.preferredName} lead={leadOf(actor)} links={linksOf(actor)} hosted={hosted} />,
      { title: texts.title },
    );
  });

function leadOf(actor: Actor) {
  if (hasRole(actor, 'administrator')) return texts.administratorLead;
  if (hasRole(actor, 'data-protection-officer')) return texts.officerLead;
  if (hasRole(actor, 'project-manager')) return texts.projectLead;
  if (hasRole(actor, 'provider')) return texts.providerLead;
  return texts.partnerLead;
}

function linksOf(actor: Actor): StartLink[] {
  const links: StartLink[] = [];
  if (hasRole(actor, 'administrator')) {
    links.push({ href: '/office', label: texts.office }, { href: '/people', label: texts.people });
  }
  if (hasRole(actor, 'administrator', 'data-protection-officer'))
    links.push({ href: '/access-log', label: texts.accessLog });
  if (hasRole(actor, 'provider')) links.push({ href: '/device-check', label: texts.tryDevice });
  links.push({ href: servicesPath(actor.language), label: texts.services });
  links.push({ href: '/contact', label: texts.contact }, { href: '/me', label: texts.me });
  return links;
}

/** The coming fortnight's sessions that the actor hosts. */
async function hostedSessions(tx: Tx, actor: Actor): Promise<HostedSession[]> {
  const { timeZone } = await thisOffice(tx);
  const today = todayIn(timeZone);
  const sessions = await sessionsBetween(tx, { personId: actor.personId }, today, today.add({ days: 14 }));
  return sessions
    .filter((session) => !session.cancelled)
    .slice(0, 30)
    .map((session) => {
      const at = session.startsAt.toZonedDateTimeISO(timeZone);
      return {
        time: shortTime(actor.language, at.toPlainTime()),
        day: sayDay(actor.language, at.toPlainDate()),
        title: session.title,
        roomHref: session.roomId ? roomHref(session.roomId) : undefined,
      };
    });
}
