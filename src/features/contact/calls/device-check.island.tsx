import { useEffect, useState } from 'preact/hooks';
import type { checkTexts } from './check-texts.ts';
import type { Spoken } from './spoken.ts';

export type DeviceCheckProps = {
  words: Spoken<typeof checkTexts>;
  servers: readonly { urls: string[] }[];
  /** Where results are kept for the person's coach; undefined for somebody who has not signed in. */
  postTo: string | undefined;
  echo: string;
};

export function DeviceCheckIsland(props: DeviceCheckProps) {
  const [started, start] = useState(false);
  useEffect(() => start(true), []);
  return <div>{started ? '' : props.words.noScript}</div>;
}
export default DeviceCheckIsland;
