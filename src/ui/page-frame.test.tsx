import { expect, test } from 'vitest';
import { accentFrom } from './contrast.ts';
import { type Frame, type PageKind, renderDocument } from './page-frame.tsx';
import { StylePage } from './style-page.tsx';

function frame(change: Partial<Frame> = {}): Frame {
  let keys = 0;
  return {
    language: 'fi',
    languagePath: '/language',
    languages: ['fi', 'sv', 'en', 'fi-simple'],
    nonce: 'abc123',
    path: '/today',
    officeName: 'Likijärvi',
    unitName: 'Nuorten työpaja',
    navigation: [
      { label: 'Tänään', href: '/', current: true, icon: 'day' },
      { label: 'Viestit', href: '/messages', current: false },
    ],
    assets: { css: '/assets/likista.css', script: '/assets/browser.js' },
    newKey: () => {
      keys += 1;
      return `key-${keys}`;
    },
    ...change,
  };
}

function page(change: Partial<Frame> = {}, kind: PageKind = 'client'): string {
  return renderDocument({ frame: frame(change), title: 'Tänään', kind, content: <p>Sisältö</p> });
}

test('a page says its language, title and content, and the way past the menu comes first', () => {
  const html = page();
  expect(html).toMatch(/^<!doctype html><html lang="fi">/);
  expect(html).toContain('<title>Tänään – Nuorten työpaja</title>');
  expect(html).toMatch(/<body data-kind="client"><a class="skip" href="#main">/);
  expect(html).toMatch(/<main id="main"[^>]*><p>Sisältö<\/p><\/main>/);
});

test('Easy Finnish is Finnish to a screen reader', () => {
  expect(page({ language: 'fi-simple' })).toContain('<html lang="fi">');
  expect(page({ language: 'sv' })).toContain('<html lang="sv">');
});

test('the language is changed by a form that posts, and each language is named in itself', () => {
  const html = page();
  expect(html).toMatch(/<form[^>]*action="\/language" method="post"/);
  expect(html).toContain('<input type="hidden" name="back" value="/today"/>');
  expect(html).toMatch(/<button[^>]*name="to" value="sv" lang="sv">Svenska</);
  expect(html).toMatch(/value="fi" lang="fi" aria-current="true">Suomi</);
});

test('a client has one menu, staff have one for the phone and one for the desk, a call has none', () => {
  const menus = (kind: PageKind) => page({}, kind).match(/<nav/g)?.length ?? 0;
  expect([menus('client'), menus('staff'), menus('public'), menus('call')]).toEqual([1, 2, 1, 0]);
});

test('the current page is marked in the menu', () => {
  expect(page().match(/aria-current="page"/g)).toHaveLength(1);
});

test('nothing on any page breaks the security policy: no inline style or script, styles only under the nonce', () => {
  const made = accentFrom('#7a1fa2');
  if (!made.ok) throw new Error('The colour should have been taken.');
  const html = renderDocument({
    frame: frame({ accent: made.accent, signOutHref: '/sign-out', helpHref: '/help', demo: true }),
    title: 'Osat',
    kind: 'staff',
    content: <StylePage here="/style" />,
  });
  expect(html).not.toMatch(/ style=| on[a-z]+=/);
  expect(html.match(/<style[^>]*>/g)).toEqual(['<style nonce="abc123">']);
  expect(html.match(/<script[^>]*>/g)).toEqual([
    '<script type="module" src="/assets/browser.js" nonce="abc123">',
  ]);
  expect(html).toContain(`--accent:${made.accent.light}`);
});

test('a colour that is not a colour never reaches the page', () => {
  const evil = '#fff</style><script>';
  const html = page({ accent: { light: '#0a5c66', dark: '#6fd0d6', onLight: evil, onDark: '#06262b' } });
  expect(html).not.toContain('</style><script>');
  expect(html).toContain('--accent:#0a5c66');
});

test('a name with markup in it is shown as text', () => {
  expect(page({ personName: '<img src=x>' })).toContain('&lt;img src=x>');
});

test('no id stands twice on the page that shows every part', () => {
  const html = renderDocument({
    frame: frame(),
    title: 'Osat',
    kind: 'client',
    content: <StylePage here="/style" />,
  });
  const ids = html.match(/ id="[^"]*"/g) ?? [];
  expect(ids.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a page with an address in each language leads to the same page in another one, for people and for machines', () => {
  const html = page({
    language: 'sv',
    inLanguages: [
      { language: 'fi', href: '/fi/palvelut?mode=video', address: 'https://likista.example/fi/palvelut' },
      { language: 'sv', href: '/sv/tjanster?mode=video', address: 'https://likista.example/sv/tjanster' },
      {
        language: 'fi-simple',
        href: '/selko/palvelut?mode=video',
        address: 'https://likista.example/selko/palvelut',
      },
    ],
  });
  expect(html).toContain('<link rel="canonical" href="https://likista.example/sv/tjanster"/>');
  expect(html).toContain('<link rel="alternate" hreflang="fi" href="https://likista.example/fi/palvelut"/>');
  expect(html).toContain('hreflang="fi-simple" href="https://likista.example/selko/palvelut"/>');
  expect(html).toMatch(/<a href="\/fi\/palvelut\?mode=video" lang="fi" hreflang="fi">Suomi</);
  expect(html).toMatch(/lang="sv" hreflang="sv" aria-current="true">Svenska</);
  expect(html).not.toContain('action="/language"');
  expect(page()).not.toContain('canonical');
});

test('no word in the data about a page can end its element', () => {
  const html = page({ structuredData: { name: '</script><script>alert(1)</script>' } });
  const block = /<script type="application\/ld\+json">(.*?)<\/script><\/head>/.exec(html)?.[1] ?? '';
  expect(JSON.parse(block)).toEqual({ name: '</script><script>alert(1)</script>' });
  expect(block).not.toContain('<');
});
