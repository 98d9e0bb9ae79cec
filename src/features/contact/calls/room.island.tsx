export type RoomProps = { base: string };
export default function RoomIsland(_: RoomProps) {
  return null;
}
