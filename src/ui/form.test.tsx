import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { Language } from '../platform/language.ts';
import {
  Checkbox,
  CheckboxGroup,
  FileField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from './fields.tsx';
import { ActForm, ErrorSummary, emptyForm, Form, type FormState } from './form.tsx';

import { Speech } from './speech.tsx';

const label = { fi: 'Puhelin', sv: 'Telefon', en: 'Phone' };
const wrong = { fi: 'Kirjoita numero.', sv: 'Skriv numret.', en: 'Write the number.' };
const modes = [
  { value: 'video', label: 'Videolla' },
  { value: 'text', label: 'Kirjoittamalla' },
];

function draw(children: ComponentChildren, language: Language = 'fi'): string {
  let keys = 0;
  const newKey = () => {
    keys += 1;
    return `key-${keys}`;
  };
  return renderToString(<Speech value={{ language, newKey, nonce: 'n', path: '/' }}>{children}</Speech>);
}

test('every form that changes something carries its own key, so that a double click has one effect', () => {
  const html = draw(
    <>
      <Form action="/a" submit="Lähetä" />
      <ActForm action="/b">
        <button type="submit">Soita</button>
      </ActForm>
      <Form action="/find" method="get" />
    </>,
  );
  expect(html.match(/name="_key" value="key-\d"/g)).toEqual([
    'name="_key" value="key-1"',
    'name="_key" value="key-2"',
  ]);
  expect(html).toContain('novalidate');
});

test('a person keeps what they wrote and hears what to do beside the field', () => {
  const form: FormState = { values: { phone: '040 "<b>"' }, errors: { phone: wrong } };
  const html = draw(<TextField form={form} name="phone" label={label} hint="Vihje" />);
  expect(html).toContain('value="040 &quot;&lt;b>&quot;"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('aria-describedby="field-phone-hint field-phone-error"');
  expect(html).toContain('id="field-phone-error"');
  expect(html).toContain('Kirjoita numero.');
});

test('the summary takes the focus, leads to each field and says a general error without a link', () => {
  const form: FormState = { values: {}, errors: { phone: wrong, form: 'Aika ehti mennä toiselle.' } };
  const html = draw(<ErrorSummary form={form} />, 'sv');
  expect(html).toContain('role="alert"');
  expect(html).toMatch(/tabindex="-1"[^>]* autofocus/);
  expect(html).toContain('<a href="#field-phone">Skriv numret.</a>');
  expect(html).toContain('<li>Aika ehti mennä toiselle.</li>');
  expect(html).toContain('Kontrollera de här punkterna');
});

test('a form without errors shows no summary', () => {
  expect(draw(<ErrorSummary form={emptyForm} />)).toBe('');
});

test('what may be left empty says so in words; what is needed carries no star', () => {
  expect(draw(<TextField form={emptyForm} name="a" label={label} required={false} />)).toContain(
    '(vapaaehtoinen)',
  );
  const needed = draw(<TextField form={emptyForm} name="a" label={label} />);
  expect(needed).toContain('aria-required="true"');
  expect(needed).not.toMatch(/\*|vapaaehtoinen/);
});

test('choices are kept, and an error about them leads to the first', () => {
  const form: FormState = {
    values: { mode: 'text', by: ['video', 'text'], agree: 'yes' },
    errors: { mode: wrong },
  };
  const html = draw(
    <>
      <RadioGroup form={form} name="mode" label="Tapa" options={modes} />
      <CheckboxGroup form={form} name="by" label="Miten" options={modes} />
      <Checkbox form={form} name="agree" label="Muistuta" />
    </>,
  );
  expect(html.match(/checked/g)).toHaveLength(4);
  expect(html).toMatch(/<input type="radio" id="field-mode"[^>]*value="video"/);
  expect(html).toMatch(/<input type="radio" id="field-mode-text"[^>]*checked/);
  expect(html).toMatch(/<fieldset[^>]*aria-describedby="field-mode-error"/);
});

test('a list shows what was chosen before', () => {
  const html = draw(
    <SelectField form={{ values: { m: 'text' }, errors: {} }} name="m" label="Tapa" options={modes} />,
  );
  expect(html).toMatch(/<option value="text" selected>/);
  expect(html).toMatch(/<option value(="")?>Valitse</);
});

test('a text that begins with an empty line keeps it', () => {
  const html = draw(<TextArea form={{ values: { t: '\nHei' }, errors: {} }} name="t" label="Teksti" />);
  // A browser drops the first line break after the tag, so there must be one more.
  expect(html).toContain('>\n\nHei</textarea>');
});

test('a file field never claims to hold a file', () => {
  const html = draw(<FileField form={{ values: { f: 'kuva.jpg' }, errors: {} }} name="f" label="Kuva" />);
  expect(html).not.toContain('kuva.jpg');
});
