// The device check as a part of a page. The server writes what it is; the island adds the trying.
import { Island } from '../../../../ui/island.tsx';
import { DeviceCheckIsland, type DeviceCheckProps } from './device-check.island.tsx';

export type { DeviceCheckProps };

export function DeviceCheck(props: DeviceCheckProps) {
  return (
    <Island name="device-check" props={props}>
      <DeviceCheckIsland {...props} />
    </Island>
  );
}
