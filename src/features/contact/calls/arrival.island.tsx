// Makes the step from the way in to the room short: the tap opens the devices and asks for the room at once, and the
// room takes this page's place. Whatever does not go that way goes as the form does without script.
import { useEffect } from 'preact/hooks';
import { putPage } from '../../../ui/page-swap.browser.ts';
import { dropPrepared, prepare, warmConnections } from './line/prepared.browser.ts';
import type { Way } from './rules.ts';

const roomAt = /^\/rooms\/[^/]+\/visits\/[^/]+$/;

export default function ArrivalIsland() {
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('form[action$="/visits"]');
    if (!form || typeof RTCPeerConnection !== 'function') return;
    // The room's script is read while somebody looks at this page.
    const reading = setTimeout(() => {
      import('./room/room.island.tsx').catch(() => {});
      void warmConnections();
    }, 200);
    const submit = (event: SubmitEvent) => {
      const way = new FormData(form).get('way') as Way | null;
      if (!way) return;
      event.preventDefault();
      form.removeEventListener('submit', submit);
      form.setAttribute('aria-busy', 'true');
      form.addEventListener('submit', wait);
      prepare(way);
      enter(form).catch(() => {
        dropPrepared();
        // The form's own key makes sure that it happens once.
        form.submit();
      });
    };
    form.addEventListener('submit', submit);
    return () => clearTimeout(reading);
  }, []);
  return null;
}

const wait = (event: SubmitEvent) => event.preventDefault();

async function enter(form: HTMLFormElement): Promise<void> {
  const fields = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  fields.set('line', 'direct');
  const answer = await fetch(form.action, { method: 'POST', body: fields });
  const { pathname } = new URL(answer.url);
  const html = await answer.text();
  if (!answer.ok || !roomAt.test(pathname) || !html.includes('data-island="room"'))
    throw new Error('not let in');
  putPage(html, pathname);
}
