// A voice recording made by a phone may tell where it was made. The sound is kept as it is; the place is not.

const placeAtom = Buffer.from([0xa9, 0x78, 0x79, 0x7a]);
const longestPlaceAtom = 512;

// ISO 6709 as phones write it: "+60.1699+024.9384+012.000/".
const writtenPlace = /[+-]\d{2,}(?:\.\d+)?[+-]\d{3,}(?:\.\d+)?(?:[+-]\d+(?:\.\d+)?)?\//g;

/** The same body with every place in an MP4 container blanked out. Its length does not change, so no index breaks. */
export function withoutPlace(body: Buffer): Buffer {
  if (body.subarray(4, 8).toString('latin1') !== 'ftyp') return body;
  const cleared = Buffer.from(body);
  // The atom "©xyz" holds the place of older recorders: it becomes an atom of free space.
  for (let at = cleared.indexOf(placeAtom); at >= 4; at = cleared.indexOf(placeAtom, at + 4)) {
    const size = cleared.readUInt32BE(at - 4);
    if (size < 8 || size > longestPlaceAtom || at - 4 + size > cleared.length) continue;
    cleared.write('free', at, 'latin1');
    cleared.fill(0, at + 4, at - 4 + size);
  }
  if (cleared.includes('location.ISO6709')) blankWrittenPlaces(cleared);
  return cleared;
}

function blankWrittenPlaces(body: Buffer): void {
  for (const { 0: found, index } of body.toString('latin1').matchAll(writtenPlace)) {
    body.fill(0x20, index, index + found.length);
  }
}
