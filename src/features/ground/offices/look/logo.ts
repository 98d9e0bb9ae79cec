// The office's logo: drawn anew as a small picture, public like the office's name. A change is a new row, so each has
// an address of its own that browsers may keep for good.
import { and, desc, eq } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { recordEvent } from '../../../../platform/events.ts';
import { fileTypeOf } from '../../../../platform/file-kinds.ts';
import { redrawImage } from '../../../../platform/images.ts';
import type { Text } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { officeChanged } from '../events.ts';
import { officeLogos } from '../tables.ts';

/** What the frame needs to show it. Width and height are the picture's own, so that nothing moves when it comes. */
export type Logo = { id: string; width: number; height: number; alt: Text };

/** The largest file taken, and twice the size at which the frame shows it. */
export const largestLogoBytes = 5 * 1024 * 1024;
const box = { width: 480, height: 96 } as const;

export type LogoRefusal = 'empty' | 'too-large' | 'no-picture';

/** Takes a picture into use as the logo. Gives a reason that the sender can act on when it is not taken. */
export async function setLogo(
  tx: Tx,
  actor: Actor,
  logo: { bytes: Uint8Array; alt: Text },
): Promise<{ ok: true } | { ok: false; reason: LogoRefusal }> {
  const given = Buffer.from(logo.bytes);
  if (given.length === 0) return { ok: false, reason: 'empty' };
  if (given.length > largestLogoBytes) return { ok: false, reason: 'too-large' };
  if (fileTypeOf(given)?.kind !== 'image') return { ok: false, reason: 'no-picture' };
  const drawn = await redrawImage(given, box);
  if (!drawn.ok) return { ok: false, reason: drawn.reason === 'too-large' ? 'too-large' : 'no-picture' };
  const { body: picture, width, height } = drawn;
  await write(tx, actor, { picture, width, height, alt: logo.alt });
  return { ok: true };
}

/** Shows the office by its name alone again. */
export function removeLogo(tx: Tx, actor: Actor): Promise<void> {
  return write(tx, actor, { picture: null, width: null, height: null, alt: null });
}

type Picture = Pick<typeof officeLogos.$inferInsert, 'picture' | 'width' | 'height' | 'alt'>;

async function write(tx: Tx, actor: Actor, picture: Picture): Promise<void> {
  await tx.insert(officeLogos).values({ ...picture, setBy: actor.personId, setAt: now() });
  await recordEvent(tx, officeChanged({ officeId: tx.officeId }), { actorId: actor.personId });
}

/** The logo in use; undefined when the office has none. */
export async function logoOf(tx: Tx): Promise<Logo | undefined> {
  const { id, width, height, alt } = officeLogos;
  const [row] = await tx
    .select({ id, width, height, alt })
    .from(officeLogos)
    .where(eq(officeLogos.officeId, tx.officeId))
    .orderBy(desc(officeLogos.setAt), desc(officeLogos.id))
    .limit(1);
  if (!row?.width || !row.height || !row.alt) return undefined;
  return { id: row.id, width: row.width, height: row.height, alt: row.alt };
}

/** The picture of a logo, past ones too; undefined when there is none. */
export async function logoPicture(tx: Tx, id: string): Promise<Buffer | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await tx
    .select({ picture: officeLogos.picture })
    .from(officeLogos)
    .where(and(eq(officeLogos.officeId, tx.officeId), eq(officeLogos.id, id)))
    .limit(1);
  return row?.picture ?? undefined;
}
