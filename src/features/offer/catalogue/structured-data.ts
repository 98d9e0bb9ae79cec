// What a page shows in the words of schema.org, as JSON-LD. Pure.
import { htmlLanguage, type Language, say, type Text } from '../../../platform/language.ts';
import type { Published } from '../services/door.ts';
import { kindTexts, modeTexts } from '../services/panel.tsx';

type About = { language: Language; url: (path: string) => string; officeName: Text };

/** One service (https://schema.org/GovernmentService) with the channels by which one takes part. */
export function dataOfService({ service, content }: Published, path: string, about: About): object {
  const { language, url, officeName } = about;
  const { phone, email } = content.contact;
  const provider = { '@type': 'GovernmentOrganization', name: say(language, officeName) };
  const places = content.places.map((place) => ({
    '@type': 'Place',
    name: place.name,
    address: place.address,
    ...(place.latitude === null || place.longitude === null
      ? {}
      : { geo: { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude } }),
  }));
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: say(language, content.name),
    description: say(language, content.summary),
    serviceType: say(language, kindTexts[service.kind]),
    url: url(path),
    inLanguage: htmlLanguage(language),
    provider:
      content.producer.kind === 'bought'
        ? { '@type': 'Organization', name: content.producer.name }
        : provider,
    ...(content.producer.kind === 'bought' ? { serviceOperator: provider } : {}),
    availableChannel: content.modes.map(({ mode }) => ({
      '@type': 'ServiceChannel',
      name: say(language, modeTexts[mode]),
      ...(mode === 'in-person' && places.length > 0 ? { serviceLocation: places } : {}),
      ...(mode === 'phone' && phone
        ? { servicePhone: { '@type': 'ContactPoint', telephone: phone } }
        : { serviceUrl: url(path) }),
    })),
    ...(phone || email
      ? {
          potentialAction: {
            '@type': 'CommunicateAction',
            target: [phone && `tel:${phone}`, email && `mailto:${email}`].filter(Boolean),
          },
        }
      : {}),
  };
}

/** The list (https://schema.org/ItemList) with the address of each service. */
export function dataOfList(services: readonly { name: Text; path: string }[], about: About): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    numberOfItems: services.length,
    itemListElement: services.map(({ name, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: say(about.language, name),
      url: about.url(path),
    })),
  };
}
