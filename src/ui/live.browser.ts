// Keeps open pages fresh. All tabs of a browser share one stream of hints: the tab that holds the lock listens and
// tells the others. A hint names a topic that may have changed and carries no data.
import { livePieces, renewPieces, tokensOf } from './live-piece.browser.ts';
import { openStream, type Stream } from './live-stream.browser.ts';

const lockName = 'likista-live';
/** A tab out of sight this long stops; when it is looked at again it asks for everything anew. */
const unseenFor = 5 * 60_000;
/** A leader that does not answer has been frozen by the browser; another tab takes its place. */
const answerWithin = 3_000;
/** Pauses before what could not be fetched is asked for again, in milliseconds; the last one repeats. */
const pauses = [1_000, 3_000, 8_000, 20_000];

type Message =
  | { say: 'want'; tab: string; tokens: string[] }
  | { say: 'gone'; tab: string }
  | { say: 'who' }
  | { say: 'yes'; tab: string }
  | { say: 'hint'; topics: string[]; after: string }
  | { say: 'end' };

const tab = String(Math.random());
// Found at the start and not here, because the server reads this file too when it draws an island.
let href: string | undefined;
let channel: BroadcastChannel | undefined;
const more = new Set<string>();
/** Of a leader: what each tab listens to. */
const wanted = new Map<string, string[]>();
const position = { after: '' };
let stream: Stream | undefined;
let listening = new Set<string>();
let opening: ReturnType<typeof setTimeout> | undefined;
let leading = false;
let started = false;
let running = false;
let over = false;
let release = () => {};
let unanswered: ReturnType<typeof setTimeout> | undefined;

/** Begins to listen for this page. Once is enough; more does no harm. */
export function startLive(): void {
  if (started) return;
  started = true;
  href = document.body.dataset.live;
  if (!href) return;
  if (typeof BroadcastChannel === 'function') channel = new BroadcastChannel(lockName);
  channel?.addEventListener('message', (event) => receive(event.data));
  addEventListener('pagehide', stop);
  addEventListener('pageshow', (event) => event.persisted && resume());
  let unseen: ReturnType<typeof setTimeout>;
  document.addEventListener('visibilitychange', () => {
    clearTimeout(unseen);
    if (document.hidden) unseen = setTimeout(stop, unseenFor);
    else if (running) ask();
    else resume();
  });
  start();
}

/**
 * Calls `fn` whenever a signed topic may have changed; for islands that keep themselves fresh. Gives a function that
 * ends it. The same news comes to `document` as the event `likista:hint` with `detail.topic`.
 */
export function onHint(token: string, fn: () => void): () => void {
  const topic = topicOf(token);
  const hear = (event: Event) => (event as CustomEvent<{ topic: string }>).detail.topic === topic && fn();
  document.addEventListener('likista:hint', hear);
  more.add(token);
  if (started) start();
  else startLive();
  return () => document.removeEventListener('likista:hint', hear);
}

const topicOf = (token: string) => token.slice(0, token.lastIndexOf('.'));
const ownTokens = () => [...new Set([...livePieces().flatMap(tokensOf), ...more])];

function start(): void {
  if (over || !href || ownTokens().length === 0) return;
  if (!running) {
    running = true;
    lead();
  }
  ask();
}

function stop(): void {
  if (!running) return;
  running = false;
  clearTimeout(unanswered);
  tell({ say: 'gone', tab });
  release();
}

// What happened meanwhile is not known, so everything is asked for anew.
function resume(): void {
  position.after = '';
  start();
  renewSoon(ownTokens().map(topicOf));
}

function lead(steal = false): void {
  const held = () =>
    new Promise<void>((end) => {
      leading = true;
      release = () => {
        leading = false;
        clearTimeout(opening);
        stream?.close();
        stream = undefined;
        listening.clear();
        end();
      };
      clearTimeout(unanswered);
      wanted.clear();
      wanted.set(tab, ownTokens());
      tell({ say: 'who' });
      listenSoon();
    });
  // Without locks or a channel between tabs each tab listens for itself.
  if (!navigator.locks || !channel) {
    if (!leading) held();
    return;
  }
  navigator.locks
    .request(lockName, { steal }, () => (running ? held() : undefined))
    .catch((error) => {
      release();
      if (!running) return;
      // Another tab has taken the lock and this one waits behind it; or the browser allows no locks here.
      if (error.name === 'AbortError') lead();
      else held();
    });
}

function ask(): void {
  clearTimeout(unanswered);
  const tokens = ownTokens();
  if (leading) {
    wanted.set(tab, tokens);
    listenSoon();
    return;
  }
  tell({ say: 'want', tab, tokens });
  unanswered = setTimeout(() => running && !leading && lead(true), answerWithin);
}

// Tabs that come and go together reopen the stream once. What nobody wants any more is left out at the next opening.
function listenSoon(): void {
  clearTimeout(opening);
  opening = setTimeout(listen, 50);
}

function listen(): void {
  const tokens = new Set([...wanted.values()].flat());
  if ([...tokens].every((token) => listening.has(token))) return;
  listening = tokens;
  stream?.close();
  stream = openStream(href as string, [...tokens], position, hinted, () => {
    tell({ say: 'end' });
    finish();
  });
}

function receive(message: Message): void {
  if (message.say === 'hint') {
    position.after = message.after;
    announce(message.topics);
  } else if (message.say === 'end') finish();
  else if (message.say === 'who') running && ask();
  else if (message.say === 'yes') message.tab === tab && clearTimeout(unanswered);
  else if (leading) {
    if (message.say === 'want') {
      wanted.set(message.tab, message.tokens);
      tell({ say: 'yes', tab: message.tab });
      listenSoon();
    } else wanted.delete(message.tab);
  }
}

const tell = (message: Message) => channel?.postMessage(message);

function hinted(topics: string[]): void {
  tell({ say: 'hint', topics, after: position.after });
  announce(topics);
}

function announce(topics: string[]): void {
  for (const topic of topics) document.dispatchEvent(new CustomEvent('likista:hint', { detail: { topic } }));
  renewSoon(topics);
}

// The session is over: nothing more is asked for until the person opens a page again.
function finish(): void {
  stop();
  over = true;
}

const changed = new Set<string>();
let renewing = false;
let failures = 0;
let wake = () => {};

// A short pause gathers hints that come together, and spreads the questions of many browsers that hear the same.
async function renewSoon(topics: string[]): Promise<void> {
  for (const topic of topics) changed.add(topic);
  if (topics.length > 0) wake();
  if (renewing || changed.size === 0) return;
  renewing = true;
  await rest(30 + Math.random() * 200);
  const now = new Set(changed);
  changed.clear();
  // The end may have been learnt of otherwise meanwhile.
  if (over) return;
  const ours = await renewPieces((piece) => tokensOf(piece).some((token) => now.has(topicOf(token)))).catch(
    () => undefined,
  );
  if (ours === undefined) await untilWorthAsking();
  else failures = 0;
  renewing = false;
  // The hint has been heard and does not come again, so what it was about is not forgotten.
  if (ours === undefined) return renewSoon(running ? [...now] : []);
  if (!ours) return finish();
  start();
  renewSoon([]);
}

/** After a failure: a pause that grows, or until something new is heard. */
const untilWorthAsking = () =>
  Promise.race([
    rest(pauses[Math.min(failures++, pauses.length - 1)] ?? 0),
    new Promise<void>((resolve) => {
      wake = resolve;
    }),
  ]);

const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
