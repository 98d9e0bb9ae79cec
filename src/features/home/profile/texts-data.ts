// What the parts of a person's data are called on the readable page. The file itself keeps the code words.
import { defineTexts, type Text } from '../../../platform/language.ts';
import { languageNames } from '../../../ui/page-frame.tsx';
import { classTexts } from '../../coaching/enrolments/door.ts';
import { helpTexts, modeTexts, optionTexts, questionTexts } from '../../coaching/plans/door.ts';
import { channelTexts, genderTexts, kindTexts, roleTexts } from '../../ground/people/door.ts';

import { checkTexts, codeTexts, fieldTexts } from './texts-data-fields.ts';

const texts = defineTexts({
  person: { fi: 'Perustiedot', sv: 'Grunduppgifter', en: 'Basic details' },
  givenName: { fi: 'Etunimi', sv: 'Förnamn', en: 'First name' },
  familyName: { fi: 'Sukunimi', sv: 'Efternamn', en: 'Last name' },
  preferredName: { fi: 'Kutsumanimi', sv: 'Tilltalsnamn', en: 'Preferred name' },
  bornOn: { fi: 'Syntymäaika', sv: 'Födelsedatum', en: 'Date of birth' },
  gender: { fi: 'Sukupuoli', sv: 'Kön', en: 'Gender' },
  phone: { fi: 'Puhelin', sv: 'Telefon', en: 'Phone' },
  email: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
  postalAddress: { fi: 'Postiosoite', sv: 'Postadress', en: 'Postal address' },
  distanceKm: { fi: 'Matka kilometreinä', sv: 'Avstånd i kilometer', en: 'Distance in kilometres' },
  language: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
  channel: { fi: 'Yhteydenottotapa', sv: 'Kontaktsätt', en: 'Way of contact' },
  accessibilityNeeds: { fi: 'Mikä auttaa', sv: 'Vad som hjälper', en: 'What helps' },
  whereaboutsHidden: { fi: 'Turvakielto', sv: 'Spärrmarkering', en: 'Non-disclosure order' },
  addedAt: { fi: 'Lisätty palveluun', sv: 'Tillagd i tjänsten', en: 'Added to the service' },
  roles: { fi: 'Roolit', sv: 'Roller', en: 'Roles' },
  role: { fi: 'Rooli', sv: 'Roll', en: 'Role' },
  unit: { fi: 'Yksikkö', sv: 'Enhet', en: 'Unit' },
  startsOn: { fi: 'Alkaa', sv: 'Börjar', en: 'Starts' },
  endsOn: { fi: 'Päättyy', sv: 'Slutar', en: 'Ends' },
  coaches: { fi: 'Valmentajat', sv: 'Coacher', en: 'Coaches' },
  coach: { fi: 'Valmentaja', sv: 'Coach', en: 'Coach', same: true },
  coachOf: {
    fi: 'Valmennussuhteet, joissa olet valmentaja',
    sv: 'Relationer där du är coach',
    en: 'Relations where you are the coach',
  },
  kind: { fi: 'Laji', sv: 'Slag', en: 'Kind' },
  plans: { fi: 'Miten olet mukana', sv: 'Hur du är med', en: 'How you take part' },
  modeChoices: { fi: 'Valinnat', sv: 'Val', en: 'Choices' },
  suitabilityChecks: { fi: 'Kyselyt', sv: 'Enkäter', en: 'Checks' },
  chosenAt: { fi: 'Valittu', sv: 'Valt', en: 'Chosen' },
  service: { fi: 'Palvelu', sv: 'Tjänst', en: 'Service' },
  wished: { fi: 'Toive', sv: 'Önskan', en: 'Wish' },
  second: { fi: 'Toinen toive', sv: 'Andra önskan', en: 'Second wish' },
  reason: { fi: 'Miksi', sv: 'Varför', en: 'Why' },
  helps: { fi: 'Mikä auttaisi', sv: 'Vad skulle hjälpa', en: 'What would help' },
  reviewOn: { fi: 'Katsotaan uudelleen', sv: 'Ses över', en: 'To be looked at again' },
  answeredAt: { fi: 'Vastattu', sv: 'Besvarad', en: 'Answered' },
  questionSet: { fi: 'Kysymyssarja', sv: 'Frågeserie', en: 'Set of questions' },
  answers: { fi: 'Vastaukset', sv: 'Svar', en: 'Answers' },
  suggested: { fi: 'Ehdotus', sv: 'Förslag', en: 'Suggestion' },
});

/** The words of a field, or the field's own name when nobody has given it words. */
export function fieldWords(field: string): Text | string {
  return (
    (texts as Record<string, Text>)[field] ??
    (fieldTexts as Record<string, Text>)[field] ??
    (questionTexts as Record<string, Text>)[field] ??
    field
  );
}

/** What a code word means in its field; undefined for ordinary values. */
export function valueWords(field: string, value: string): Text | string | undefined {
  const words: Record<string, Record<string, Text | string>> = {
    language: languageNames,
    channel: channelTexts,
    gender: genderTexts,
    role: roleTexts,
    kind: kindTexts,
    dayClass: classTexts,
    mode: modeTexts,
    way: modeTexts,
    wished: modeTexts,
    second: modeTexts,
    suggested: modeTexts,
    helps: helpTexts,
    ...codeTexts,
    ...checkTexts,
    ...optionTexts,
  };
  return words[field]?.[value];
}
