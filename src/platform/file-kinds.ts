// What a file is, told by its first bytes and never by its name or what the browser calls it.

export type FileKind = 'image' | 'audio' | 'pdf';
export type FileType = { kind: FileKind; mime: string; extension: string };

const type = (kind: FileKind, mime: string, extension: string): FileType => ({ kind, mime, extension });

/** The type of a body that we keep; undefined for every other. Signatures: WHATWG MIME Sniffing, section 6. */
export function fileTypeOf(body: Buffer): FileType | undefined {
  const text = (from: number, to: number) => body.subarray(from, to).toString('latin1');
  if (body.length < 12) return undefined;
  if (body[0] === 0xff && body[1] === 0xd8 && body[2] === 0xff) return type('image', 'image/jpeg', 'jpg');
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return type('image', 'image/png', 'png');
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return type('image', 'image/gif', 'gif');
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return type('image', 'image/webp', 'webp');
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return type('audio', 'audio/wav', 'wav');
  if (text(0, 5) === '%PDF-') return type('pdf', 'application/pdf', 'pdf');
  if (text(0, 4) === 'OggS') return type('audio', 'audio/ogg', 'ogg');
  if (text(0, 4) === '\x1aE\xdf\xa3') return isWebm(body) ? type('audio', 'audio/webm', 'webm') : undefined;
  if (text(4, 8) === 'ftyp') return ofBrand(text(8, 12));
  if (text(0, 3) === 'ID3' || isMp3Frame(body)) return type('audio', 'audio/mpeg', 'mp3');
  return undefined;
}

// EBML holds Matroska too; the document type stands in the first lines of the header.
function isWebm(body: Buffer): boolean {
  return body.subarray(0, 64).includes('webm');
}

function ofBrand(brand: string): FileType | undefined {
  if (brand === 'avif') return type('image', 'image/avif', 'avif');
  if (brand === 'M4A ') return type('audio', 'audio/mp4', 'm4a');
  // Voice recorded by a browser in MP4 carries these brands and no picture.
  return /^(isom|iso[2-9]|mp4[12]|dash)$/.test(brand) ? type('audio', 'audio/mp4', 'm4a') : undefined;
}

// A frame begins with eleven set bits; layer III, and a bit rate and sample rate that exist (ISO 11172-3).
function isMp3Frame(body: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = body;
  const layer3 = (second & 0b0000_0110) === 0b0000_0010;
  return (
    first === 0xff && (second & 0xe0) === 0xe0 && layer3 && third >> 4 !== 0xf && (third & 0b1100) !== 0b1100
  );
}
