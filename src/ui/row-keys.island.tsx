// Keys for a table whose rows act in place: arrows move from row to row, Enter opens, one letter an act. A letter works
// only while the focus is within a row (WCAG 2.1.4), and does what the row's own button does, so nothing is possible
// by key alone.
import { useEffect, useRef, useState } from 'preact/hooks';

export type RowKeysProps = {
  /** The words of the button that lists the keys, and of the list. */
  label: string;
  close: string;
  keys: readonly { key: string; label: string }[];
};

const rowsOf = () => [...document.querySelectorAll<HTMLElement>('tr[data-row]')];
const rowOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('tr[data-row]') : null;

/** What the focus goes to in a row: its own link, else its first control. */
function enter(row: HTMLElement | undefined): void {
  row?.querySelector<HTMLElement>('th a, th input, a, button, input, select')?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

function move(from: HTMLElement | null, step: number): boolean {
  const rows = rowsOf();
  if (rows.length === 0) return false;
  const at = from ? rows.indexOf(from) + step : 0;
  enter(rows[Math.min(rows.length - 1, Math.max(0, at))]);
  return true;
}

const acts = 'a, button, summary, input:not([type=hidden])';

// Somebody who writes, or opens a list of choices, keeps all keys.
const isBusy = (target: EventTarget | null) =>
  target instanceof Element && target.matches('select, textarea, input:not([type=checkbox])');

export default function RowKeys(props: RowKeysProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setReady(true);
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isBusy(event.target)) return;
      if (dialog.current?.open) return;
      const row = rowOf(event.target);
      const free = row !== null || event.target === document.body;
      const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (arrow !== undefined && free) {
        if (move(row, arrow)) event.preventDefault();
        return;
      }
      if (!row) return;
      if (event.key === 'Escape') {
        for (const open of row.querySelectorAll<HTMLDetailsElement>('details[open]')) open.open = false;
        enter(row);
        return;
      }
      if (event.key === '?') {
        dialog.current?.showModal();
        event.preventDefault();
        return;
      }
      const place = row.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
      const control = place?.matches(acts) ? place : place?.querySelector<HTMLElement>(acts);
      if (!control) return;
      event.preventDefault();
      control.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  if (!ready) return null;
  return (
    <>
      <button type="button" class="button text small-button" onClick={() => dialog.current?.showModal()}>
        {props.label}
      </button>
      <dialog class="dialog" ref={dialog} aria-label={props.label}>
        <div class="flow">
          <h2>{props.label}</h2>
          <dl class="facts">
            {props.keys.map((one) => (
              <div key={one.key}>
                <dt>
                  <kbd>{one.key}</kbd>
                </dt>
                <dd>{one.label}</dd>
              </div>
            ))}
          </dl>
          <form method="dialog">
            <button class="button quiet" type="submit">
              {props.close}
            </button>
          </form>
        </div>
      </dialog>
    </>
  );
}
