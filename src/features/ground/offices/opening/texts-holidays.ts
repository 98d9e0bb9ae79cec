import { defineTexts } from '../../../../platform/language.ts';

export const holidayTexts = defineTexts({
  newYear: { fi: 'Uudenvuodenpäivä', sv: 'Nyårsdagen', en: 'New Year’s Day' },
  epiphany: { fi: 'Loppiainen', sv: 'Trettondagen', en: 'Epiphany' },
  goodFriday: { fi: 'Pitkäperjantai', sv: 'Långfredagen', en: 'Good Friday' },
  easterSunday: { fi: 'Pääsiäispäivä', sv: 'Påskdagen', en: 'Easter Sunday' },
  easterMonday: { fi: '2. pääsiäispäivä', sv: 'Annandag påsk', en: 'Easter Monday' },
  mayDay: { fi: 'Vappu', sv: 'Första maj', en: 'May Day' },
  ascension: { fi: 'Helatorstai', sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day' },
  pentecost: { fi: 'Helluntai', sv: 'Pingst', en: 'Pentecost' },
  midsummerEve: { fi: 'Juhannusaatto', sv: 'Midsommarafton', en: 'Midsummer Eve' },
  midsummer: { fi: 'Juhannuspäivä', sv: 'Midsommardagen', en: 'Midsummer Day' },
  allSaints: { fi: 'Pyhäinpäivä', sv: 'Alla helgons dag', en: 'All Saints’ Day' },
  independence: { fi: 'Itsenäisyyspäivä', sv: 'Självständighetsdagen', en: 'Independence Day' },
  christmasEve: { fi: 'Jouluaatto', sv: 'Julafton', en: 'Christmas Eve' },
  christmas: { fi: 'Joulupäivä', sv: 'Juldagen', en: 'Christmas Day' },
  boxingDay: { fi: 'Tapaninpäivä', sv: 'Annandag jul', en: 'Boxing Day' },
});
