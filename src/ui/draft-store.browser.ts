// Where unsent words rest in the browser: one database, one record a form, erased when sent and after a day.
// Decision 0011 says why this is allowed although nothing else personal is kept in the browser.

export type Draft = {
  /** The form's `data-draft`: what is written, about what, by whom. */
  name: string;
  /** When it was last touched, in milliseconds. */
  at: number;
  /** The person has pressed Send; the form's own key makes sure that it happens once. */
  sent: boolean;
  key: string;
  fields: [name: string, value: FormDataEntryValue][];
};

const dayLong = 24 * 60 * 60_000;
/** The same words while the page is open, for browsers that keep no database (private windows). */
const remembered = new Map<string, Draft>();

let opened: Promise<IDBDatabase | undefined> | undefined;

function database(): Promise<IDBDatabase | undefined> {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open('likista-drafts', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('drafts', { keyPath: 'name' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
      request.onblocked = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
  return opened;
}

async function ask<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  const opened = await database();
  if (!opened) return undefined;
  return new Promise((resolve) => {
    try {
      const request = work(opened.transaction('drafts', mode).objectStore('drafts'));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
}

/** Keeps unsent words, in place of what was kept of the same form. */
export async function keepDraft(draft: Draft): Promise<void> {
  remembered.set(draft.name, draft);
  await ask('readwrite', (store) => store.put(draft));
}

/** What is kept of a form; undefined when nothing, or when it is older than a day. */
export async function keptDraft(name: string): Promise<Draft | undefined> {
  const draft = remembered.get(name) ?? (await ask<Draft>('readonly', (store) => store.get(name)));
  if (!draft || Date.now() - draft.at < dayLong) return draft;
  await dropDraft(name);
  return undefined;
}

export async function dropDraft(name: string): Promise<void> {
  remembered.delete(name);
  await ask('readwrite', (store) => store.delete(name));
}

/** Erases what is older than a day, whatever form it belonged to. */
export async function dropOldDrafts(): Promise<void> {
  const all = (await ask<Draft[]>('readonly', (store) => store.getAll())) ?? [];
  for (const draft of all) if (Date.now() - draft.at >= dayLong) await dropDraft(draft.name);
}
