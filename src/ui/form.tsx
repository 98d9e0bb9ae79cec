// Forms that work without script. The server checks everything, keeps what was written, and says beside each
// field and in one summary what to do; `novalidate` keeps the browser's own wordless bubbles away.
import type { ComponentChildren } from 'preact';
import { Button, Buttons } from './buttons.tsx';
import { Icon } from './icons.tsx';
import { type Content, useSay, useSpeech, type Words } from './speech.tsx';
import { uiTexts } from './texts.ts';

/** What was written into a form and what is wrong with it, by field name. */
export type FormState = {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: Readonly<Record<string, Words>>;
};

export const emptyForm: FormState = { values: {}, errors: {} };

/** A form filled with what is known already. */
export function filledForm(values: FormState['values']): FormState {
  return { values, errors: {} };
}

export function hasErrors(form: FormState): boolean {
  return Object.keys(form.errors).length > 0;
}

/** The id of the element that an error about the field `name` leads to. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/**
 * A form. A POST (the default) carries a fresh idempotency key in the field `_key`. `submit` gives it one filled
 * button with that word; leave it out and place `<Buttons>` yourself for anything else.
 */
export function Form(props: {
  action: string;
  method?: 'get' | 'post' | undefined;
  /** `multipart/form-data` when there is a `FileField`. */
  encType?: 'multipart/form-data' | undefined;
  id?: string | undefined;
  submit?: Content | undefined;
  /** The name of the form for screen readers, when the page has several alike. */
  label?: Words | undefined;
  /** In one row where there is room: for a search or a single field. */
  inline?: boolean | undefined;
  /**
   * A name for what is being written, of this person and this thing (`diary/<day>/<person>`): then nothing typed is
   * lost with the connection, and it is sent once when the connection is back (drafts.browser.ts).
   */
  draft?: string | undefined;
  children?: ComponentChildren;
}) {
  const { newKey } = useSpeech();
  const say = useSay();
  const method = props.method ?? 'post';
  return (
    <form
      class={props.inline ? 'form inline' : 'form'}
      id={props.id}
      action={props.action}
      method={method}
      enctype={props.encType}
      aria-label={props.label && say(props.label)}
      data-draft={props.draft}
      novalidate
    >
      {method === 'post' && <input type="hidden" name="_key" value={newKey()} />}
      {props.children}
      {props.draft !== undefined && <DraftState />}
      {props.submit !== undefined && (
        <Buttons>
          <Button kind="main">{props.submit}</Button>
        </Buttons>
      )}
    </form>
  );
}

// The words are here for the script; without it nothing is kept and nothing is said.
function DraftState() {
  const say = useSay();
  return (
    <p
      class="draft-state small"
      role="status"
      data-waiting={say(uiTexts.draftWaiting)}
      data-sending={say(uiTexts.draftSending)}
      data-sent={say(uiTexts.draftSent)}
      data-restored={say(uiTexts.draftRestored)}
    />
  );
}

/** A form of a single button: an act in a row, with its hidden fields. */
export function ActForm(props: {
  action: string;
  fields?: Record<string, string> | undefined;
  children: ComponentChildren;
}) {
  const { newKey } = useSpeech();
  return (
    <form class="act" action={props.action} method="post">
      <input type="hidden" name="_key" value={newKey()} />
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}

/**
 * The list of what to check, first on the page after its title; nothing when there are no errors. It takes the
 * focus when the page opens. Each error leads to its field; the error named `form` belongs to no field.
 */
export function ErrorSummary({ form }: { form: FormState }) {
  const say = useSay();
  const errors = Object.entries(form.errors);
  if (errors.length === 0) return null;
  return (
    <div class="notice bad" role="alert" tabindex={-1} autofocus id="errors">
      <Icon name="bad" />
      <div>
        <h2>{say(uiTexts.checkThese, { count: errors.length })}</h2>
        <ul>
          {errors.map(([name, error]) => (
            <li key={name}>
              {name === 'form' ? say(error) : <a href={`#${fieldId(name)}`}>{say(error)}</a>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export function HiddenField(props: { name: string; value: string }) {
  return <input type="hidden" name={props.name} value={props.value} />;
}
