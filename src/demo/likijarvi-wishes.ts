// What the clients of Likijärvi wish and why: who they are, how far they live and what they have at home.
import type { Answers, Help, Mode } from '../features/coaching/plans/door.ts';

export type DemoWish = {
  wished: Mode;
  second: Mode | undefined;
  weeksAgo: number;
  reviewIn: 4 | 12 | 26;
  reason?: string;
  helps?: readonly Help[];
  answers: Answers;
  /** Written down by the coach together with the client. */
  together?: true;
  /** For the youth workshop only, and not for all services. */
  forWorkshop?: true;
};

type More = Pick<DemoWish, 'reason' | 'helps' | 'together' | 'forWorkshop'>;

const wish = (
  wished: Mode,
  second: Mode | undefined,
  weeksAgo: number,
  reviewIn: DemoWish['reviewIn'],
  answers: Answers,
  more: More = {},
): DemoWish => ({ wished, second, weeksAgo, reviewIn, answers, ...more });

const connected: Answers = { device: 'smartphone', connection: 'good', privacy: 'yes', safety: 'safe' };
const farAway: Answers = { ...connected, travel: 'takes-effort' };
const weakLine: Answers = { device: 'smartphone', connection: 'breaks', privacy: 'yes', safety: 'safe' };
const nearBy: Answers = { ...connected, travel: 'easy', company: 'fine' };

