// Forms with `data-draft` lose nothing with the connection: what is typed is kept while it is unsent, and what has
// been sent without a connection goes by itself when there is one. The form's key makes the server act once, however
// often it arrives. Without this file the form is an ordinary form.
import { type Draft, dropDraft, dropOldDrafts, keepDraft, keptDraft } from './draft-store.browser.ts';
import { readPage } from './read-page.browser.ts';
import { renew } from './renew.browser.ts';

const keepAfter = 400;
const answerWithin = 30_000;
/** Waits between attempts, in milliseconds; the last one repeats. */
const waits = [1_000, 3_000, 8_000, 20_000];

type TextField = HTMLInputElement | HTMLTextAreaElement;
type Field = TextField | HTMLSelectElement;

/** Takes care of every form that asks for it. Called once by browser.ts. */
export function startDrafts(): void {
  const forms = document.querySelectorAll<HTMLFormElement>('form[data-draft]');
  for (const form of forms) new DraftForm(form).open();
  if (forms.length > 0) dropOldDrafts();
}

class DraftForm {
  readonly form: HTMLFormElement;
  readonly name: string;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private sending = false;
  private queued: Draft | undefined;
  /** What stood in the form when it was sent. */
  private sentAs = '';

  constructor(form: HTMLFormElement) {
    this.form = form;
    this.name = form.dataset.draft ?? '';
  }

  async open(): Promise<void> {
    this.form.addEventListener('input', () => this.typed());
    this.form.addEventListener('submit', (event) => this.submitted(event));
    addEventListener('online', () => this.tryNow());
    document.addEventListener('visibilitychange', () => !document.hidden && this.tryNow());
    // Somebody may have written before this file came.
    if (this.isFilled()) this.typed();
    const draft = await keptDraft(this.name);
    if (!draft) return;
    // What the server shows back with an error is newer than what was kept.
    if (this.form.querySelector('[aria-invalid]') || this.isFilled()) return;
    this.fill(draft);
    if (draft.sent) {
      this.queued = draft;
      this.sentAs = this.written();
      this.tryNow();
    } else if (this.isFilled()) this.say('restored');
    // Sent empty and refused: there are no words to bring back.
    else dropDraft(this.name);
  }

  private typed(): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      if (this.queued) return;
      if (this.isFilled()) keepDraft(this.draft(new FormData(this.form), false));
      else dropDraft(this.name);
    }, keepAfter);
  }

  private submitted(event: SubmitEvent): void {
    // Another button of the form may post elsewhere; that is not this draft's matter.
    if (event.defaultPrevented || event.submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    if (this.sending || this.queued) return;
    clearTimeout(this.typing);
    const draft = this.draft(new FormData(this.form, event.submitter), true);
    this.queued = draft;
    this.sentAs = this.written();
    this.attempt = 0;
    keepDraft(draft).then(() => this.tryNow());
  }

  private draft(data: FormData, sent: boolean): Draft {
    const fields = [...data].filter(
      ([name, value]) => name !== '_key' && (sent || typeof value === 'string'),
    );
    return { name: this.name, at: Date.now(), sent, key: String(data.get('_key') ?? ''), fields };
  }

  private written(): string {
    const fields = [...new FormData(this.form)].filter(([name]) => name !== '_key');
    return JSON.stringify(
      fields.map(([name, value]) => [
        name,
        typeof value === 'string' ? value : `${value.name} ${value.size}`,
      ]),
    );
  }

  private async tryNow(): Promise<void> {
    const draft = this.queued;
    if (!draft || this.sending) return;
    clearTimeout(this.waiting);
    this.sending = true;
    const slow = setTimeout(() => this.say('sending'), 300);
    const answer = await post(this.form.action, draft);
    clearTimeout(slow);
    this.sending = false;
    if (!answer) {
      this.say('waiting');
      this.waiting = setTimeout(() => this.tryNow(), waits[Math.min(this.attempt++, waits.length - 1)]);
      return;
    }
    this.queued = undefined;
    if (answer.ok && !isSignIn(answer)) return this.arrived(answer);
    // A refusal or the way to sign in: the browser shows the server's own page, and the words stay kept.
    await keepDraft({ ...draft, sent: false });
    this.setKey(draft.key);
    this.form.submit();
  }

  /** It is done. On the same page the new content takes its place; otherwise the browser goes where it was sent. */
  private async arrived(answer: Response): Promise<void> {
    const page = answer.status === 204 ? undefined : await answer.text();
    // What was written while it was on its way is not sent yet, and stays.
    const more = this.written() !== this.sentAs;
    if (!more) this.form.reset();
    await (more ? keepDraft(this.draft(new FormData(this.form), false)) : dropDraft(this.name));
    if (page === undefined || !answer.redirected || new URL(answer.url).pathname !== location.pathname) {
      location.assign(answer.redirected ? answer.url : location.href);
      return;
    }
    const next = readPage(page);
    const main = document.querySelector('main');
    const nextMain = next.querySelector('main');
    const nextForm = next.querySelector(`form[data-draft="${CSS.escape(this.name)}"]`);
    if (!main || !nextMain || !nextForm) return location.reload();
    for (const field of this.form.querySelectorAll<TextField>('textarea, input[type=text]'))
      if (field.value === field.defaultValue) field.value = '';
    renew(main, nextMain);
    this.setKey(nextForm.querySelector<HTMLInputElement>('[name=_key]')?.value ?? '');
    this.say('sent');
  }

  private setKey(key: string): void {
    const field = this.form.querySelector<HTMLInputElement>('[name=_key]');
    if (field) field.value = key;
  }

  private fields(): Field[] {
    return [...this.form.querySelectorAll<Field>('input, textarea, select')].filter(
      (field) => field.name !== '' && !/^(hidden|password|file|submit|button)$/.test(field.type),
    );
  }

  /** Whether something stands in the form that its reader has written. */
  private isFilled(): boolean {
    return this.fields().some((field) => {
      if (field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type))
        return field.checked !== field.defaultChecked;
      if (field instanceof HTMLSelectElement)
        return [...field.options].some((option) => option.selected !== option.defaultSelected);
      return field.value.trim() !== field.defaultValue.trim();
    });
  }

  private fill(draft: Draft): void {
    for (const field of this.fields()) {
      const values = draft.fields.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type))
        field.checked = values.includes(field.value);
      else if (typeof values[0] === 'string') field.value = values[0];
    }
  }

  private say(state: 'waiting' | 'sending' | 'sent' | 'restored'): void {
    const place = this.form.querySelector<HTMLElement>('.draft-state');
    if (place) place.textContent = place.dataset[state] ?? '';
  }
}

const isSignIn = (answer: Response) => answer.redirected && /\/sign-in$/.test(new URL(answer.url).pathname);

/** Posts a draft with its own key. Undefined when it is not known to have arrived: no connection, or a proxy's no. */
async function post(action: string, draft: Draft): Promise<Response | undefined> {
  const body = new FormData();
  for (const [name, value] of draft.fields) body.append(name, value);
  body.append('_key', draft.key);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), answerWithin);
  try {
    const answer = await fetch(action, { method: 'POST', body, signal: stop.signal, cache: 'no-store' });
    return [502, 503, 504].includes(answer.status) ? undefined : answer;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
