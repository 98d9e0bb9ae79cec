// The frame around every page: head, skip link, who and where, navigation, content, language, footer.
// It is the only place that writes a whole document and the only one that writes a style element (the office's
// colour, under this answer's nonce).
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { htmlLanguage, type Language } from '../platform/language.ts';
import { type Accent, softAccents } from './contrast.ts';
import { Form } from './form.tsx';
import { Icon, isIconName } from './icons.tsx';
import { Live } from './live.tsx';
import { Speech, useSay } from './speech.tsx';
import { uiTexts } from './texts.ts';

export type PageKind = 'client' | 'staff' | 'public' | 'call';

/** What is new behind an entry of the menu, and the signed topic that hints of it. */
export type News = { count: number; token: string };

/** What the reader must learn of on any page just now, and the signed topic that hints of it. */
export type FrameNotice = { content: ComponentChildren; token: string };

export type NavigationItem = {
  label: string;
  href: string;
  current: boolean;
  icon?: string | undefined;
  news?: News | undefined;
};

export type Frame = {
  language: Language;
  /** Where the language switch posts `to` and `back`. */
  languagePath: string;
  languages: readonly Language[];
  nonce: string;
  /** The path of this page. */
  path: string;
  /** This page in each language, when each has its own address: `href` to follow, `address` for others to keep. */
  inLanguages?: readonly { language: Language; href: string; address: string }[] | undefined;
  description?: string | undefined;
  /** JSON-LD (schema.org) about what the page shows. */
  structuredData?: object | undefined;
  officeName: string;
  unitName?: string | undefined;
  /** The office's own picture, with the words that stand for it. */
  logo?: { src: string; width: number; height: number; alt: string } | undefined;
  accent?: Accent | undefined;
  /** Clients have at most five: they stand in one bar at the bottom of the phone. */
  navigation: readonly NavigationItem[];
  notice?: FrameNotice | undefined;
  personName?: string | undefined;
  helpHref?: string | undefined;
  /** Signing out is a POST. */
  signOutHref?: string | undefined;
  accessibilityHref?: string | undefined;
  footerLinks?: readonly { label: string; href: string }[] | undefined;
  assets: {
    css: string;
    script?: string | undefined;
    icon?: string | undefined;
    /** The scripts and styles that an island needs. */
    filesOf?(island: string): readonly string[];
  };
  newKey(): string;
  /** The address of the page's stream of hints, read by the browser's script. */
  liveHref?: string | undefined;
  demo?: boolean | undefined;
};

export type DocumentProps = {
  frame: Frame;
  title: string;
  kind: PageKind;
  content: ComponentChildren;
  /** The page answers a form that has errors: its title says so, as screen readers read it first. */
  errors?: boolean | undefined;
};

/** The whole HTML document of a page. */
export function renderDocument(props: DocumentProps): string {
  const { frame } = props;
  const { language, newKey, nonce, path } = frame;
  const document = (
    <Speech value={{ language, newKey: () => newKey(), nonce, path }}>
      <Document {...props} />
    </Speech>
  );
  return `<!doctype html>${withData(withEagerIslands(renderToString(document), frame), frame)}`;
}

// A block of data, which no browser runs: the content security policy lets it be. Escaped so that no word in it can end
// the element (HTML, 4.12.1.3).
function withData(html: string, { structuredData }: Frame): string {
  if (!structuredData) return html;
  const json = JSON.stringify(structuredData).replaceAll('<', '\\u003c');
  return html.replace('</head>', () => `<script type="application/ld+json">${json}</script></head>`);
}

// An island in a hurry has all its files named in the head, so that the browser need not find them one after another.
function withEagerIslands(html: string, { assets }: Frame): string {
  const names = new Set(
    [...html.matchAll(/ data-island="([a-z-]+)" data-eager/g)].map((found) => found[1] ?? ''),
  );
  const files = new Set([...names].flatMap((name) => [...(assets.filesOf?.(name) ?? [])]));
  const links = [...files].map((file) =>
    file.endsWith('.css')
      ? `<link rel="stylesheet" href="${file}">`
      : `<link rel="modulepreload" href="${file}">`,
  );
  links.push(...warmed(html, assets));
  return links.length > 0 ? html.replace('</head>', `${links.join('')}</head>`) : html;
}

