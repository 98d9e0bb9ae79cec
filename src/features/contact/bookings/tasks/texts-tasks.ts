import { defineTexts } from '../../../../platform/language.ts';

export const texts = defineTexts({
  give: { fi: 'Anna tehtävä', sv: 'Ge en uppgift', en: 'Give a task' },
  lead: {
    fi: 'Asiakas tekee tehtävän omaan tahtiin. Se ei vie aikaa kummankaan kalenterista.',
    sv: 'Klienten gör uppgiften i egen takt. Den tar ingen tid ur någons kalender.',
    en: 'The client does the task at their own pace. It takes no time from anybody’s calendar.',
  },
  task: { fi: 'Tehtävä', sv: 'Uppgift', en: 'Task' },
  taskMissing: { fi: 'Kirjoita tehtävä.', sv: 'Skriv uppgiften.', en: 'Write the task.' },
  dueDay: { fi: 'Viimeinen päivä', sv: 'Sista dag', en: 'Last day' },
  dueTime: { fi: 'Kellonaika', sv: 'Klockslag', en: 'Time' },
  over: {
    fi: 'Aika on jo mennyt. Valitse myöhempi.',
    sv: 'Tiden har redan gått. Välj en senare.',
    en: 'That time is over already. Choose a later one.',
  },
  client: { fi: 'Asiakas', sv: 'Klient', en: 'Client' },
  clientMissing: { fi: 'Valitse asiakas.', sv: 'Välj en klient.', en: 'Choose a client.' },
  until: { fi: 'Tehdään viimeistään', sv: 'Görs senast', en: 'To be done by' },
  done: { fi: 'Tehty', sv: 'Klar', en: 'Done' },
  markDone: { fi: 'Merkitse tehdyksi', sv: 'Märk som klar', en: 'Mark as done' },
  doneText: { fi: 'Tehtävä on tehty. Hyvä.', sv: 'Uppgiften är klar. Bra.', en: 'The task is done. Good.' },
  late: { fi: 'Tekemättä', sv: 'Ogjord', en: 'Not done' },
  open: { fi: 'Tehtävänä', sv: 'Att göra', en: 'To do' },
});
