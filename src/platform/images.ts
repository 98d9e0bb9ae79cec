// Pictures are drawn anew before they are kept: what comes out holds the picture and nothing else, neither the place
// where it was taken nor anything hidden behind or before it.

/** Larger pictures are made smaller, to this many pixels on the longer side. */
const longestSide = 2_000;
/** A header may claim any size; beyond this nothing is even begun (a phone's best camera makes 50 million). */
const mostPixels = 60_000_000;

// The library is large and most processes never draw, so it is read with the first picture. Two at a time are enough,
// and a picture in progress takes tens of megabytes.
async function openSharp() {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

export type DrawnImage = { ok: true; body: Buffer; mime: 'image/webp'; width: number; height: number };

/**
 * Draws a picture anew as WebP, upright, without metadata, no larger than `box` in pixels. Only the first picture of a moving one is kept. Gives
 * `unreadable` for what is no picture, `too-large` for one with too many pixels.
 */
export async function redrawImage(
  body: Buffer,
  box: { width: number; height: number } = { width: longestSide, height: longestSide },
): Promise<DrawnImage | { ok: false; reason: 'unreadable' | 'too-large' }> {
  const sharp = await openSharp();
  const settings = { limitInputPixels: mostPixels, failOn: 'error', pages: 1, sequentialRead: true } as const;
  try {
    const { width, height } = await sharp(body, { ...settings, limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return { ok: false, reason: 'too-large' };
    const drawn = await sharp(body, settings)
      .timeout({ seconds: 20 })
      .autoOrient()
      .resize({ ...box, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: 82, effort: 3 })
      .toBuffer({ resolveWithObject: true });
    const { width: drawnWidth, height: drawnHeight } = drawn.info;
    return { ok: true, body: drawn.data, mime: 'image/webp', width: drawnWidth, height: drawnHeight };
  } catch {
    // The library's words may hold parts of the input; what matters is that it was no picture.
    return { ok: false, reason: 'unreadable' };
  }
}
