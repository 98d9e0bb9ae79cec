export type WaitingProps = { base: string };
export default function WaitingIsland(_: WaitingProps) {
  return null;
}
