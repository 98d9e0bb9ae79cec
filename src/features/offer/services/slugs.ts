// The last part of a service's public address, made from its name. Pure.

/**
 * "Työpaja nuorille!" → "tyopaja-nuorille". Letters lose their marks (RFC 3986 would percent-encode them, and people
 * read addresses aloud); what has no letter or digit left becomes `service`. At most 60 characters.
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o');
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug || 'service';
}

/** The first of `slug`, `slug-2`, `slug-3`… that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let at = 1; ; at += 1) {
    const candidate = at === 1 ? slug : `${slug}-${at}`;
    if (!taken.has(candidate)) return candidate;
  }
}
