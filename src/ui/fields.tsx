// The fields of a form. Each shows its label, hint and error, ties them to the control for screen readers, and
// keeps what was written. What may be left empty is marked; what is needed is the rule and carries no star.
import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { type FormState, fieldId } from './form.tsx';
import { Icon } from './icons.tsx';
import { useSay, type Words } from './speech.tsx';
import { uiTexts } from './texts.ts';

export type FieldProps = {
  form: FormState;
  name: string;
  label: Words;
  hint?: Words | undefined;
  /** True unless told: a field that may be left empty says so. */
  required?: boolean | undefined;
};

export type Option = { value: string; label: Words; hint?: Words | undefined };

type InputSettings = {
  type: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'date' | 'time' | 'file';
  class?: string;
  inputmode?: 'numeric' | 'decimal';
  autocomplete?: string;
  spellcheck?: boolean;
  min?: string | undefined;
  max?: string | undefined;
  maxlength?: number | undefined;
  list?: string | undefined;
  accept?: string | undefined;
  multiple?: boolean | undefined;
  capture?: 'user' | 'environment' | undefined;
};

type InputProps = FieldProps & {
  autoComplete?: string | undefined;
  maxLength?: number | undefined;
  /** Roughly how long the answer is: `short` for numbers and codes, `medium` for names. */
  width?: 'short' | 'medium' | undefined;
  /** Answers that the browser offers while one writes; any other may be written too. */
  suggestions?: readonly string[] | undefined;
};

export function TextField(
  props: InputProps & { type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | undefined },
) {
  const list = props.suggestions && `${fieldId(props.name)}-list`;
  return <InputField {...props} input={{ type: props.type ?? 'text', maxlength: props.maxLength, list }} />;
}

/** A date written with the browser's own control; its value is an ISO day ("2026-11-24"). */
export function DateField(props: InputProps & { min?: string | undefined; max?: string | undefined }) {
  const input: InputSettings = { type: 'date', min: props.min, max: props.max };
  return <InputField {...props} hint={props.hint ?? uiTexts.dateHint} width="short" input={input} />;
}

/** A time of day with the browser's own control; its value is "09:30". */
export function TimeField(props: InputProps) {
  return (
    <InputField {...props} hint={props.hint ?? uiTexts.timeHint} width="short" input={{ type: 'time' }} />
  );
}

/** A number as text with a number keyboard: `type=number` loses input and changes under a mouse wheel. */
export function NumberField(props: InputProps & { decimals?: boolean | undefined }) {
  const input: InputSettings = { type: 'text', inputmode: props.decimals ? 'decimal' : 'numeric' };
  return <InputField {...props} width={props.width ?? 'short'} input={input} />;
}

/** A one-time code: the phone offers the one it just received. */
export function CodeField(props: InputProps) {
  const input: InputSettings = {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    maxlength: 12,
    spellcheck: false,
  };
  return (
    <InputField
      {...props}
      hint={props.hint ?? uiTexts.codeHint}
      width="short"
      input={{ ...input, class: 'code' }}
    />
  );
}

export function FileField(
  props: FieldProps & {
    accept?: string | undefined;
    multiple?: boolean | undefined;
    capture?: 'user' | 'environment' | undefined;
  },
) {
  const input: InputSettings = {
    type: 'file',
    accept: props.accept,
    multiple: props.multiple,
    capture: props.capture,
  };
  // A browser never fills a file field again, so a kept value is not written.
  return <InputField {...props} kept={false} input={input} />;
}

export function TextArea(props: FieldProps & { rows?: number | undefined; maxLength?: number | undefined }) {
  return (
    <Field {...props}>
      <textarea {...controlProps(props)} rows={props.rows ?? 5} maxlength={props.maxLength}>
        {`\n${keptValue(props)}`}
      </textarea>
    </Field>
  );
}

