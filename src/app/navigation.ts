// The menu of each role. Only what exists is listed.
import { servicesPath } from '../features/offer/catalogue/door.ts';
import { defineTexts, type Language, say, type Text } from '../platform/language.ts';
import { type Actor, hasRole, type Role, roles } from '../platform/session.ts';
import type { News } from '../ui/page-frame.tsx';

const texts = defineTexts({
  today: { fi: 'Tänään', sv: 'I dag', en: 'Today' },
  me: { fi: 'Minä', sv: 'Jag', en: 'Me' },
  groups: { fi: 'Ryhmät', sv: 'Grupper', en: 'Groups' },
  times: { fi: 'Ajat', sv: 'Tider', en: 'Times' },
  messages: { fi: 'Viestit', sv: 'Meddelanden', en: 'Messages' },
  board: { fi: 'Aamutaulu', sv: 'Morgontavlan', en: 'Morning board' },
  confirmations: { fi: 'Vahvistamatta', sv: 'Obekräftade', en: 'To confirm' },
  payers: { fi: 'Maksajat', sv: 'Betalare', en: 'Payers' },
  modes: { fi: 'Mukanaolo', sv: 'Deltagande', en: 'Taking part' },
  overview: { fi: 'Yleiskuva', sv: 'Översikt', en: 'Overview' },
  people: { fi: 'Ihmiset', sv: 'Personer', en: 'People' },
  deliveries: { fi: 'Lähetykset', sv: 'Utskick', en: 'Deliveries' },
  accessLog: { fi: 'Katselut', sv: 'Läsningar', en: 'Access log' },
  services: { fi: 'Palvelut', sv: 'Tjänster', en: 'Services' },
  office: { fi: 'Toimisto', sv: 'Kontoret', en: 'Office' },
  home: { fi: 'Etusivu', sv: 'Startsida', en: 'Home' },
  signIn: { fi: 'Kirjaudu', sv: 'Logga in', en: 'Sign in' },
});

type Entry = { text: Text; href: string; roles: readonly Role[]; icon?: string };

const everybody: readonly Role[] = roles;
// Those whose day is neither a board nor a programme begin at a page of their own.
const others: readonly Role[] = [
  'provider',
  'partner',
  'project-manager',
  'administrator',
  'data-protection-officer',
];

const entries: readonly Entry[] = [
  { text: texts.today, href: '/today', roles: ['client'], icon: 'day' },
  { text: texts.board, href: '/board', roles: ['coach', 'manager'], icon: 'board' },
  { text: texts.overview, href: '/overview', roles: ['manager'], icon: 'chart' },
  { text: texts.home, href: '/start', roles: others, icon: 'home' },
  { text: texts.messages, href: '/messages', roles: ['client', 'coach'], icon: 'message' },
  { text: texts.times, href: '/times', roles: ['client', 'coach', 'manager'], icon: 'calendar' },
  { text: texts.groups, href: '/groups', roles: ['client', 'coach', 'manager', 'provider'], icon: 'people' },
  { text: texts.confirmations, href: '/confirmations', roles: ['coach', 'manager'], icon: 'good' },
  { text: texts.modes, href: '/mode-reviews', roles: ['coach', 'manager'], icon: 'video' },
  { text: texts.payers, href: '/payer-summaries', roles: ['coach', 'manager'], icon: 'file' },
  { text: texts.people, href: '/people', roles: ['coach', 'manager', 'administrator'], icon: 'person' },
  {
    text: texts.deliveries,
    href: '/deliveries',
    roles: ['coach', 'manager', 'administrator'],
    icon: 'phone',
  },
  {
    text: texts.accessLog,
    href: '/access-log',
    roles: ['administrator', 'data-protection-officer'],
    icon: 'book',
  },
  { text: texts.services, href: '/office/services', roles: ['manager', 'administrator'], icon: 'book' },
  { text: texts.office, href: '/office', roles: ['manager', 'administrator'], icon: 'gear' },
  { text: texts.me, href: '/me', roles: everybody, icon: 'person' },
];

/** Whether an actor has messages, whose news the menu shows. */
export const hasInbox = (actor: Actor | undefined): actor is Actor =>
  actor !== undefined &&
  entries.some((entry) => entry.href === '/messages' && hasRole(actor, ...entry.roles));

/** The entries an actor sees; the one whose address is the longest beginning of `path` is the current one. */
export function navigationFor(
  actor: Actor | undefined,
  path: string,
  language: Language,
  prefix: string,
  news?: News,
) {
  if (!actor) {
    const services = servicesPath(language);
    return [
      {
        label: say(language, texts.services),
        href: `${prefix}${services}`,
        current: path === services || path.startsWith(`${services}/`),
      },
      { label: say(language, texts.signIn), href: `${prefix}/sign-in`, current: path === '/sign-in' },
    ];
  }
  const seen = entries.filter((entry) => hasRole(actor, ...entry.roles));
  const current = seen
    .filter((entry) => path === entry.href || path.startsWith(`${entry.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return seen.map((entry) => ({
    label: say(language, entry.text),
    href: entry.href,
    current: entry === current,
    icon: entry.icon,
    // The page of messages itself tells what is new in each conversation.
    news: entry.href === '/messages' && entry !== current ? news : undefined,
  }));
}