// What the next page will need, and this one's islands do not bring anyway, is fetched when this page is at rest, and
// waits in the browser's cache.
function warmed(html: string, { filesOf }: Frame['assets']): string[] {
  const filesNamedBy = (mark: RegExp) =>
    new Set([...html.matchAll(mark)].flatMap((found) => [...(filesOf?.(found[1] ?? '') ?? [])]));
  const here = filesNamedBy(/ data-island="([a-z-]+)"/g);
  return [...filesNamedBy(/ data-warms="([a-z-]+)"/g)]
    .filter((file) => !here.has(file))
    .map((file) => `<link rel="prefetch" as="${file.endsWith('.css') ? 'style' : 'script'}" href="${file}">`);
}

function Document({ frame, title, kind, content, errors }: DocumentProps) {
  const say = useSay();
  const shown = errors ? say(uiTexts.errorBeforeTitle, { title }) : title;
  return (
    <html lang={htmlLanguage(frame.language)}>
      <head>
        <meta charset="utf-8" />
        <title>{`${shown} – ${frame.unitName ?? frame.officeName}`}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {frame.description && <meta name="description" content={frame.description} />}
        <Addresses frame={frame} />
        <link rel="stylesheet" href={frame.assets.css} />
        {frame.assets.icon && <link rel="icon" href={frame.assets.icon} />}
        {frame.accent && <style nonce={frame.nonce}>{accentStyle(frame.accent)}</style>}
        {frame.assets.script && <script type="module" src={frame.assets.script} nonce={frame.nonce} />}
      </head>
      <body data-kind={kind} data-live={frame.liveHref}>
        <a class="skip" href="#main">
          {say(uiTexts.skipToContent)}
        </a>
        <Header frame={frame} />
        {kind === 'staff' && frame.navigation.length > 0 && <StaffMenu frame={frame} />}
        {(kind === 'client' || kind === 'public') && frame.navigation.length > 0 && (
          <nav class={kind === 'client' ? 'bar' : 'bar top'} aria-label={say(uiTexts.mainNavigation)}>
            <NavigationList items={frame.navigation} place="bar" />
          </nav>
        )}
        <main id="main" tabindex={-1}>
          {frame.notice && (
            <Live id="frame-notice" topics={[frame.notice.token]} announce>
              {frame.notice.content}
            </Live>
          )}
          {content}
        </main>
        {kind !== 'call' && <Footer frame={frame} />}
      </body>
    </html>
  );
}

// One address for search engines, and the same page in the other languages. `fi-simple` is Easy Finnish (BCP 47 with
// the registered variant "simple").
function Addresses({ frame }: { frame: Frame }) {
  const all = frame.inLanguages ?? [];
  const own = all.find((one) => one.language === frame.language);
  return (
    <>
      {own && <link rel="canonical" href={own.address} />}
      {all.map((one) => (
        <link key={one.language} rel="alternate" hreflang={one.language} href={one.address} />
      ))}
    </>
  );
}

function Header({ frame }: { frame: Frame }) {
  const say = useSay();
  return (
    <header>
      {frame.demo && (
        <p class="demo">
          {say(uiTexts.demonstration)} <a href="/outbox">{say(uiTexts.sentMessages)}</a>
        </p>
      )}
      <div class="header">
        <p class="where">
          {frame.logo && (
            <img
              class="logo"
              src={frame.logo.src}
              width={frame.logo.width}
              height={frame.logo.height}
              alt={frame.logo.alt}
            />
          )}
          <span>{frame.unitName ?? frame.officeName}</span>
          {frame.unitName && <span class="office">{frame.officeName}</span>}
        </p>
        {frame.helpHref && (
          <a href={frame.helpHref}>
            <Icon name="help" />
            {say(uiTexts.help)}
          </a>
        )}
      </div>
    </header>
  );
}

