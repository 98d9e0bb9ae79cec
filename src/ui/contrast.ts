// Colours of an office, checked before they are used. Contrast is counted as WCAG 2.2 defines it (relative
// luminance of sRGB); shades are made in OKLab, where a change of lightness keeps the colour's character.
import type { Text } from '../platform/language.ts';
import { uiTexts } from './texts.ts';

/** The office's colour as it is used: links and filled buttons in light and dark, and the text on the buttons. */
export type Accent = { light: string; dark: string; onLight: string; onDark: string };

type Colour = readonly [red: number, green: number, blue: number];

// The grounds that the accent is written on (look.md): paper and its own soft shade, in light and in dark.
const lightGround = '#faf7f2';
const darkGround = '#18252d';
const darkInk = '#06262b';
const furthestDarkening = 0.28;

/** The contrast ratio of two colours (1 to 21) by WCAG 2.2; both as "#rrggbb" or "#rgb". */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * Makes the accents of an office from the colour it gives. The light one is darkened until text in it has a
 * contrast of 5.5 on paper (4.5 remains on the soft shade), the dark one is lightened until 7 on a dark card.
 * A colour that would have to change so much that it is another colour is refused, with the reason.
 */
export function accentFrom(hex: string): { ok: true; accent: Accent } | { ok: false; reason: Text } {
  if (!/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(hex)) return { ok: false, reason: uiTexts.colourNotUnderstood };
  const [lightness, a, b] = toLab(parse(hex));
  const light = shade(lightness, a, b, -0.005, (colour) => contrast(colour, lightGround) >= 5.5);
  if (lightness - light.lightness > furthestDarkening) return { ok: false, reason: uiTexts.colourTooPale };
  const dark = shade(Math.max(lightness, 0.6), a, b, 0.005, (colour) => contrast(colour, darkGround) >= 7);
  return {
    ok: true,
    accent: {
      light: light.colour,
      dark: dark.colour,
      onLight: '#ffffff',
      onDark: contrast(dark.colour, darkInk) >= 4.5 ? darkInk : '#000000',
    },
  };
}

/** The soft shade of an accent, as the ground of notices and of the chosen menu line. */
export function softAccents(accent: Accent): { light: string; dark: string } {
  return { light: mix(accent.light, '#ffffff', 0.12), dark: mix(accent.dark, '#101a20', 0.16) };
}

function shade(from: number, a: number, b: number, step: number, enough: (colour: string) => boolean) {
  let lightness = from;
  let colour = toHex(fromLab([lightness, a, b]));
  while (!enough(colour) && lightness > 0 && lightness < 1) {
    lightness += step;
    colour = toHex(fromLab([lightness, a, b]));
  }
  return { lightness, colour };
}

function mix(colour: string, ground: string, share: number): string {
  const [top, under] = [parse(colour), parse(ground)];
  return toHex(top.map((value, at) => value * share + (under[at] ?? 0) * (1 - share)) as unknown as Colour);
}

function parse(hex: string): Colour {
  const digits = hex.slice(1);
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const value = Number.parseInt(full, 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function toHex(colour: Colour): string {
  const pair = (value: number) =>
    Math.round(Math.min(1, Math.max(0, value)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${colour.map(pair).join('')}`;
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map(toLinear) as unknown as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function fromLinear(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

// The matrices are those of OKLab (Björn Ottosson, 2020), also in CSS Color 4.
function toLab(colour: Colour): Colour {
  const [red, green, blue] = colour.map(toLinear) as unknown as Colour;
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab([lightness, a, b]: Colour): Colour {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
