// The words of the pages on which the catalogue is kept.
import { defineTexts, type Text } from '../../../../platform/language.ts';
import type { PartName } from './parts-of-service.ts';

export const texts = defineTexts({
  services: { fi: 'Palvelut', sv: 'Tjänster', en: 'Services' },
  service: { fi: 'Palvelu', sv: 'Tjänst', en: 'Service' },
  servicesLead: {
    fi: 'Täällä palvelut kirjoitetaan, julkaistaan ja lopetetaan.',
    sv: 'Här skrivs, publiceras och avslutas tjänsterna.',
    en: 'Services are written, published and ended here.',
  },
  feedback: { fi: 'Palaute palveluista', sv: 'Respons om tjänsterna', en: 'Feedback on services' },
  newService: { fi: 'Uusi palvelu', sv: 'Ny tjänst', en: 'New service' },
  newServiceLead: {
    fi: 'Aloita nimestä. Muut osat kirjoitetaan sen jälkeen, eikä mitään julkaista vielä.',
    sv: 'Börja med namnet. De andra delarna skrivs efteråt, och inget publiceras ännu.',
    en: 'Begin with the name. The other parts are written after it, and nothing is published yet.',
  },
  addService: { fi: 'Lisää palvelu', sv: 'Lägg till tjänsten', en: 'Add the service' },
  noServices: { fi: 'Ei vielä palveluja', sv: 'Inga tjänster ännu', en: 'No services yet' },
  noServicesText: {
    fi: 'Lisää ensin yksi palvelu. Kun julkaiset sen, kuka tahansa voi lukea siitä.',
    sv: 'Lägg först till en tjänst. När du publicerar den kan vem som helst läsa om den.',
    en: 'Add one service first. When you publish it, anyone can read about it.',
  },
  nameFi: { fi: 'Nimi suomeksi', sv: 'Namn på finska', en: 'Name in Finnish' },
  nameSv: { fi: 'Nimi ruotsiksi', sv: 'Namn på svenska', en: 'Name in Swedish' },
  nameEn: { fi: 'Nimi englanniksi', sv: 'Namn på engelska', en: 'Name in English' },
  notPublished: { fi: 'Ei julkaistu', sv: 'Inte publicerad', en: 'Not published' },
  draft: { fi: 'Luonnos', sv: 'Utkast', en: 'Draft' },
  draftWaits: { fi: 'Odottaa julkaisua', sv: 'Väntar på publicering', en: 'Waits to be published' },
  noDraft: { fi: 'Ei luonnosta', sv: 'Inget utkast', en: 'No draft' },

  content: { fi: 'Sisältö', sv: 'Innehåll', en: 'Content' },
  preview: { fi: 'Esikatselu', sv: 'Förhandsvisning', en: 'Preview' },
  versions: { fi: 'Versiot', sv: 'Versioner', en: 'Versions' },
  stage: { fi: 'Vaihe ja yksikkö', sv: 'Skede och enhet', en: 'Stage and unit' },
  bounds: { fi: 'Jakson rajat', sv: 'Periodens gränser', en: 'Bounds of an enrolment' },
  attendanceRule: { fi: 'Päivän laskeminen', sv: 'Hur dagen räknas', en: 'How a day counts' },

  publicNow: {
    fi: 'Julkinen versio on {number}, julkaistu {day}.',
    sv: 'Den offentliga versionen är {number}, publicerad {day}.',
    en: 'The public version is {number}, published {day}.',
  },
  notPublicYet: {
    fi: 'Palvelua ei ole vielä julkaistu.',
    sv: 'Tjänsten har inte publicerats ännu.',
    en: 'The service has not been published yet.',
  },
  // The pages stand above this feature, so their addresses are known here only as plain ones.
  publicAddress: { fi: '/fi/palvelut/{slug}', sv: '/sv/tjanster/{slug}', en: '/en/services/{slug}' },
  toPublicPage: { fi: 'Katso julkinen sivu', sv: 'Se den offentliga sidan', en: 'See the public page' },
  hiddenByStage: {
    fi: 'Se ei näy kaikille, koska palvelu ei ole pilotissa eikä käytössä.',
    sv: 'Den syns inte för alla, eftersom tjänsten varken är pilot eller i bruk.',
    en: 'It is not shown to everybody, because the service is neither a pilot nor in use.',
  },
  draftBy: {
    fi: '{name} muokkasi luonnosta {when}. Julkinen sivu ei muutu ennen julkaisua.',
    sv: '{name} redigerade utkastet {when}. Den offentliga sidan ändras inte före publiceringen.',
    en: '{name} edited the draft on {when}. The public page does not change before it is published.',
  },
  draftOfWhen: {
    fi: 'Luonnosta muokattiin {when}. Julkinen sivu ei muutu ennen julkaisua.',
    sv: 'Utkastet redigerades {when}. Den offentliga sidan ändras inte före publiceringen.',
    en: 'The draft was edited on {when}. The public page does not change before it is published.',
  },
  parts: { fi: 'Palvelun osat', sv: 'Tjänstens delar', en: 'Parts of the service' },
  part: { fi: 'Osa', sv: 'Del', en: 'Part' },
  state: { fi: 'Tila', sv: 'Läge', en: 'State' },
  missingCount: {
    fi: '{count, plural, one {# kohta puuttuu} other {# kohtaa puuttuu}}',
    sv: '{count, plural, one {# punkt saknas} other {# punkter saknas}}',
    en: '{count, plural, one {# item is missing} other {# items are missing}}',
  },
  complete: { fi: 'Valmis', sv: 'Klar', en: 'Complete' },
  incomplete: { fi: 'Kesken', sv: 'Ofärdig', en: 'Not finished' },
  changedInDraft: { fi: 'Muuttuu', sv: 'Ändras', en: 'Changes' },
  unchanged: { fi: 'Ei muutu', sv: 'Ändras inte', en: 'No change' },
  toPublish: { fi: 'Tarkista ja julkaise', sv: 'Granska och publicera', en: 'Check and publish' },

  save: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },
  saveDraft: { fi: 'Tallenna luonnokseen', sv: 'Spara i utkastet', en: 'Save to the draft' },
  draftLead: {
    fi: 'Voit tallentaa keskeneräisen. Julkaisu vaatii suomen, ruotsin ja englannin. Selkosuomi on vapaaehtoinen.',
    sv: 'Du kan spara det ofärdigt. Publicering kräver finska, svenska och engelska. Lätt finska är frivilligt.',
    en: 'You may save it unfinished. Publishing needs Finnish, Swedish and English. Easy Finnish is optional.',
  },
  draftSaved: { fi: 'Tallennettu luonnokseen', sv: 'Sparat i utkastet', en: 'Saved to the draft' },
  draftSavedText: {
    fi: 'Julkinen sivu muuttuu vasta, kun julkaiset.',
    sv: 'Den offentliga sidan ändras först när du publicerar.',
    en: 'The public page changes only when you publish.',
  },
  clashTitle: {
    fi: 'Joku muu ehti tallentaa',
    sv: 'Någon annan hann spara',
    en: 'Somebody else saved first',
  },
  clashBy: {
    fi: '{name} tallensi tämän osan {time}, kun kirjoitit. Tekstisi on tallella alla. Jos tallennat nyt, se korvaa sen, mitä {name} kirjoitti.',
    sv: '{name} sparade den här delen {time} medan du skrev. Din text finns kvar nedan. Om du sparar nu ersätter den det som {name} skrev.',
    en: '{name} saved this part at {time} while you were writing. Your text is still below. If you save now, it replaces what {name} wrote.',
  },
  clash: {
    fi: 'Tämä osa tallennettiin, kun kirjoitit. Tekstisi on tallella alla. Jos tallennat nyt, se korvaa toisen tekstin.',
    sv: 'Den här delen sparades medan du skrev. Din text finns kvar nedan. Om du sparar nu ersätter den den andra texten.',
    en: 'This part was saved while you were writing. Your text is still below. If you save now, it replaces the other text.',
  },
  clashSaved: {
    fi: 'Näytä, mitä nyt on tallennettu',
    sv: 'Visa vad som är sparat nu',
    en: 'Show what is saved now',
  },
  clashLookAgain: {
    fi: 'Luonnos muuttui juuri. Mitään ei tehty. Katso, miltä se nyt näyttää, ja valitse uudelleen.',
    sv: 'Utkastet ändrades just. Ingenting gjordes. Se hur det ser ut nu och välj på nytt.',
    en: 'The draft has just changed. Nothing was done. See how it looks now and choose again.',
  },
  nothingYet: { fi: '(tyhjä)', sv: '(tomt)', en: '(empty)' },
  finnish: { fi: 'suomi', sv: 'finska', en: 'Finnish' },
  swedish: { fi: 'ruotsi', sv: 'svenska', en: 'Swedish' },
  english: { fi: 'englanti', sv: 'engelska', en: 'English' },
  easyFinnish: { fi: 'selkosuomi', sv: 'lätt finska', en: 'Easy Finnish' },
  easyColumn: { fi: 'Selkosuomi', sv: 'Lätt finska', en: 'Easy Finnish' },
  easyNotBegun: {
    fi: 'Selkosuomea ei ole vielä kirjoitettu. Palvelun voi julkaista ilmankin.',
    sv: 'Lätt finska har inte skrivits ännu. Tjänsten kan publiceras också utan.',
    en: 'Easy Finnish is not written yet. The service may be published without it.',
  },
  easyMissing: {
    fi: 'Selkosuomi puuttuu',
    sv: 'Lätt finska saknas',
    en: 'Easy Finnish is missing',
  },

  mode: { fi: 'Toteutustapa', sv: 'Form', en: 'Mode' },
  modesLead: {
    fi: 'Valitse, millä tavoilla palvelussa voi olla mukana, ja kerro, mitä kuhunkin tarvitaan.',
    sv: 'Välj på vilka sätt man kan vara med i tjänsten och berätta vad som behövs för vart och ett.',
    en: 'Choose in which ways people can take part, and tell what each of them needs.',
  },
  modeOffered: { fi: 'Mukana palvelussa', sv: 'Ingår i tjänsten', en: 'Part of the service' },
  modeNotOffered: { fi: 'Ei mukana', sv: 'Ingår inte', en: 'Not offered' },
  modeNewLead: {
    fi: 'Kun tallennat, tämä tapa tulee mukaan palveluun.',
    sv: 'När du sparar blir det här sättet en del av tjänsten.',
    en: 'When you save, this way becomes part of the service.',
  },
  modeRemoval: { fi: 'Poista tapa palvelusta', sv: 'Ta bort sättet ur tjänsten', en: 'Take this way out' },
  modeRemovalText: {
    fi: 'Tekstit poistuvat luonnoksesta. Vanhat versiot pysyvät.',
    sv: 'Texterna försvinner ur utkastet. Gamla versioner finns kvar.',
    en: 'The texts go from the draft. Old versions stay.',
  },
  modeRemove: { fi: 'Poista tapa', sv: 'Ta bort sättet', en: 'Take it out' },
});

/** The name of each part of a service. */
export const partTexts: Readonly<Record<PartName, Text>> = defineTexts({
  wording: { fi: 'Nimi ja tekstit', sv: 'Namn och texter', en: 'Name and texts' },
  terms: { fi: 'Tarkoitus ja tuottaja', sv: 'Syfte och producent', en: 'Purpose and producer' },
  contact: { fi: 'Yhteystiedot ja paikat', sv: 'Kontakt och platser', en: 'Contact and places' },
  modes: { fi: 'Tavat olla mukana', sv: 'Sätt att vara med', en: 'Ways to take part' },
  path: { fi: 'Asiakkaan polku', sv: 'Klientens väg', en: 'The client’s path' },
});
