// What confirming means and how it goes, in words.
import { defineTexts } from '../../../platform/language.ts';

export const moneyTexts = defineTexts({
  expensePaid: {
    fi: 'Saat tästä päivästä kulukorvausta {amount}.',
    sv: 'Du får {amount} i kostnadsersättning för den här dagen.',
    en: 'You get an expense allowance of {amount} for this day.',
    selko: 'Saat tästä päivästä rahaa {amount}. Raha on nimeltään kulukorvaus.',
  },
  expensePaidUnknown: {
    fi: 'Saat tästä päivästä kulukorvauksen.',
    sv: 'Du får kostnadsersättning för den här dagen.',
    en: 'You get the expense allowance for this day.',
    selko: 'Saat tästä päivästä rahaa. Raha on nimeltään kulukorvaus.',
  },
  expenseNot: {
    fi: 'Työttömyysetuutesi ei muutu. Kulukorvausta tältä päivältä ei tule.',
    sv: 'Din arbetslöshetsförmån ändras inte. Kostnadsersättning betalas inte för den här dagen.',
    en: 'Your unemployment benefit does not change. There is no expense allowance for this day.',
    selko: 'Saat työttömyys-rahan tavallisesti. Et saa kulukorvausta tältä päivältä.',
  },
  benefitNone: {
    fi: 'Tältä päivältä ei voi saada työttömyysetuutta eikä kulukorvausta. Maksaja päättää asiasta.',
    sv: 'För den här dagen kan du inte få arbetslöshetsförmån eller kostnadsersättning. Betalaren beslutar om saken.',
    en: 'Unemployment benefit and expense allowance cannot be had for this day. The payer decides on the matter.',
    selko: 'Et ehkä saa rahaa tältä päivältä. Maksaja päättää siitä.',
  },
  activityPaid: {
    fi: 'Saat tästä päivästä toimintarahaa {amount}.',
    sv: 'Du får {amount} i sysselsättningspenning för den här dagen.',
    en: 'You get an activity allowance of {amount} for this day.',
    selko: 'Saat tästä päivästä rahaa {amount}. Raha on nimeltään toiminta-raha.',
  },
  activityPaidUnknown: {
    fi: 'Saat tästä päivästä toimintarahan.',
    sv: 'Du får sysselsättningspenning för den här dagen.',
    en: 'You get the activity allowance for this day.',
    selko: 'Saat tästä päivästä rahaa. Raha on nimeltään toiminta-raha.',
  },
  activityNot: {
    fi: 'Toimeentulotukesi ei muutu. Toimintarahaa tältä päivältä ei tule.',
    sv: 'Ditt utkomststöd ändras inte. Sysselsättningspenning betalas inte för den här dagen.',
    en: 'Your social assistance does not change. There is no activity allowance for this day.',
    selko: 'Saat toimeentulo-tuen tavallisesti. Et saa toiminta-rahaa tältä päivältä.',
  },
  activityNone: {
    fi: 'Toimintarahaa tältä päivältä ei tule. Poissaolo voi vaikuttaa toimeentulotukeesi. Maksaja päättää asiasta.',
    sv: 'Sysselsättningspenning betalas inte för den här dagen. Frånvaron kan inverka på ditt utkomststöd. Betalaren beslutar om saken.',
    en: 'There is no activity allowance for this day. The absence may affect your social assistance. The payer decides on the matter.',
    selko: 'Et saa toiminta-rahaa tältä päivältä. Maksaja päättää, vaikuttaako poissaolo toimeentulo-tukeen.',
  },
  swapped: {
    fi: 'Tulet tämän päivän sijasta toisena päivänä: {day}. Rahat tulevat siitä päivästä.',
    sv: 'I stället för den här dagen kommer du en annan dag: {day}. Pengarna betalas för den dagen.',
    en: 'You come on another day instead of this one: {day}. The money comes from that day.',
    selko: 'Tulet toisena päivänä: {day}. Saat rahat siitä päivästä.',
  },
});
