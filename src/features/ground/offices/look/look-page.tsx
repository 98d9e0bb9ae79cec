import type { Actor } from '../../../../platform/session.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { type Accent, accentFrom } from '../../../../ui/contrast.ts';
import { TextField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { Notice, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { OfficeTabs } from '../office-tabs.tsx';
import { texts } from '../texts.ts';
import { LogoLink } from './logo-page.tsx';

const readyColours = [
  { colour: '#0a5c66', name: texts.colourLake },
  { colour: '#2f6b3a', name: texts.colourForest },
  { colour: '#2c4a86', name: texts.colourNight },
  { colour: '#7a3e78', name: texts.colourHeather },
  { colour: '#a02c3c', name: texts.colourBerry },
  { colour: '#8a4a1c', name: texts.colourPine },
] as const;

/** The office's colour: tried first, shown in light and dark as it would be, then taken into use. */
export function LookPage(props: {
  actor: Actor;
  form: FormState;
  tried: string;
  saved: boolean;
  own: boolean;
}) {
  const say = useSay();
  const found = accentFrom(props.tried);
  return (
    <>
      <PageTitle title={texts.look} above={texts.office} lead={texts.accentLead} />
      <ErrorSummary form={props.form} />
      <OfficeTabs actor={props.actor} current="look" />
      {props.saved && (
        <Notice kind="good" announce>
          {texts.saved}
        </Notice>
      )}
      <Form action="/office/look" method="get" inline>
        <TextField
          form={props.form}
          name="accent"
          label={texts.accent}
          hint={texts.accentHint}
          width="short"
        />
        <Button>{texts.tryColour}</Button>
      </Form>
      <Section title={texts.readyColours}>
        <Buttons>
          {readyColours.map((one) => (
            <LinkButton key={one.colour} small href={`/office/look?accent=${encodeURIComponent(one.colour)}`}>
              <Swatch colour={one.colour} />
              {say(one.name)}
            </LinkButton>
          ))}
        </Buttons>
      </Section>
      {found.ok && (
        <Section title={texts.previewTitle}>
          <LookPreview accent={found.accent} />
          <Buttons>
            <ActForm action="/office/look" fields={{ accent: props.tried }}>
              <Button kind="main">{texts.takeColour}</Button>
            </ActForm>
            {props.own && (
              <ActForm action="/office/look" fields={{ accent: '' }}>
                <Button>{texts.usualColour}</Button>
              </ActForm>
            )}
          </Buttons>
        </Section>
      )}
      <LogoLink />
    </>
  );
}

function Swatch({ colour }: { colour: string }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="8" fill={colour} />
    </svg>
  );
}

// A drawing, not elements in the colour: the page's rules allow no style of its own, and both grounds stand
// beside one another whatever the reader's own setting is.
function LookPreview({ accent }: { accent: Accent }) {
  const say = useSay();
  const panel = (x: number, ground: string, colour: string, onColour: string, ink: string, title: string) => (
    <g transform={`translate(${x} 0)`}>
      <rect width="250" height="150" rx="14" fill={ground} stroke={colour} stroke-opacity="0.3" />
      <text x="20" y="36" fill={ink} font-size="15">
        {title}
      </text>
      <rect x="20" y="54" width="150" height="44" rx="12" fill={colour} />
      <text x="95" y="81" fill={onColour} font-size="16" font-weight="600" text-anchor="middle">
        {say(texts.previewButton)}
      </text>
      <text x="20" y="128" fill={colour} font-size="16" text-decoration="underline">
        {say(texts.previewLink)}
      </text>
    </g>
  );
  return (
    <svg
      class="look-preview"
      viewBox="0 0 520 150"
      width="520"
      height="150"
      role="img"
      aria-label={say(texts.previewTitle)}
    >
      {panel(0, '#faf7f2', accent.light, accent.onLight, '#13232b', say(texts.previewLight))}
      {panel(270, '#101a20', accent.dark, accent.onDark, '#eef3f2', say(texts.previewDark))}
    </svg>
  );
}
