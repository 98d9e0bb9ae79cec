// The demonstration office, made through the features' own actions when the data folder is empty.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import type { OpenHouse } from '../platform/house.ts';
import { makeLikijarvi } from './likijarvi.ts';
import { linksFor } from './links.ts';
import { openToday } from './today.ts';

/**
 * Makes the office on first start, puts its day around the present, and writes `demo.json` with one personal link per
 * role into the data folder. Gives what prints the same, for when the door is open.
 */
export async function prepareDemonstration(house: OpenHouse, config: Config): Promise<() => void> {
  await house.addresses.refresh();
  const there = house.addresses.all().find((office) => office.slug === 'likijarvi');
  const officeId = there?.officeId ?? (await makeLikijarvi(house));
  // Read anew: the first link may be opened before the old answer of "no office" is stale.
  await house.addresses.refresh(true);
  await openToday(house, officeId);
  const people = await linksFor(house, config, officeId);
  const written = {
    url: config.baseUrl,
    people: people.map(({ role, name, link }) => ({ role, name, link })),
  };
  writeFileSync(join(config.dataFolder, 'demo.json'), `${JSON.stringify(written, null, 2)}\n`, {
    mode: 0o600,
  });
  const lines = people.map((person) => `  ${person.who}\n    ${person.link}`);
  return () =>
    console.log(
      `\nLikistä: ${config.baseUrl}\n\nOpen a link to step in as (invented) …\n${lines.join('\n')}\n\nCtrl-C stops everything.`,
    );
}