/** A list to choose one from; use `RadioGroup` when there are fewer than about seven. */
export function SelectField(
  props: FieldProps & {
    options: readonly Option[] /** The words of the empty choice; false leaves it out. */;
    choose?: Words | false;
  },
) {
  const say = useSay();
  const value = keptValue(props);
  return (
    <Field {...props}>
      <select {...controlProps(props)}>
        {props.choose !== false && <option value="">{say(props.choose ?? uiTexts.choose)}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {say(option.label)}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Choices of which one is taken, all in sight. `inline` sets short ones beside one another. */
export function RadioGroup(props: FieldProps & { options: readonly Option[]; inline?: boolean | undefined }) {
  return <ChoiceGroup {...props} type="radio" />;
}

/** Choices of which any number is taken; all are sent under the same name. */
export function CheckboxGroup(
  props: FieldProps & { options: readonly Option[]; inline?: boolean | undefined },
) {
  return <ChoiceGroup {...props} type="checkbox" />;
}

/** One thing to agree to or to switch on; sends "yes". It may be left empty unless `required` is true. */
export function Checkbox(props: FieldProps) {
  const kept = keptValue(props);
  return (
    <div class={`field${props.form.errors[props.name] ? ' wrong' : ''}`}>
      <FieldError {...props} />
      <Choice
        type="checkbox"
        id={fieldId(props.name)}
        name={props.name}
        option={{ value: 'yes', label: props.label, hint: props.hint }}
        checked={kept === 'yes' || kept === 'on' || kept === 'true'}
        describedBy={props.form.errors[props.name] ? errorId(props.name) : undefined}
      />
    </div>
  );
}

function ChoiceGroup(
  props: FieldProps & {
    options: readonly Option[];
    inline?: boolean | undefined;
    type: 'radio' | 'checkbox';
  },
) {
  const chosen = keptValues(props);
  const wrong = props.form.errors[props.name] !== undefined;
  return (
    <fieldset class={`field${wrong ? ' wrong' : ''}`} aria-describedby={describedBy(props)}>
      <legend class="label">
        <LabelWords {...props} required={props.required ?? props.type === 'radio'} />
      </legend>
      <Hint {...props} />
      <FieldError {...props} />
      <div class={props.inline ? 'choices beside' : 'choices'}>
        {props.options.map((option, at) => (
          <Choice
            key={option.value}
            type={props.type}
            id={at === 0 ? fieldId(props.name) : `${fieldId(props.name)}-${option.value}`}
            name={props.name}
            option={option}
            checked={chosen.includes(option.value)}
            describedBy={undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Choice(props: {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Option;
  checked: boolean;
  describedBy: string | undefined;
}) {
  const say = useSay();
  const hintId = props.option.hint ? `${props.id}-about` : undefined;
  const described = [hintId, props.describedBy].filter(Boolean).join(' ') || undefined;
  return (
    <div class="choice">
      <input
        type={props.type}
        id={props.id}
        name={props.name}
        value={props.option.value}
        checked={props.checked}
        aria-describedby={described}
        aria-invalid={props.describedBy ? 'true' : undefined}
      />
      <label for={props.id}>{say(props.option.label)}</label>
      {props.option.hint && (
        <p class="hint" id={hintId}>
          {say(props.option.hint)}
        </p>
      )}
    </div>
  );
}

function InputField(props: InputProps & { input: InputSettings; kept?: boolean | undefined }) {
  const { class: extra, ...input } = props.input;
  return (
    <Field {...props}>
      <input
        autocomplete={props.autoComplete}
        value={props.kept === false ? undefined : keptValue(props)}
        {...(input as InputHTMLAttributes)}
        {...controlProps(props)}
        class={[props.width, extra].filter(Boolean).join(' ') || undefined}
      />
      {props.suggestions && (
        <datalist id={`${fieldId(props.name)}-list`}>
          {props.suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

function Field(props: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={`field${props.form.errors[props.name] ? ' wrong' : ''}`}>
      <label class="label" for={fieldId(props.name)}>
        <LabelWords {...props} />
      </label>
      <Hint {...props} />
      <FieldError {...props} />
      {props.children}
    </div>
  );
}

function LabelWords(props: { label: Words; required?: boolean | undefined }) {
  const say = useSay();
  return (
    <>
      {say(props.label)}
      {props.required === false && <span class="optional"> ({say(uiTexts.optional)})</span>}
    </>
  );
}

function Hint(props: FieldProps) {
  const say = useSay();
  if (!props.hint) return null;
  return (
    <p class="hint" id={hintIdOf(props.name)}>
      {say(props.hint)}
    </p>
  );
}

function FieldError(props: FieldProps) {
  const say = useSay();
  const error = props.form.errors[props.name];
  if (!error) return null;
  return (
    <p class="error" id={errorId(props.name)}>
      <Icon name="bad" />
      {say(error)}
    </p>
  );
}

function controlProps(props: FieldProps) {
  return {
    id: fieldId(props.name),
    name: props.name,
    'aria-describedby': describedBy(props),
    'aria-invalid': props.form.errors[props.name] ? ('true' as const) : undefined,
    'aria-required': props.required === false ? undefined : ('true' as const),
  };
}

function describedBy(props: FieldProps): string | undefined {
  const ids = [
    props.hint ? hintIdOf(props.name) : undefined,
    props.form.errors[props.name] ? errorId(props.name) : undefined,
  ];
  return ids.filter(Boolean).join(' ') || undefined;
}

function hintIdOf(name: string): string {
  return `${fieldId(name)}-hint`;
}

function errorId(name: string): string {
  return `${fieldId(name)}-error`;
}

function keptValue(props: FieldProps): string {
  return keptValues(props)[0] ?? '';
}

function keptValues(props: FieldProps): readonly string[] {
  const value = props.form.values[props.name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
