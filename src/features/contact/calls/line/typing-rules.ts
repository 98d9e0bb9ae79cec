// Real-time text as ITU-T T.140 over a data channel (RFC 8865): characters as they are typed, an erased one as a
// backspace, the end of a line as LINE SEPARATOR. Pure; both the writer's and the reader's side.

/** RFC 8865, section 4: the subprotocol by which the channel is known. */
export const textProtocol = 't140';
/** Characters are gathered this long before they are sent; the standard allows half a second (EN 301 549, 6.2.4). */
export const gatherMilliseconds = 200;

const backspace = '\u0008';
const lineSeparator = '\u2028';
/** Shown where characters may have been lost while a channel was down (RFC 8865, section 5.4). */
export const missing = '\uFFFD';
/** A reader keeps this much of a line that never ends. */
const longestLine = 4000;

const pieces = (text: string): string[] => [...text];

/** What to send so that a reader who sees `before` sees `after`: backspaces down to what is alike, then the rest. */
export function changesBetween(before: string, after: string): string {
  const [old, fresh] = [pieces(before), pieces(after)];
  let alike = 0;
  while (alike < old.length && alike < fresh.length && old[alike] === fresh[alike]) alike += 1;
  return backspace.repeat(old.length - alike) + fresh.slice(alike).join('').replaceAll('\n', lineSeparator);
}

/** What to send when the line is finished. */
export const endOfLine = lineSeparator;

export type Typed = {
  /** Lines that are finished, oldest first. */
  lines: readonly string[];
  /** The line being typed. */
  line: string;
};
export const nothingTyped: Typed = { lines: [], line: '' };

/** What a reader sees after `incoming`. Marks of order and sound, and controls we do not know, show as nothing. */
export function readTyped(seen: Typed, incoming: string): Typed {
  const lines = [...seen.lines];
  let line = pieces(seen.line);
  for (const one of pieces(incoming.replaceAll('\r\n', lineSeparator))) {
    if (one === backspace) line = line.slice(0, -1);
    else if (one === lineSeparator || one === '\n' || one === '\r') {
      lines.push(line.join(''));
      line = [];
    } else if (!/[\p{Cc}\ufeff]/u.test(one) && line.length < longestLine) line.push(one);
  }
  return { lines: lines.slice(-20), line: line.join('') };
}

/**
 * When a channel has opened anew: the line that was being read ends with the mark, since the writer may have gone on
 * meanwhile, and what the writer has now follows as a line of its own.
 */
export function afterGap(seen: Typed): Typed {
  return seen.line === '' ? seen : { lines: [...seen.lines, `${seen.line}${missing}`], line: '' };
}