// The same list twice: opened by the browser's own element on phones, standing at the side where there is room.
// CSS shows one of them, so a screen reader meets only one.
function StaffMenu({ frame }: { frame: Frame }) {
  const say = useSay();
  const label = say(uiTexts.mainNavigation);
  return (
    <>
      <details class="menu">
        <summary>{say(uiTexts.menu)}</summary>
        <nav aria-label={label}>
          <NavigationList items={frame.navigation} place="menu" />
        </nav>
      </details>
      <nav class="side" aria-label={label}>
        <NavigationList items={frame.navigation} place="side" />
      </nav>
    </>
  );
}

function NavigationList({ items, place }: { items: readonly NavigationItem[]; place: string }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.icon && isIconName(item.icon) && <Icon name={item.icon} />}
            <span>{item.label}</span>
            {item.news && <NewsMark news={item.news} place={place} />}
          </a>
        </li>
      ))}
    </ul>
  );
}

// The number stands beside its word; a screen reader hears "3 new". Nothing is drawn when nothing is new.
function NewsMark({ news: { count, token }, place }: { news: News; place: string }) {
  const say = useSay();
  return (
    <Live as="span" id={`news-${place}`} topics={[token]}>
      {count > 0 && (
        <span class="news">
          {count > 99 ? '99+' : count}
          <span class="unseen"> {say(uiTexts.newThings, { count })}</span>
        </span>
      )}
    </Live>
  );
}

function Footer({ frame }: { frame: Frame }) {
  const say = useSay();
  const links = [...(frame.footerLinks ?? [])];
  if (frame.accessibilityHref)
    links.push({ label: say(uiTexts.accessibilityStatement), href: frame.accessibilityHref });
  return (
    <footer class="footer">
      {frame.inLanguages ? (
        <LanguageLinks frame={frame} languages={frame.inLanguages} />
      ) : (
        frame.languages.length > 1 && <LanguageSwitch frame={frame} />
      )}
      {links.map((link) => (
        <a key={link.href} href={link.href}>
          {link.label}
        </a>
      ))}
      {frame.personName && <span class="quiet-ink">{frame.personName}</span>}
      {frame.signOutHref && (
        <Form action={frame.signOutHref}>
          <button class="link" type="submit">
            {say(uiTexts.signOut)}
          </button>
        </Form>
      )}
    </footer>
  );
}

export const languageNames: Record<Language, string> = {
  fi: 'Suomi',
  sv: 'Svenska',
  en: 'English',
  'fi-simple': 'Selkosuomi',
};

function LanguageLinks(props: { frame: Frame; languages: NonNullable<Frame['inLanguages']> }) {
  const say = useSay();
  return (
    <nav class="languages" aria-label={say(uiTexts.chooseLanguage)}>
      {props.languages.map(({ language, href }) => (
        <a
          key={language}
          href={href}
          lang={htmlLanguage(language)}
          hreflang={htmlLanguage(language)}
          aria-current={language === props.frame.language ? 'true' : undefined}
        >
          {languageNames[language]}
        </a>
      ))}
    </nav>
  );
}

function LanguageSwitch({ frame }: { frame: Frame }) {
  return (
    <Form action={frame.languagePath} label={uiTexts.chooseLanguage}>
      <input type="hidden" name="back" value={frame.path} />
      <div class="languages">
        {frame.languages.map((language) => (
          <button
            key={language}
            class="link"
            type="submit"
            name="to"
            value={language}
            lang={htmlLanguage(language)}
            aria-current={language === frame.language ? 'true' : undefined}
          >
            {languageNames[language]}
          </button>
        ))}
      </div>
    </Form>
  );
}

const colour = /^#[0-9a-f]{6}$/;

// The colours come from the office's settings; anything but a plain colour is left out rather than escaped.
function accentStyle(accent: Accent): string {
  const soft = softAccents(accent);
  const rule = (values: Record<string, string>) =>
    `:root{${Object.entries(values)
      .filter(([, value]) => colour.test(value))
      .map(([name, value]) => `--${name}:${value}`)
      .join(';')}}`;
  const light = rule({ accent: accent.light, 'on-accent': accent.onLight, 'accent-soft': soft.light });
  const dark = rule({ accent: accent.dark, 'on-accent': accent.onDark, 'accent-soft': soft.dark });
  // Print stays black on white whatever the office's colour is.
  return `@media screen{${light}}@media screen and (prefers-color-scheme:dark){${dark}}`;
}
