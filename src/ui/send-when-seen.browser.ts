// An act inside `data-send-when-seen` is done by itself when its reader has had it in sight for a moment: reading is
// told without a button. Without this file the button does it.

const inSightFor = 1_200;

/** Watches this page for such acts, also those that come with live news. Called once by browser.ts. */
export function startSendWhenSeen(): void {
  if (!document.querySelector('[data-live]:not(body)') && !document.querySelector('[data-send-when-seen]'))
    return;
  const sent: Sent = new Map();
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(timers.get(target));
      if (isIntersecting)
        timers.set(
          target,
          setTimeout(() => send(target, sent), inSightFor),
        );
    }
  });
  const find = () => {
    for (const place of document.querySelectorAll<HTMLElement>('[data-send-when-seen]')) {
      watch.unobserve(place);
      watch.observe(place);
    }
  };
  find();
  document.addEventListener('visibilitychange', () => !document.hidden && find());
  const main = document.querySelector('main');
  if (main) new MutationObserver(find).observe(main, { childList: true, subtree: true });
}

/** What has been sent, and whether the server took it. */
type Sent = Map<string, Promise<boolean>>;

async function send(place: Element, sent: Sent): Promise<void> {
  const form = place.querySelector('form');
  if (!form || document.hidden) return;
  const body = new FormData(form);
  const mark = [...body].filter(([name]) => name !== '_key').join('|');
  // The act may come back with news that had been fetched before it was sent: it is done all the same.
  const taken = sent.get(mark) ?? post(form.action, body);
  sent.set(mark, taken);
  if (await taken) (place as HTMLElement).hidden = true;
  else sent.delete(mark);
}

async function post(action: string, body: FormData): Promise<boolean> {
  body.set('_key', crypto.randomUUID());
  const answer = await fetch(action, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
  return answer !== undefined && answer.status < 400;
}
