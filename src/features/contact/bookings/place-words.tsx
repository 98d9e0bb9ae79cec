// Where a meeting in person is, and the way there: an open map by coordinates or by words. A plain link, so that
// nothing about the reader is sent before they ask.
import { Section } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import type { MeetingPlace } from './availability/places.ts';
import { placeTexts } from './availability/texts-places.ts';
import { texts } from './texts.ts';

/** The page of OpenStreetMap that shows a place: its point when it is known, else a search by its words. */
export function mapHref(place: string, known?: MeetingPlace): string {
  if (known?.latitude != null && known.longitude != null) {
    const point = new URLSearchParams({ mlat: String(known.latitude), mlon: String(known.longitude) });
    return `https://www.openstreetmap.org/?${point}#map=17/${known.latitude}/${known.longitude}`;
  }
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(known?.address ?? place)}`;
}

export function PlaceWords({ place, known }: { place: string; known: MeetingPlace | undefined }) {
  const say = useSay();
  return (
    <Section title={texts.place}>
      <div class="flow">
        <p class="strong">{place}</p>
        {known?.address && <p>{known.address}</p>}
        {known?.directions?.split(/\n+/).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          <a href={mapHref(place, known)} rel="noreferrer">
            {say(placeTexts.openMap)}
          </a>
        </p>
      </div>
    </Section>
  );
}
