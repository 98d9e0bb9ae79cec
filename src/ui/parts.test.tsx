import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { BarChart } from './bar-chart.tsx';
import { DialogButton } from './buttons.tsx';
import { DataTable } from './data-table.tsx';
import { Island } from './island.tsx';
import { EmptyState, Figures, Notice, Status } from './parts.tsx';
import { Speech } from './speech.tsx';
import { Pagination, Tabs } from './ways.tsx';

const words = { fi: 'Asiakkaat', sv: 'Klienter', en: 'Clients' };

function draw(children: ComponentChildren, language: 'fi' | 'sv' | 'en' = 'fi'): string {
  const value = { language, newKey: () => 'key', nonce: 'n', path: '/' };
  return renderToString(<Speech value={value}>{children}</Speech>);
}

const columns = [
  { key: 'name', label: 'Nimi' },
  { key: 'hours', label: 'Tunnit', align: 'end' as const },
];

test('on a phone each value of a table keeps its label, and the name is the header of its row', () => {
  const html = draw(
    <DataTable
      caption={words}
      columns={columns}
      rows={[{ id: 7, name: 'Aino', hours: 3 }]}
      rowKey={(row) => row.id}
    />,
  );
  expect(html).toMatch(/<th role="rowheader" scope="row">Aino</);
  expect(html).toMatch(/<td role="cell" class="end" data-label="Tunnit">3</);
  expect(html).toContain('<caption>Asiakkaat</caption>');
});

test('an empty table says what will be here instead of showing bare headings', () => {
  const empty = <EmptyState title="Täällä näkyvät asiakkaasi" />;
  const html = draw(<DataTable caption={words} columns={columns} rows={[]} rowKey={() => 1} empty={empty} />);
  expect(html).toContain('Täällä näkyvät asiakkaasi');
  expect(html).not.toContain('<table');
});

test('a list of one page has no page links; the first page leads only onward', () => {
  const href = (page: number) => `?page=${page}`;
  expect(draw(<Pagination page={1} pages={1} href={href} />)).toBe('');
  const first = draw(<Pagination page={1} pages={3} href={href} />, 'sv');
  expect(first).toContain('href="?page=2"');
  expect(first).toContain('Sida 1 / 3');
  expect(first).not.toContain('rel="prev"');
});

test('a state is said in words beside its mark', () => {
  for (const mood of ['good', 'now', 'warning', 'bad', 'quiet'] as const)
    expect(draw(<Status mood={mood}>{words}</Status>)).toMatch(/aria-hidden="true".*Asiakkaat/);
});

test('a notice always has a title in words, and is read aloud only when it answers an act', () => {
  expect(draw(<Notice kind="warning">Teksti</Notice>, 'en')).toMatch(/Note.*Teksti/);
  expect(draw(<Notice kind="good" announce />)).toContain('role="status"');
  expect(draw(<Notice kind="good" />)).not.toContain('role=');
});

test('where the browser cannot open a dialog by itself, the same words are a link to a page', () => {
  const html = draw(
    <DialogButton dialog="remove" href="/remove" kind="danger">
      Poista
    </DialogButton>,
  );
  expect(html).toContain(
    '<button class="button danger by-command" type="button" command="show-modal" commandfor="remove">',
  );
  expect(html).toContain('<a class="button danger by-link" href="/remove">');
});

test('bars show the same numbers as words, and survive nothing but zeros', () => {
  const html = draw(
    <BarChart
      caption={words}
      unit="pv"
      bars={[
        { label: 'Syyskuu', value: 1200 },
        { label: 'Lokakuu', value: 0 },
        { label: 'Marraskuu', value: -3 },
      ]}
    />,
  );
  expect(html).toMatch(/1\s200 pv/);
  expect(html).not.toMatch(/NaN|width="-/);
  expect(draw(<BarChart caption={words} bars={[{ label: 'Syyskuu', value: 0 }]} />)).not.toMatch(
    /NaN|Infinity/,
  );
});

test('a figure leads to the rows behind it', () => {
  expect(draw(<Figures figures={[{ value: 3, label: words, href: '/silent' }]} />)).toContain(
    '<a href="/silent"><b>3</b>',
  );
});

test('only the open tab is marked as current', () => {
  const tabs = [
    { label: words, href: '/a', current: true },
    { label: 'Muut', href: '/b', current: false },
  ];
  expect(draw(<Tabs label="Näkymät" tabs={tabs} />).match(/aria-current/g)).toHaveLength(1);
});

test('the props of an island are data, whatever stands in them', () => {
  const html = draw(
    <Island name="clock" props={{ text: '"><script>alert(1)</script>' }}>
      <p>9.30</p>
    </Island>,
  );
  const attribute = /data-props="([^"]*)"/.exec(html)?.[1] ?? '';
  expect(
    JSON.parse(attribute.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')),
  ).toEqual({
    text: '"><script>alert(1)</script>',
  });
  expect(html).toContain('<p>9.30</p>');
});
