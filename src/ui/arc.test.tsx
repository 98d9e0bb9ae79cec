import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { Language } from '../platform/language.ts';
import { Arc, type ArcProps } from './arc.tsx';
import { Speech } from './speech.tsx';

const programme: ArcProps['segments'] = [
  { from: 540, to: 568, state: 'attended', label: 'Yhteinen aamu' },
  { from: 570, to: 690, state: 'now', label: 'Omat tehtävät' },
  { from: 690, to: 720, state: 'missed', label: 'Soitto' },
  { from: 750, to: 825, state: 'coming', label: 'Hyvän olon hetki' },
  { from: 825, to: 900, state: 'coming', label: 'Päivän lopetus' },
];

function draw(props: Partial<ArcProps> = {}, language: Language = 'fi'): string {
  const arc: ArcProps = {
    size: 'large',
    start: 540,
    end: 900,
    now: 581,
    segments: programme,
    label: 'Kaari',
    ...props,
  };
  const value = { language, newKey: () => 'key', nonce: 'nonce', path: '/' };
  return renderToString(
    <Speech value={value}>
      <Arc {...arc} />
    </Speech>,
  );
}

test('a whole day of five parts weighs at most 1.3 kB beside its words', () => {
  const svg = /<svg.*<\/svg>/s.exec(draw())?.[0] ?? '';
  const drawing = svg.replace(/aria-label="[^"]*"/, '');
  expect(drawing.match(/<path class="(attended|now|missed|coming)"/g)).toHaveLength(5);
  expect(Buffer.byteLength(drawing)).toBeLessThanOrEqual(1300);
});

test('a person who does not see the picture hears each part, its time and its state', () => {
  expect(draw()).toContain(
    'aria-label="Kaari, 9.00–15.00. 9.00 Yhteinen aamu, mukana. 9.30 Omat tehtävät, menossa. 11.30 Soitto, ei mukana. ' +
      '12.30 Hyvän olon hetki, tulossa. 13.45 Päivän lopetus, tulossa. Nyt 9.41."',
  );
  expect(draw({}, 'en')).toContain('9:30 Omat tehtävät, under way.');
});

test('the sun stands only where a now is given', () => {
  expect(draw()).toContain('class="sun"');
  expect(draw({ now: undefined })).not.toContain('class="sun"');
});

test('the picture carries no inline style, which the security policy would drop', () => {
  expect(draw()).not.toMatch(/style=/);
});