/** Each client's wishes, the first one first. */
export const wishes: Readonly<Record<string, readonly DemoWish[]>> = {
  aino: [
    wish(
      'video',
      'text',
      9,
      12,
      { ...farAway, video: 'easy', picture: 'rather-not', talking: 'tiring', writing: 'easy', wish: 'video' },
      { reason: 'Näen ilmeet, kun olen videolla. Puhelu tulee aina yllättäen.', helps: ['headset'] },
    ),
  ],
  eetu: [
    wish('video', 'voice', 14, 4, { ...connected, video: 'easy', wish: 'video' }),
    wish(
      'text',
      'in-person',
      8,
      12,
      {
        device: 'smartphone',
        connection: 'runs-out',
        privacy: 'no',
        picture: 'no',
        talking: 'hard',
        writing: 'easy',
        wish: 'text',
      },
      {
        reason: 'Netti loppuu ennen kuun loppua, ja kotona kuullaan kaikki. Kirjoittaminen onnistuu aina.',
        helps: ['data', 'quiet-place'],
        together: true,
      },
    ),
  ],
  noora: [
    wish(
      'video',
      'text',
      13,
      12,
      { ...farAway, connection: 'breaks', video: 'easy', picture: 'fine', talking: 'fine', wish: 'open' },
      { reason: 'Matka on 68 kilometriä. Videolla jaksan keskittyä paremmin, vaikka netti joskus pätkii.' },
    ),
  ],
  samuel: [
    wish(
      'hybrid',
      'video',
      6,
      12,
      { ...farAway, company: 'fine', alone: 'yes', wish: 'hybrid' },
      { reason: 'Verstaalla on mukavaa, mutta joka päivä en jaksa ajaa.', helps: ['travel'] },
    ),
  ],
  tiina: [wish('in-person', 'phone', 12, 12, { ...nearBy, alone: 'yes', wish: 'in-person' })],
  otso: [wish('in-person', 'video', 5, 26, { ...nearBy, wish: 'in-person' })],
  ella: [
    wish(
      'video',
      'in-person',
      4,
      12,
      { ...farAway, video: 'easy', picture: 'fine', wish: 'video' },
      { reason: 'Jag vill gärna se dem jag pratar med.' },
    ),
  ],
  amir: [
    wish(
      'in-person',
      'video',
      7,
      12,
      { ...nearBy, writing: 'slow', alone: 'yes', wish: 'in-person' },
      { reason: 'I learn Finnish faster when I meet people.', helps: ['captions'] },
    ),
  ],
  veera: [
    wish(
      'text',
      'voice',
      12,
      12,
      { ...farAway, privacy: 'sometimes', picture: 'no', writing: 'easy', company: 'tense', wish: 'text' },
      { helps: ['quiet-place', 'headset'], together: true },
    ),
  ],
  joona: [
    wish(
      'phone',
      'in-person',
      13,
      12,
      { ...connected, writing: 'hard', talking: 'fine', video: 'with-help', wish: 'phone' },
      { reason: 'Lukeminen on hidasta. Puhuminen on helpompaa.', together: true },
    ),
  ],
  kaisu: [
    wish(
      'text',
      'own-time',
      3,
      4,
      { ...connected, picture: 'no', talking: 'tiring', writing: 'easy', company: 'too-much', wish: 'text' },
      { reason: 'Olen parhaimmillani illalla. Kirjoitan mielelläni.' },
    ),
  ],
  niko: [
    wish(
      'phone',
      undefined,
      11,
      12,
      { device: 'basic-phone', connection: 'none', talking: 'fine', travel: 'cannot', wish: 'phone' },
      {
        reason: 'Täällä ei kuulu kuin puhelin, ja sekin huonosti.',
        helps: ['data', 'device'],
        together: true,
      },
    ),
  ],
  siiri: [
    wish(
      'video',
      'phone',
      2,
      12,
      { ...connected, privacy: 'sometimes', video: 'easy', wish: 'video' },
      { helps: ['quiet-place'] },
    ),
    wish('in-person', undefined, 1, 12, {}, { reason: 'Pajalla haluan tehdä käsillä.', forWorkshop: true }),
  ],
  markku: [
    wish(
      'phone',
      'in-person',
      15,
      12,
      { ...weakLine, video: 'hard', picture: 'no', talking: 'fine', wish: 'phone' },
      { reason: 'Kuva saa olla muilla.', together: true },
    ),
  ],
  anja: [
    wish(
      'phone',
      undefined,
      10,
      12,
      { device: 'basic-phone', connection: 'none', talking: 'fine', travel: 'takes-effort', wish: 'phone' },
      { reason: 'Minulla on vanha puhelin, ja se riittää minulle.', together: true },
    ),
  ],
  pentti: [
    wish(
      'in-person',
      'text',
      8,
      12,
      { ...weakLine, talking: 'hard', video: 'with-help', travel: 'takes-effort', wish: 'in-person' },
      {
        reason: 'Kuulen huonosti puhelimessa. Kasvokkain saan selvän.',
        helps: ['captions', 'travel'],
        together: true,
      },
    ),
  ],
  sirpa: [wish('in-person', 'phone', 9, 26, { ...nearBy, wish: 'in-person' })],
  jari: [
    wish('voice', 'phone', 6, 12, {
      ...connected,
      picture: 'no',
      talking: 'fine',
      travel: 'takes-effort',
      wish: 'voice',
    }),
  ],
  marjo: [
    wish(
      'video',
      'phone',
      5,
      12,
      { ...farAway, video: 'with-help', picture: 'fine', alone: 'yes', wish: 'video' },
      { reason: 'Kun näen muut, muistan että kuulun joukkoon.', helps: ['practice'], together: true },
    ),
  ],
  risto: [
    wish(
      'in-person',
      'phone',
      11,
      12,
      { device: 'basic-phone', travel: 'easy', company: 'fine', wish: 'in-person' },
      { together: true },
    ),
  ],
  katri: [
    wish(
      'hybrid',
      'video',
      4,
      12,
      { ...farAway, privacy: 'sometimes', video: 'easy', wish: 'hybrid' },
      { reason: 'Lapset ovat joka toinen viikko kotona. Silloin en pääse.', helps: ['quiet-place'] },
    ),
  ],
  harri: [
    wish(
      'phone',
      'own-time',
      7,
      12,
      { ...weakLine, talking: 'fine', travel: 'cannot', wish: 'phone' },
      { together: true },
    ),
  ],
  fatima: [
    wish(
      'in-person',
      'video',
      3,
      12,
      { ...nearBy, writing: 'slow', wish: 'in-person' },
      { reason: 'Writing Finnish is slow for me. In person I can ask.' },
    ),
  ],
  kalle: [
    wish(
      'video',
      'in-person',
      12,
      12,
      { ...farAway, video: 'easy', wish: 'video' },
      { reason: 'Då slipper jag köra när vägen är hal.' },
    ),
  ],
  minna: [
    wish(
      'own-time',
      'text',
      6,
      12,
      {
        ...connected,
        writing: 'easy',
        talking: 'tiring',
        company: 'too-much',
        alone: 'maybe',
        wish: 'own-time',
      },
      { reason: 'Jaksan eri aikaan eri päivinä.' },
    ),
  ],
  tapio: [
    wish(
      'in-person',
      'phone',
      9,
      12,
      { device: 'none', connection: 'none', travel: 'takes-effort', company: 'fine', wish: 'in-person' },
      { helps: ['travel', 'device'], together: true },
    ),
  ],
  hanna: [
    wish(
      'video',
      'voice',
      8,
      26,
      { ...farAway, device: 'computer', video: 'easy', wish: 'video' },
      { reason: 'På datorn kan jag göra texten större.' },
    ),
  ],
  petri: [wish('in-person', 'phone', 14, 12, { ...nearBy, video: 'hard', wish: 'open' }, { together: true })],
  leena: [
    wish(
      'phone',
      'video',
      4,
      4,
      { ...connected, video: 'with-help', talking: 'fine', wish: 'video' },
      {
        reason: 'Puhelimessa on helppo kertoa asiat. Videota haluan vielä harjoitella.',
        helps: ['practice'],
      },
    ),
  ],
  oleksandr: [
    wish('video', 'in-person', 2, 12, { ...nearBy, device: 'computer', video: 'easy', wish: 'video' }),
  ],
  riikka: [
    wish(
      'voice',
      'text',
      10,
      12,
      { ...farAway, picture: 'no', talking: 'fine', wish: 'voice' },
      { reason: 'En halua kuvaa kodistani.', helps: ['headset'] },
    ),
  ],
  seppo: [
    wish(
      'phone',
      undefined,
      5,
      12,
      { device: 'basic-phone', connection: 'none', talking: 'fine', travel: 'cannot', wish: 'phone' },
      { together: true },
    ),
  ],
  sofia: [
    wish(
      'hybrid',
      'video',
      1,
      4,
      { ...connected, travel: 'takes-effort', company: 'tense', alone: 'yes', wish: 'hybrid' },
      { reason: 'Jag vill vänja mig i lugn takt.', helps: ['companion'] },
    ),
  ],
};

/** The ways in which one-to-one times are mostly booked for a client: what they wished, for all services. */
export function wishedWays(key: string): Mode[] {
  const wish = wishes[key]?.findLast((one) => !one.forWorkshop);
  return wish ? [wish.wished, wish.second].filter((mode) => mode !== undefined) : [];
}
