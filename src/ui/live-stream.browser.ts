// One connection to the stream of hints. When it fails it is opened again after a growing pause, and while it is
// down the same news is asked for every 20 seconds.

export type Stream = { close(): void };

const pollEvery = 20_000;
const longestPause = 60_000;
/** A proxy that holds back the stream opens it but lets nothing through; the server greets at once. */
const greetingWithin = 10_000;

/**
 * Listens to signed topics at `href`. `onTopics` gets the names of topics that may have changed, `onEnd` is called
 * when the session is over. News since `after` (a position) comes first; without it, news since the page was asked for.
 */
export function openStream(
  href: string,
  tokens: readonly string[],
  position: { after: string },
  onTopics: (topics: string[]) => void,
  onEnd: () => void,
): Stream {
  let source: EventSource | undefined;
  let failures = 0;
  let closed = false;
  let polling: ReturnType<typeof setInterval> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const address = (path: string) =>
    `${path}?topics=${tokens.join(',')}&after=${position.after}${ageOf(position)}`;
  const heard = (after: string, topics: string) => {
    if (after) position.after = after;
    onTopics(topics ? topics.split(' ') : []);
  };
  const close = () => {
    closed = true;
    source?.close();
    clearInterval(polling);
    clearTimeout(waiting);
  };
  const end = () => {
    close();
    onEnd();
  };

  const poll = async () => {
    const answer = await fetch(address(`${href}/changes`), { cache: 'no-store' });
    if (closed) return;
    if (answer.redirected || answer.status === 404) return end();
    if (!answer.ok) return;
    const { after, topics } = await answer.json();
    heard(after, topics.join(' '));
  };
  const askAgain = () => void poll().catch(() => {});
  const failed = () => {
    source?.close();
    clearTimeout(waiting);
    polling ??= setInterval(askAgain, pollEvery);
    if (++failures === 1) askAgain();
    const pause = Math.min(longestPause, 1000 * 2 ** failures);
    waiting = setTimeout(open, pause * (0.5 + Math.random() / 2));
  };
  const open = () => {
    source = new EventSource(address(href));
    waiting = setTimeout(failed, greetingWithin);
    source.addEventListener('ready', (event) => {
      clearTimeout(waiting);
      clearInterval(polling);
      polling = undefined;
      failures = 0;
      heard(event.lastEventId, '');
    });
    // Too many streams are open, so this page goes on by asking every now and then.
    source.addEventListener('enough', () => {
      source?.close();
      polling ??= setInterval(askAgain, pollEvery);
    });
    source.onmessage = (event) => heard(event.lastEventId, event.data);
    // The pause is ours to choose, so the browser's own reopening is not waited for.
    source.onerror = failed;
  };
  open();
  return { close };
}

// The page shows what was so when it was asked for. The way there, also after sending a form, is over by then.
function ageOf(position: { after: string }): string {
  if (position.after) return '';
  const [asked] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return `&age=${((performance.now() - (asked?.requestStart ?? 0)) / 1000).toFixed(2)}`;
}
