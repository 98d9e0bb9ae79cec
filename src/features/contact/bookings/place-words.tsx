// Where a meeting in person is, and the way there: an open map by the place's own words, so that nothing about the
// reader is sent before they ask.
import { Section } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { texts } from './texts.ts';
import { linkPageTexts } from './texts-links.ts';

/** The address of an open map that looks a place up by its words (openstreetmap.org/search). */
export const mapHref = (place: string): string =>
  `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`;

export function PlaceWords({ place, address }: { place: string; address?: string | undefined }) {
  const say = useSay();
  return (
    <Section title={texts.place}>
      <p class="strong">{place}</p>
      {address && <p>{address}</p>}
      <p>
        <a href={mapHref(address ?? place)} rel="noreferrer">
          {say(linkPageTexts.openMap)}
        </a>
      </p>
    </Section>
  );
}
