import { defineTexts } from '../../../../platform/language.ts';

export const erasureTexts = defineTexts({
  title: {
    fi: 'Tietojen pysyvä poisto',
    sv: 'Permanent radering av uppgifter',
    en: 'Erasing data for good',
  },
  cannotUndo: {
    fi: 'Poistoa ei voi perua. Tarkista ensin, ettei laki vaadi säilyttämään tietoja.',
    sv: 'Raderingen kan inte ångras. Kontrollera först att ingen lag kräver att uppgifterna sparas.',
    en: 'This cannot be undone. Check first that no law requires the data to be kept.',
  },
  goes: {
    fi: 'Pois lähtevät nimi, yhteystiedot, viestit, suunnitelmat, päiväkirjat, tiedostot ja kaikki muu, mitä hän on kirjoittanut tai mitä hänestä on kirjoitettu.',
    sv: 'Namnet, kontaktuppgifterna, meddelandena, planerna, dagböckerna, filerna och allt annat som personen har skrivit eller som har skrivits om personen försvinner.',
    en: 'The name, contact details, messages, plans, diaries, files and everything else written by or about the person go.',
  },
  stays: {
    fi: 'Jäljelle jäävät päivät, maksajan luettelot ja lokimerkinnät ilman tietoa siitä, kuka hän oli.',
    sv: 'Dagar, betalarens förteckningar och loggposter blir kvar utan uppgift om vem personen var.',
    en: 'Days, payers’ lists and log entries stay, without telling who the person was.',
  },
  backups: {
    fi: 'Myös varmuuskopioissa hänen tekstinsä muuttuvat lukukelvottomiksi, kun kopiot avaimista vanhenevat.',
    sv: 'Även i säkerhetskopiorna blir personens texter oläsbara när kopiorna av nycklarna föråldras.',
    en: 'In backups too the person’s texts become unreadable as the copies of the keys age out.',
  },
  sure: {
    fi: 'Olen tarkistanut säilytysajat ja haluan poistaa tiedot',
    sv: 'Jag har kontrollerat förvaringstiderna och vill radera uppgifterna',
    en: 'I have checked the retention times and want to erase the data',
  },
  notSure: {
    fi: 'Vahvista ensin, että olet tarkistanut säilytysajat.',
    sv: 'Bekräfta först att du har kontrollerat förvaringstiderna.',
    en: 'Confirm first that you have checked the retention times.',
  },
  erase: { fi: 'Poista pysyvästi', sv: 'Radera för gott', en: 'Erase for good' },
  inUse: {
    fi: 'Poista henkilö ensin käytöstä.',
    sv: 'Ta personen ur bruk först.',
    en: 'Deactivate the person first.',
  },
  done: {
    fi: 'Henkilön tiedot on poistettu. Viimeisetkin jäljet häviävät muutamassa minuutissa.',
    sv: 'Personens uppgifter har raderats. De sista spåren försvinner inom några minuter.',
    en: 'The person’s data has been erased. The last traces go within a few minutes.',
  },
});
